/** Which stretch of a search's range is loaded whole, so that a missing flow is not counted as none. */
import type { EpochMs } from '../values/time.ts';
import type { FlowRow } from './row.ts';

export type Coverage =
  | { readonly kind: 'all' }
  /** Every flow created at this moment or later is loaded; of earlier ones some may be. */
  | { readonly kind: 'since'; readonly from: EpochMs }
  /** Flows are missing, and nobody can tell which. */
  | { readonly kind: 'unknown' };

/** How much of what falls in a stretch of time is loaded. */
export type Known = 'whole' | 'part' | 'nothing';

interface Span {
  readonly oldest: EpochMs;
  readonly newest: EpochMs;
}

type Page = readonly (FlowRow | null)[];

const spans = new WeakMap<Page, Span>();

/** Worked out once a page: pages come while others are drawn. */
function spanOf(page: Page): Span {
  const known = spans.get(page);
  if (known !== undefined) return known;
  let [oldest, newest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of page) {
    if (row?.createdAt == null) continue;
    oldest = Math.min(oldest, row.createdAt);
    newest = Math.max(newest, row.createdAt);
  }
  const span = { oldest, newest };
  spans.set(page, span);
  return span;
}

/**
 * What the pages of a search cover, in their order; null for one that is not loaded. Routee documents no order. Where the
 * pages from the first on run from newer to older flows, all that is newer than the last of them is there; a page after
 * one that is missing proves nothing.
 */
export function coverageOf(pages: readonly (Page | null)[], complete: boolean): Coverage {
  if (complete) return { kind: 'all' };
  let from = Number.POSITIVE_INFINITY;
  for (const page of pages) {
    if (page === null) break;
    const { oldest, newest } = spanOf(page);
    if (newest > from) return { kind: 'unknown' };
    from = Math.min(from, oldest);
  }
  // Flows of the oldest loaded moment itself may go on on the next page.
  return Number.isFinite(from) ? { kind: 'since', from: from + 1 } : { kind: 'unknown' };
}

/** How much of a stretch (`to` exclusive) is loaded. */
export function knownWithin(coverage: Coverage, { from, to }: { readonly from: EpochMs; readonly to: EpochMs }): Known {
  if (coverage.kind === 'all') return 'whole';
  if (coverage.kind === 'unknown') return 'part';
  if (from >= coverage.from) return 'whole';
  return to <= coverage.from - 1 ? 'nothing' : 'part';
}
