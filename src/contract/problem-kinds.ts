/** What each code of a problem means: its usual status, its title, and when it is met. For the gateway and its documents. */
import type { ProblemCode } from './problem-codes.ts';

export interface ProblemKind {
  /** The HTTP status, where the problem names no other. */
  readonly status: number;
  readonly title: string;
  /** When it is met and what may be done, for whoever writes a script. */
  readonly meaning: string;
}

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning:
      'Routee, or the history, knows no such flow, or nothing is at this address. `keptUntil`, where it is there, says that the history still has the flow.',
  },
  'bad-request': {
    status: 400,
    title: 'The request is not valid',
    meaning:
      'Nothing was asked of Routee. `detail` names the parameter or field; it never repeats what was sent. Also with status 413 for a body that is too large and 415 for one that is no JSON.',
  },
  'refused-by-routee': {
    status: 400,
    title: 'Routee refused the request',
    meaning: 'Routee found fault with the request. `routee` says what it said.',
  },
  'not-allowed': {
    status: 403,
    title: 'Not allowed',
    meaning:
      'The one who asks may not: a key that would write, a search by part of a number for whom numbers are masked, another site. With status 401 for a key that is not known.',
  },
  taken: {
    status: 409,
    title: 'Something else is there already',
    meaning: 'What would be added is there already, or as much as is kept of it: a pin, a note, a view of this name.',
  },
  'sign-in': {
    status: 401,
    title: 'Sign in first',
    meaning: 'Nobody is signed in. `signIn` is the path at which a person can be; a script needs a key.',
  },
  'credentials-refused': {
    status: 502,
    title: 'Routee refuses our credentials',
    meaning: 'The application ID or secret of the gateway is not right. Asking again does not help.',
  },
  'role-missing': {
    status: 502,
    title: 'The Routee account may not read failover flows',
    meaning: 'The application lacks the failover role in Routee’s console. Asking again does not help.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'The key, Routee or the gateway’s memory has had enough. Wait for `retryAfter` seconds, which `Retry-After` says as well.',
  },
  'upstream-down': {
    status: 502,
    title: 'Routee cannot be reached',
    meaning: 'No answer came from Routee. `cause` says in a word why. Ask again later.',
  },
  'upstream-slow': {
    status: 504,
    title: 'Routee did not answer in time',
    meaning: 'Routee took longer than the gateway waits (`answerLimitMs` in `/api/config`). Ask again later.',
  },
  'upstream-error': {
    status: 502,
    title: 'Routee failed',
    meaning: 'Routee answered with a status of 500 or more, named in `routee`. Ask again later.',
  },
  'upstream-unreadable': {
    status: 502,
    title: 'The answer cannot be read',
    meaning: 'What came from Routee’s address is no JSON, or broke off. `received` is its beginning.',
  },
  'too-large': {
    status: 502,
    title: 'The answer is too large',
    meaning: 'Routee’s answer is larger than the gateway takes (`ROUTEE_MAX_MB`).',
  },
  internal: {
    status: 500,
    title: 'The gateway failed',
    meaning:
      'A fault of the gateway’s own; its log says more under `requestId`. With status 503 and `retryAfter` where the history cannot be read.',
  },
};
