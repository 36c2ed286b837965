/** The result of a view: what is loaded of it, what passes its filters in its order, and the figures over that. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { useMoments } from '#features/explore/moments.ts';
import { useMarks } from '#features/notes/use-marks.ts';
import { binningOf } from '#model/explore/binning.ts';
import { loadedFilters, type Marks } from '#model/explore/filters.ts';
import { type Bounds, boundsOf, reachesNow } from '#model/explore/range.ts';
import type { Question } from './data/analysis.ts';
import { type Analysed, useAnalysis } from './data/use-analysis.ts';
import { type Search, useSearch } from './data/use-search.ts';
import { type HeldRows, sameRows, useHeldRows } from './live/held-rows.ts';
import { type Live, useLive } from './live/use-live.ts';
import type { ViewState } from './use-view.ts';

export interface Result {
  readonly search: Search;
  readonly analysis: Analysed;
  readonly question: Question;
  /** The figures and rows do not answer the present question yet. */
  readonly stale: boolean;
  readonly held: HeldRows;
  /** Tells that a person is at the rows, or no longer. */
  readonly onBusy: (busy: boolean) => void;
  readonly live: Live & { readonly on: boolean; readonly possible: boolean; readonly toggle: () => void };
  /** Of the charts: the range, and what live mode brought after it. */
  readonly bounds: Bounds;
  /** Which flows colleagues have marked. */
  readonly marks: Marks;
}

export function useResult({ view, bounds, criteria }: ViewState): Result {
  const moments = useMoments();
  const search = useSearch(criteria);
  const { store, version, hasNews } = search;
  const { range, filters, sort } = view;
  const [wantsLive, setWantsLive] = useState(false);
  // What has been kept does not change by itself.
  const possible = reachesNow(range) && view.source === 'routee' && search.history === null;
  const on = wantsLive && possible && !search.pending && search.error === null;
  const live = useLive(on, criteria, store);
  // A range that reaches up to now moves on with every look.
  const slid = live.asOf === null ? bounds : boundsOf(range, Math.max(bounds.to, live.asOf), moments.offsetMs);
  const { from, to } = slid;
  const shownBounds = useMemo(() => ({ from, to }), [from, to]);
  const binning = useMemo(() => binningOf(shownBounds, moments.offsetMs), [shownBounds, moments]);
  // A flow that live mode brings up to date may no longer be what Routee was asked for. Not when it does: that would
  // be another question, and rows would move.
  const here = hasNews || (wantsLive && possible);
  // The same list as long as it says the same, so that another order does not count everything anew.
  const applied = useMemo(() => (here ? filters : loadedFilters(filters)), [here, filters]);
  const since = from > bounds.from ? from : null;
  const marks = useMarks();
  // Counted anew for them only where a filter looks at them.
  const asked = applied.some(({ field }) => field === 'mark') ? marks : null;
  const question = useMemo<Question>(
    () => ({ filters: applied, sort, binning, from: since, ...(asked === null ? {} : { marks: asked }) }),
    [applied, sort, binning, since, asked],
  );
  const analysis = useAnalysis(store.rows, version, question);
  const busy = useRef(false);
  const held = useHeldRows({
    rows: analysis.rows,
    question: analysis.question,
    live: on,
    busy,
    newest: (id) => store.rowOf(id),
  });
  return {
    search,
    analysis,
    question,
    stale: !sameRows(analysis.question, question),
    held,
    onBusy: useCallback((now) => {
      busy.current = now;
    }, []),
    live: { ...live, on: wantsLive, possible, toggle: () => setWantsLive(!wantsLive) },
    bounds: shownBounds,
    marks,
  };
}
