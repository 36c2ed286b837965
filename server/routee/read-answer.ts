/** What an answer of Routee's means: the bytes to hand on, or the problem to report. Status first, then body. */
import { Problem } from '../problem.ts';
import { bodyText, jsonOf, routeeError } from './error-body.ts';
import type { Answer, Outcome } from './http.ts';

/** A good answer, its bytes as they came. `finished`: the flow in it has ended. */
export interface Fetched {
  readonly bytes: Buffer;
  readonly finished: boolean;
  /** When the bytes were here, epoch milliseconds. */
  readonly asOf: number;
}

const receivedBytes = 64 * 1024;

function unreadable(detail: string, status: number, body: Buffer): Problem {
  const received = bodyText(body.subarray(0, receivedBytes));
  return new Problem('upstream-unreadable', detail, { routee: routeeError(status, body), received });
}

function isFinished(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('status' in json) || typeof json.status !== 'string') return false;
  return ['succeeded', 'failed'].includes(json.status.toLowerCase());
}

function good(answer: Answer): Fetched {
  const json = jsonOf(answer.body);
  if (json === undefined) {
    const what = answer.body.length === 0 ? 'is empty' : 'is not JSON';
    throw unreadable(`Routee’s answer ${what}.`, answer.status, answer.body);
  }
  return { bytes: answer.body, finished: isFinished(json), asOf: Date.now() };
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

/** The good answer in an outcome. Throws the Problem in any other. */
export function fetched(outcome: Outcome): Fetched {
  switch (outcome.kind) {
    case 'answer':
      if (outcome.status === 200) return good(outcome);
      throw refused(outcome);
    case 'cut':
      throw unreadable('The connection to Routee broke within its answer.', outcome.status, outcome.body);
    case 'unreachable':
      throw new Problem('upstream-down', 'Routee did not take the connection, or dropped it without an answer.');
    case 'tooLarge':
      throw new Problem('too-large', 'Routee’s answer is larger than the gateway takes.');
  }
}
