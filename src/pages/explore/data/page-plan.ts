/** Which pages of a search to ask for next. */

/** How much the person asked for: so many pages from the first, as many as load by themselves, all of them, or no more than there is. */
export type Goal = number | 'auto' | 'all' | 'none';

/** `refused`: Routee gives no page as far back in a search as this one (`Result window is too large`). */
export type PageState = 'absent' | 'loading' | 'loaded' | 'failed' | 'refused';

/** So many flows load by themselves, the first of Routee's order, which is newest first. It is stated where it matters. */
export const autoFlows = 10_000;

/** Calls under way at once; the gateway has more to do than this. */
const mostAtOnce = 4;
/** So many failures mean that more calls would fail as well. */
const mostFailures = 3;

/** The pages the goal names, of those there are; before the first answer only the first. */
export function wantedPages(goal: Goal, pageCount: number | null, pageSize: number): number {
  const count = Math.max(1, pageCount ?? 1);
  if (goal === 'none') return 0;
  if (goal === 'all') return count;
  return Math.min(goal === 'auto' ? Math.ceil(autoFlows / pageSize) : goal, count);
}

/** True when so much failed that asking goes on only when the person says so. */
export function gaveUp(states: readonly PageState[]): boolean {
  return states.filter((state) => state === 'failed').length >= mostFailures;
}

/** How many pages there are to be had: none from the first refused one on. */
export function readablePages(states: readonly PageState[]): number {
  const refused = states.indexOf('refused');
  return refused < 0 ? states.length : refused;
}

/** The pages to start loading now, lowest first. */
export function nextPages(states: readonly PageState[], wanted: number): number[] {
  if (gaveUp(states)) return [];
  const free = mostAtOnce - states.filter((state) => state === 'loading').length;
  const absent = states
    .slice(0, Math.min(wanted, readablePages(states)))
    .flatMap((state, page) => (state === 'absent' ? [page] : []));
  return absent.slice(0, Math.max(0, free));
}
