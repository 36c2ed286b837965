/** What an answer of Routee's means: the bytes to hand on, or the problem to report. Status first, then body. */
import { Problem } from '../problem.ts';
import type { Cause } from './cause.ts';
import { bodyText, jsonOf, routeeError } from './error-body.ts';
import type { Answer, Outcome } from './http.ts';
import type { JsonFacts } from './json-scan.ts';
import type { Lease } from './memory.ts';

/** A good answer, its bytes as they came. */
export interface Fetched {
  readonly bytes: Buffer;
  /** The flow in it has ended. */
  readonly finished: boolean;
  /** The tracking ID that the record gives itself; null where it gives none that is a text. */
  readonly ownId: string | null;
  /** When the bytes were here, epoch milliseconds. For people; ages are told by a clock that never goes back. */
  readonly asOf: number;
  /** The memory that it has. Whoever keeps the bytes for longer than a turn of the event loop holds it. */
  readonly lease: Lease;
  /** Not there: we called for it ourselves. */
  readonly shared?: {
    /** How long it may still be remembered, milliseconds. */
    readonly leftMs: number;
    /** It came of another replica's call that was under way when we asked, not from the shared memory. */
    readonly wasUnderWay: boolean;
  };
}

const receivedBytes = 64 * 1024;

function unreadable(detail: string, status: number, body: Buffer, cause?: Cause): Problem {
  const received = bodyText(body.subarray(0, receivedBytes));
  const why = cause === undefined ? {} : { cause };
  return new Problem('upstream-unreadable', detail, { routee: routeeError(status, body), received, ...why });
}

function textAt(json: object, key: 'status' | 'trackingId'): string | null {
  const value: unknown = Object.hasOwn(json, key) ? Reflect.get(json, key) : null;
  return typeof value === 'string' ? value : null;
}

/** What the JSON of an answer says; null when it is none. */
function factsOf({ body, json }: Answer): JsonFacts | null {
  if (json !== 'unscanned') return json;
  const value = jsonOf(body);
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return { status: null, trackingId: null };
  return { status: textAt(value, 'status'), trackingId: textAt(value, 'trackingId') };
}

function good(answer: Answer, lease: Lease): Fetched {
  const facts = factsOf(answer);
  if (facts === null) {
    const what = answer.body.length === 0 ? 'is empty' : 'is not JSON';
    throw unreadable(`Routee’s answer ${what}.`, answer.status, answer.body.subarray(0, receivedBytes));
  }
  const finished = ['succeeded', 'failed'].includes(facts.status?.toLowerCase() ?? '');
  return { bytes: answer.body, finished, ownId: facts.trackingId, asOf: Date.now(), lease };
}

function refused(answer: Answer): Problem {
  const { status, body } = answer;
  const routee = routeeError(status, body);
  if (status === 401)
    return new Problem('credentials-refused', 'Routee refuses a token it has just issued.', { routee });
  if (status === 403) {
    return new Problem('role-missing', 'Routee does not let this account read the flow, even with a new token.', {
      routee,
    });
  }
  if (status === 429) {
    const retryAfter = answer.retryAfterS ?? 30;
    return new Problem('rate-limited', 'Routee has had too many requests.', { routee, retryAfter });
  }
  if (status >= 500) return failed(answer);
  const isJson = jsonOf(body) !== undefined;
  if (status === 404 && (isJson || body.length === 0)) {
    return new Problem('not-found', 'Routee knows no flow with this tracking ID.', { routee });
  }
  if (status >= 400 && isJson) return new Problem('refused-by-routee', 'Routee refused the request.', { routee });
  return unreadable(`The answer has status ${status} and is not Routee’s.`, status, body);
}

function failed({ status, body, retryAfterS }: Answer): Problem {
  const readable = jsonOf(body) !== undefined || body.length === 0;
  return new Problem('upstream-error', `Routee answered with status ${status}.`, {
    routee: routeeError(status, body),
    ...(retryAfterS === null ? {} : { retryAfter: retryAfterS }),
    ...(readable ? {} : { received: bodyText(body.subarray(0, receivedBytes)) }),
  });
}

/** The good answer in an outcome, with the memory it lies in. Throws the Problem in any other. */
export function fetched(outcome: Outcome, lease: Lease): Fetched {
  switch (outcome.kind) {
    case 'answer':
      if (outcome.status === 200) return good(outcome, lease);
      throw refused(outcome);
    case 'cut':
      throw unreadable(
        'The connection to Routee broke within its answer.',
        outcome.status,
        outcome.body,
        outcome.cause,
      );
    case 'unreachable':
      throw new Problem('upstream-down', 'Routee did not take the connection, or dropped it without an answer.', {
        cause: outcome.cause,
      });
    case 'tooLarge':
      throw new Problem('too-large', 'Routee’s answer is larger than the gateway takes.');
  }
}
