/** Which pages of a search to ask for next. */

/** How much the person asked for: so many pages from the first, all of them, or no more than there is. */
export type Goal = number | 'all' | 'none';

export type PageState = 'absent' | 'loading' | 'loaded' | 'failed';

/** Calls under way at once; the gateway has more to do than this. */
const mostAtOnce = 4;
/** So many failures mean that more calls would fail as well. */
const mostFailures = 3;

/** The pages the goal names, of those there are; before the first answer only the first. */
export function wantedPages(goal: Goal, pageCount: number | null): number {
  const count = Math.max(1, pageCount ?? 1);
  if (goal === 'none') return 0;
  return goal === 'all' ? count : Math.min(goal, count);
}

/** True when so much failed that asking goes on only when the person says so. */
export function gaveUp(states: readonly PageState[]): boolean {
  return states.filter((state) => state === 'failed').length >= mostFailures;
}

/** The pages to start loading now, lowest first. */
export function nextPages(states: readonly PageState[], wanted: number): number[] {
  if (gaveUp(states)) return [];
  const free = mostAtOnce - states.filter((state) => state === 'loading').length;
  const absent = states.slice(0, wanted).flatMap((state, page) => (state === 'absent' ? [page] : []));
  return absent.slice(0, Math.max(0, free));
}
