/** Repeats what can be repeated: both operations only read, so a call that failed on the way may be made again. */
import type { Metrics } from '../metrics.ts';
import type { Room } from './collect.ts';
import { type Call, callOnce, type Host, type Outcome } from './http.ts';
import { pause } from './patience.ts';
import { Refusals } from './refusals.ts';
import { RetryBudget } from './retry-budget.ts';
import type { Slots } from './slots.ts';
import type { Trouble } from './trouble.ts';

const mostCalls = 3;
const mostTokens = 3;
/** A token that was on its way for longer may have been revoked meanwhile. */
const newForMs = 1000;
const firstPauseMs = 150;
/** A longer Retry-After is handed on to the person instead of waited for. */
const longestRetryAfterS = 3;

/** Why a call is worth repeating, or null. */
function retryReason(outcome: Outcome): string | null {
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

/** What all calls to one host share. */
export interface Line {
  readonly host: Host;
  readonly slots: Slots;
  readonly maxBytes: number;
  readonly metrics: Metrics;
  readonly trouble: Trouble | null;
  readonly budget: RetryBudget;
  readonly refusals: Refusals;
}

/** `now`: milliseconds of a clock that never goes back. */
export function lineTo(
  host: Host,
  options: { slots: Slots; maxBytes: number; metrics: Metrics; trouble?: Trouble; now?: () => number },
): Line {
  const now = options.now ?? (() => performance.now());
  const { slots, maxBytes, metrics, trouble = null } = options;
  return { host, slots, maxBytes, metrics, trouble, budget: new RetryBudget(now), refusals: new Refusals(now) };
}

/** Where a call gets its token from. */
export interface Tokens {
  readonly current: (signal: AbortSignal) => Promise<string>;
  /** Told of a token that was refused, so that the next one is another. */
  readonly discard: (refused: string) => void;
  /** It lay in another replica's hands for a while: it may have been revoked since Routee gave it. */
  readonly isSecondHand?: (token: string) => boolean;
}

/** One thing that somebody wants of Routee, whatever it takes. */
export interface Request {
  readonly operation: string;
  readonly call: Call;
  /** Where the answer's memory comes from. */
  readonly room: Room;
  /** Null: the call carries what it needs. */
  readonly tokens: Tokens | null;
}

interface Made {
  readonly outcome: Outcome;
  readonly token: string;
  /** From when the token was at hand to the answer, milliseconds. */
  readonly ageMs: number;
}

function refusalStatus(outcome: Outcome): number | null {
  return outcome.kind === 'answer' && (outcome.status === 401 || outcome.status === 403) ? outcome.status : null;
}

/** The token is looked at when the call's turn has come, since it may have ended while waiting. */
function make(line: Line, request: Request, signal: AbortSignal): Promise<Made> {
  const { tokens, call } = request;
  return line.slots.run(signal, async () => {
    if (tokens === null) return { outcome: await timed(line, request, call, signal), token: '', ageMs: 0 };
    const token = await tokens.current(signal);
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    const startedAt = performance.now();
    const outcome = await timed(line, request, { ...call, headers }, signal);
    return { outcome, token, ageMs: performance.now() - startedAt };
  });
}

/**
 * Makes the call, and once more with a new token when it is refused: two refusals in a row are the answer. But a 401 of a token
 * that was good a moment ago, or is no longer new, says only that tokens were revoked meanwhile; then a third one is tried.
 */
async function makeWithToken(line: Line, request: Request, signal: AbortSignal): Promise<Outcome> {
  const { refusals, metrics } = line;
  let refused: number | null = null;
  for (let made = 1; ; made++) {
    const { outcome, token, ageMs } = await make(line, request, signal);
    const status = refusalStatus(outcome);
    const answered = outcome.kind === 'answer' && outcome.status < 500;
    if (status === null && answered) refusals.accepted(token);
    if (refused !== null && answered) refusals.learn(refused, status === null, token);
    if (status === null || request.tokens === null || made === mostTokens) return outcome;
    const isOld = ageMs > newForMs || request.tokens.isSecondHand?.(token) === true;
    const isStale = status === 401 && (refusals.wasAccepted(token) || isOld);
    if (made > 1 && !isStale) return outcome;
    if (!refusals.isWorthToken(status)) return outcome;
    request.tokens.discard(token);
    metrics.retries.inc({ operation: request.operation, reason: 'token' });
    refused = status;
  }
}

/**
 * Makes the call, up to three times while the budget for repetitions allows it. A slot is held while a call is under way, not
 * while waiting to repeat it. Rejects with the signal's reason, and when there is no token.
 */
export async function callWithRetry(line: Line, request: Request, signal: AbortSignal): Promise<Outcome> {
  const { budget } = line;
  let isRepeating = false;
  budget.begin();
  try {
    for (let made = 1; ; made++) {
      const outcome = await makeWithToken(line, request, signal);
      if (isRepeating) budget.repeated();
      isRepeating = false;
      const pauseMs = retryPauseMs(outcome, made, Math.random());
      if (pauseMs === null) return outcome;
      isRepeating = budget.mayRepeat();
      if (!isRepeating) {
        line.metrics.retriesRefused.inc({ operation: request.operation });
        return outcome;
      }
      request.room.clear();
      line.metrics.retries.inc({ operation: request.operation, reason: retryReason(outcome) ?? '' });
      await pause(pauseMs, signal);
    }
  } finally {
    if (isRepeating) budget.repeated();
    budget.end();
  }
}

async function timed(line: Line, request: Request, call: Call, signal: AbortSignal): Promise<Outcome> {
  const { calls, callSeconds, underWay } = line.metrics;
  const { operation, room } = request;
  const stop = callSeconds.startTimer({ operation });
  let result = 'given-up';
  room.clear();
  underWay.inc({ operation });
  try {
    const outcome = await callOnce(line.host, call, { maxBytes: line.maxBytes, room }, signal);
    line.trouble?.note(operation, outcome);
    result = outcome.kind === 'answer' ? String(outcome.status) : outcome.kind;
    return outcome;
  } finally {
    stop();
    underWay.dec({ operation });
    calls.inc({ operation, result });
  }
}
