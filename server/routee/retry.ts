/** Repeats what can be repeated: both operations only read, so a call that failed on the way may be made again. */
import type { Metrics } from '../metrics.ts';
import { type Call, callOnce, type Host, type Outcome } from './http.ts';
import { pause } from './patience.ts';
import type { Slots } from './slots.ts';

const mostCalls = 3;
const firstPauseMs = 150;
/** A longer Retry-After is handed on to the person instead of waited for. */
const longestRetryAfterS = 3;

/** Why a call is worth repeating, or null. */
export function retryReason(outcome: Outcome): string | null {
  if (outcome.kind === 'unreachable' || outcome.kind === 'cut') return 'connection';
  if (outcome.kind === 'answer' && [429, 502, 503, 504].includes(outcome.status)) return String(outcome.status);
  return null;
}

/**
 * Milliseconds to wait before call number `made + 1`, or null when it should not be made: somewhere in the upper half of
 * a pause that doubles, and never less than Retry-After asks.
 */
export function retryPauseMs(outcome: Outcome, made: number, random: number): number | null {
  if (retryReason(outcome) === null || made >= mostCalls) return null;
  const askedS = outcome.kind === 'answer' ? (outcome.retryAfterS ?? 0) : 0;
  if (askedS > longestRetryAfterS) return null;
  const backOffMs = firstPauseMs * 2 ** (made - 1);
  return askedS * 1000 + backOffMs * (0.5 + random / 2);
}

export interface Line {
  readonly host: Host;
  readonly slots: Slots;
  readonly maxBytes: number;
  readonly metrics: Metrics;
}

/** Where a call gets its token from. */
export interface Tokens {
  readonly current: (signal: AbortSignal) => Promise<string>;
  /** Told of a token that was refused, so that the next one is another. */
  readonly discard: (refused: string) => void;
}

function isRefusal(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && (outcome.status === 401 || outcome.status === 403);
}

/**
 * Makes the call, up to three times, and once more with a new token when it is refused: two refusals in a row are the
 * answer. The token is looked at when the call's turn has come, since it may have ended while waiting. A slot is held
 * while a call is under way, not while waiting to repeat it.
 */
export async function callWithRetry(
  line: Line,
  operation: string,
  call: Call,
  signal: AbortSignal,
  tokens: Tokens | null = null,
): Promise<Outcome> {
  let wasRefused = false;
  for (let made = 1; ; ) {
    let token = '';
    const outcome = await line.slots.run(signal, async () => {
      if (tokens === null) return timed(line, operation, call, signal);
      token = await tokens.current(signal);
      const headers = { ...call.headers, authorization: `Bearer ${token}` };
      return timed(line, operation, { ...call, headers }, signal);
    });
    if (isRefusal(outcome) && tokens !== null && !wasRefused) {
      wasRefused = true;
      tokens.discard(token);
      line.metrics.retries.inc({ operation, reason: 'token' });
      continue;
    }
    const pauseMs = retryPauseMs(outcome, made, Math.random());
    if (pauseMs === null) return outcome;
    made += 1;
    wasRefused = false;
    line.metrics.retries.inc({ operation, reason: retryReason(outcome) ?? '' });
    await pause(pauseMs, signal);
  }
}

async function timed(line: Line, operation: string, call: Call, signal: AbortSignal): Promise<Outcome> {
  const { calls, callSeconds, underWay } = line.metrics;
  const stop = callSeconds.startTimer({ operation });
  let result = 'given-up';
  underWay.inc({ operation });
  try {
    const outcome = await callOnce(line.host, call, line.maxBytes, signal);
    result = outcome.kind === 'answer' ? String(outcome.status) : outcome.kind;
    return outcome;
  } finally {
    stop();
    underWay.dec({ operation });
    calls.inc({ operation, result });
  }
}
