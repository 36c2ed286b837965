/** What live mode looks at next, and when. */
import type { FlowRow } from '#model/explore/row.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';

const pauseMs = 5000;
const longestPauseMs = 60_000;
/** A look asks after no more unfinished flows than this. */
const mostFlows = 20;

/** How long to wait after a look: doubled with every failure in a row, and never shorter than the server asks. */
export function nextPauseMs(failures: number, retryAfterMs: DurationMs | null): DurationMs {
  return Math.max(Math.min(longestPauseMs, pauseMs * 2 ** failures), retryAfterMs ?? 0);
}

/** Unfinished flows to ask after, those looked at longest ago first, the newest of these before others. */
export function unfinishedFlows(
  rows: readonly FlowRow[],
  lookedAt: ReadonlyMap<string, EpochMs>,
  justSeen: ReadonlySet<string>,
): string[] {
  const waiting = rows.flatMap(({ status, trackingId, createdAt }) =>
    status === 'running' && trackingId !== null && !justSeen.has(trackingId)
      ? [{ trackingId, createdAt: createdAt ?? 0, looked: lookedAt.get(trackingId) ?? 0 }]
      : [],
  );
  waiting.sort((a, b) => a.looked - b.looked || b.createdAt - a.createdAt);
  return waiting.slice(0, mostFlows).map(({ trackingId }) => trackingId);
}
