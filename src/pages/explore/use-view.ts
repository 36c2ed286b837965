/** The view of Explore that the address asks for, and the ways to change it. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { gatewayNow } from '#api/clock.ts';
import { type SearchCriteria, searchPageOptions } from '#api/search-options.ts';
import { useConfig } from '#api/use-config.ts';
import { withinBase } from '#contract/base-path.ts';
import {
  buildExplore,
  type ExploreView,
  parseExplore,
  type Repair,
  type Withheld,
} from '#features/explore/explore-address.ts';
import { useMoments } from '#features/explore/moments.ts';
import { routeeFilters } from '#model/explore/filters.ts';
import { type Bounds, boundsOf, type Range } from '#model/explore/range.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useTakenOver } from '#ui/first-drawing.ts';
import { useDrawnAt } from '#ui/use-now.ts';
import { criteriaOf } from './criteria.ts';
import type { Return } from './table/flow-table.tsx';

/** What this tab's history keeps beside the address: what is personal, and what must not change on the way back. */
interface Entry {
  /** When the search was made: "the latest 2 h" end then, so that the way back finds the same flows. */
  readonly at: EpochMs;
  readonly withheld: Withheld;
  readonly repairs: readonly Repair[];
  /** The flow that was opened from the table, and how far the page was scrolled. */
  readonly opened: Return | null;
  /** When the person asked for the same once more; absent for a search that was made once. */
  readonly madeAt?: EpochMs;
}

export interface ViewState {
  readonly view: ExploreView;
  readonly repairs: readonly Repair[];
  readonly opened: Return | null;
  /** The query of this view's address. */
  readonly search: string;
  /** The address leaves personal values out. */
  readonly partial: boolean;
  readonly bounds: Bounds;
  readonly criteria: SearchCriteria;
  /** Changes the view; what is sent to Routee is asked anew if it changed. */
  readonly change: (part: Partial<ExploreView>, how?: { readonly replace?: boolean }) => void;
  /** Asks the same of Routee once more, up to now. */
  readonly searchAgain: () => void;
  /** Notes the flow that is about to be opened, for the way back. */
  readonly noteOpened: (opened: Return) => void;
  readonly dismissRepairs: () => void;
}

function entryOf(location: Location<unknown>): Entry | null {
  const { state } = location;
  // Only this hook writes the key; another tab's history is never read.
  return typeof state === 'object' && state !== null && 'explore' in state ? (state.explore as Entry) : null;
}

const sameSearch = (a: ExploreView, b: ExploreView) =>
  JSON.stringify([a.range, routeeFilters(a.filters)]) === JSON.stringify([b.range, routeeFilters(b.filters)]);

/** After this, a search that is no longer in memory (the page was loaded again) is made up to the present. */
const staleMs = 60_000;

export function useExploreView(): ViewState {
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const stored = entryOf(location);
  // The gateway, which drew the page first, knew the address alone.
  const entry = useTakenOver() ? stored : null;
  const arrivedAt = useDrawnAt();
  const at = entry?.at ?? arrivedAt;
  const { view, repairs } = useMemo(
    () => parseExplore(new URLSearchParams(location.search), entry?.withheld),
    [location.search, entry?.withheld],
  );
  const latest = useRef({ view, location, entry: stored });
  latest.current = { view, location, entry: stored };

  const write = useCallback(
    (next: ExploreView, part: Partial<Entry> & Pick<Entry, 'at'>, replace: boolean) => {
      const { search, withheld } = buildExplore(next, new URLSearchParams(latest.current.location.search));
      const explore: Entry = { repairs: [], opened: null, ...part, withheld };
      navigate({ search }, { replace, preventScrollReset: true, state: { explore } });
    },
    [navigate],
  );

  const { offsetMs: offsetAt } = useMoments();
  const wholeNumbersOnly = useConfig()?.mask === 'always';
  const madeAt = entry?.madeAt;
  const asked = useMemo(() => ({ at, madeAt, wholeNumbersOnly, offsetAt }), [at, madeAt, wholeNumbersOnly, offsetAt]);
  const memory = client.getQueryState(searchPageOptions(criteriaOf(view, asked), 0).queryKey);
  const forgotten =
    entry !== null && view.range.kind !== 'between' && memory?.data === undefined && gatewayNow() - at > staleMs;
  useEffect(() => {
    // A link that came from elsewhere is written as this page writes it, with what had to be repaired kept beside it.
    // Whoever has left while this was being drawn must not be brought back.
    const left = withinBase(window.location.pathname) !== location.pathname;
    if (stored === null && !left) write(view, { at: arrivedAt, repairs }, true);
  }, [stored, write, view, arrivedAt, repairs, location.pathname]);
  useEffect(() => {
    if (forgotten) write(latest.current.view, { ...latest.current.entry, at: gatewayNow() }, true);
  }, [forgotten, write]);

  const change = useCallback<ViewState['change']>(
    (part, how) => {
      const next = { ...latest.current.view, ...part };
      const before = latest.current.entry;
      const kept = before !== null && sameSearch(next, latest.current.view);
      const made = kept && before.madeAt !== undefined ? { madeAt: before.madeAt } : {};
      write(next, { at: kept ? before.at : gatewayNow(), ...made }, how?.replace ?? false);
    },
    [write],
  );

  const range = useSame<Range>(view.range);
  const filters = useSame(view.filters);
  const bounds = useSame(useMemo(() => boundsOf(range, at, offsetAt), [range, at, offsetAt]));
  const criteria = useSame(useMemo(() => criteriaOf({ range, filters }, asked), [range, filters, asked]));
  return {
    view: { ...view, range, filters, sort: useSame(view.sort), columns: useSame(view.columns) },
    repairs: entry?.repairs ?? repairs,
    opened: entry?.opened ?? null,
    search: buildExplore(view).search,
    partial: Object.keys(entry?.withheld ?? {}).length > 0,
    bounds,
    criteria,
    change,
    searchAgain: useCallback(() => {
      const now = gatewayNow();
      write(latest.current.view, { at: now, madeAt: now }, true);
    }, [write]),
    noteOpened: useCallback(
      (opened) => write(latest.current.view, { at: gatewayNow(), ...latest.current.entry, opened }, true),
      [write],
    ),
    dismissRepairs: useCallback(
      () => write(latest.current.view, { at: gatewayNow(), ...latest.current.entry, repairs: [] }, true),
      [write],
    ),
  };
}

/** The earlier object as long as the new one says the same, so that work keyed on it is not done again. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
