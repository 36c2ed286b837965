/**
 * When a flow is asked for again by itself: quickly at first, slower with age, not at all once it ended; slowly where it is
 * not known whether it ended.
 */
import type { Flow } from '#model/flow/flow.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';

const quickestMs = 2000;
const slowestMs = 60_000;
/** For a record that does not say when it began. */
const unknownAgeMs = 5000;
/** A flow that has been quiet for so many times a pause is asked for at that pause: 2 s in the first minute, 20 s after ten. */
const agePerPause = 30;
/** Receipts may come after the flow has ended: one more look so long after the end was first seen, if it was so recent. */
const lateLookMs = 10_000;
const recentEndMs = 120_000;

export interface RefreshState {
  /** Null where nothing readable has come yet. */
  readonly flow: Flow | null;
  /** When the flow was fetched. */
  readonly asOf: EpochMs;
  /** Answers in a row that showed the flow at its end. */
  readonly finalLooks: number;
  /** Failures in a row since the last answer. */
  readonly failures: number;
  /** Whether the last failure may pass by itself. */
  readonly passing: boolean;
  readonly retryAfterMs: DurationMs | null;
}

/** The latest thing that the record says happened; null where it holds no time. */
function lastChange({ createdAt, updatedAt, steps }: Flow): EpochMs | null {
  const times = [createdAt, updatedAt, ...steps.map(({ sentAt }) => sentAt)].filter((time) => time !== null);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}

function runningPauseMs(flow: Flow, asOf: EpochMs): DurationMs {
  const changed = lastChange(flow);
  if (changed === null) return unknownAgeMs;
  return Math.round(Math.min(slowestMs, Math.max(quickestMs, (asOf - changed) / agePerPause)));
}

/** The pause after an answer; null when no further look is due. */
function answerPauseMs({ flow, asOf, finalLooks }: RefreshState): DurationMs | null {
  if (flow === null) return null;
  if (flow.running) return runningPauseMs(flow, asOf);
  // A status that nobody knows yet may be final or not.
  if (!flow.ended) return slowestMs;
  const endedRecently = flow.endedAt !== null && Math.abs(asOf - flow.endedAt) < recentEndMs;
  return finalLooks === 1 && endedRecently ? lateLookMs : null;
}

/**
 * Milliseconds from the last answer or failure to the next look, or null for none. It does not depend on the clock, so
 * asking twice gives the same. Never shorter than Retry-After; doubles with every failure in a row, up to a minute.
 */
export function nextRefreshMs(state: RefreshState): DurationMs | null {
  const pauseMs = state.flow === null ? quickestMs : answerPauseMs(state);
  if (state.failures === 0) return state.flow === null ? null : pauseMs;
  if (pauseMs === null || !state.passing) return null;
  const backOffMs = Math.min(slowestMs, pauseMs * 2 ** Math.min(state.failures - 1, 10));
  return Math.max(pauseMs, backOffMs, state.retryAfterMs ?? 0);
}
