/** What live mode looks at next, and when. */
import type { FlowRow } from '#model/explore/row.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';

const pauseMs = 5000;
const longestPauseMs = 60_000;
/** No server is waited for longer than this without asking again: a header may hold any number. */
const longestToldMs = 3_600_000;
/** A look asks after no more unfinished flows than this. */
const mostFlows = 20;

/** How long to wait after a look: doubled with every failure in a row, and never shorter than the server asks. */
export function nextPauseMs(failures: number, retryAfterMs: DurationMs | null): DurationMs {
  return Math.max(Math.min(longestPauseMs, pauseMs * 2 ** failures), Math.min(longestToldMs, retryAfterMs ?? 0));
}

/** How long one flow that could not be asked for is left alone: twice as long with every failure in a row. */
export function flowPauseMs(failures: number): DurationMs {
  return Math.min(10 * 60_000, 2 * pauseMs * 2 ** failures);
}

/**
 * Unfinished flows to ask after, those looked at longest ago first, the newest of these before others. `leaveAlone`
 * names those that were just seen, are gone, or have to wait.
 */
export function unfinishedFlows(
  rows: readonly FlowRow[],
  lookedAt: ReadonlyMap<string, EpochMs>,
  leaveAlone: (trackingId: string) => boolean,
): string[] {
  const waiting = rows.flatMap(({ status, trackingId, createdAt }) =>
    status === 'running' && trackingId !== null && !leaveAlone(trackingId)
      ? [{ trackingId, createdAt: createdAt ?? 0, looked: lookedAt.get(trackingId) ?? 0 }]
      : [],
  );
  waiting.sort((a, b) => a.looked - b.looked || b.createdAt - a.createdAt);
  return waiting.slice(0, mostFlows).map(({ trackingId }) => trackingId);
}
