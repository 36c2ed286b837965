/** What a view of Explore asks of Routee. */
import type { SearchCriteria } from '#api/search-options.ts';
import { type ExploreView, parseExplore } from '#features/explore/explore-address.ts';
import { offsetIn } from '#features/explore/moments.ts';
import { routeeFilters } from '#model/explore/filters.ts';
import { boundsOf } from '#model/explore/range.ts';
import type { OffsetAt } from '#model/explore/wall-clock.ts';
import type { EpochMs } from '#model/values/time.ts';

export interface Asked {
  /** "The latest 2 h" end then. */
  readonly at: EpochMs;
  readonly madeAt: EpochMs | undefined;
  readonly wholeNumbersOnly: boolean;
  readonly offsetAt: OffsetAt;
}

export function criteriaOf({ range, filters }: Pick<ExploreView, 'range' | 'filters'>, asked: Asked): SearchCriteria {
  return {
    ...boundsOf(range, asked.at, asked.offsetAt),
    filters: routeeFilters(filters, asked.wholeNumbersOnly),
    ...(asked.madeAt === undefined ? {} : { madeAt: asked.madeAt }),
  };
}

/** What the page at an address asks first, for a viewer of that zone at that moment. */
export function criteriaAt(
  search: URLSearchParams,
  { at, zone, wholeNumbersOnly }: { readonly at: EpochMs; readonly zone: string; readonly wholeNumbersOnly: boolean },
): SearchCriteria {
  const { view } = parseExplore(search);
  return criteriaOf(view, { at, madeAt: undefined, wholeNumbersOnly, offsetAt: offsetIn(zone) });
}
