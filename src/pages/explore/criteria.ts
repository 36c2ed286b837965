/** What a view of Explore asks of Routee. */
import type { SearchCriteria } from '#api/search-options.ts';
import { type ExploreView, parseExplore } from '#features/explore/explore-address.ts';
import { offsetIn } from '#features/explore/moments.ts';
import { historyFilters, routeeFilters } from '#model/explore/filters.ts';
import { boundsOf } from '#model/explore/range.ts';
import type { OffsetAt } from '#model/explore/wall-clock.ts';
import type { EpochMs } from '#model/values/time.ts';

interface Asked {
  /** "The latest 2 h" end then. */
  readonly at: EpochMs;
  readonly madeAt: EpochMs | undefined;
  readonly wholeNumbersOnly: boolean;
  /** The gateway keeps what passes through it. */
  readonly keeps: boolean;
  readonly offsetAt: OffsetAt;
}

/** What of the filters is asked for, of the source of the view. */
export function askedFilters({ filters, source }: Pick<ExploreView, 'filters' | 'source'>, wholeNumbersOnly = false) {
  return source === 'history' ? historyFilters(filters, wholeNumbersOnly) : routeeFilters(filters, wholeNumbersOnly);
}

export function criteriaOf(view: Pick<ExploreView, 'range' | 'filters' | 'source'>, asked: Asked): SearchCriteria {
  return {
    ...boundsOf(view.range, asked.at, asked.offsetAt),
    filters: askedFilters(view, asked.wholeNumbersOnly),
    ...(view.source === 'history' ? { history: 'only' as const } : asked.keeps ? { history: 'instead' as const } : {}),
    ...(asked.madeAt === undefined ? {} : { madeAt: asked.madeAt }),
  };
}

/** What the page at an address asks first, for a viewer of that zone at that moment. */
export function criteriaAt(
  search: URLSearchParams,
  { zone, ...asked }: Pick<Asked, 'at' | 'wholeNumbersOnly' | 'keeps'> & { readonly zone: string },
): SearchCriteria {
  const { view } = parseExplore(search);
  return criteriaOf(view, { ...asked, madeAt: undefined, offsetAt: offsetIn(zone) });
}
