/** Errors as RFC 9457 problem JSON, each with a stable code that the app turns into its own sentence. */
import type { ProblemCode } from '#contract/problem-codes.ts';
import { maskErrorCode, maskWords } from '#model/masking/values.ts';
import type { Cause } from './routee/cause.ts';

const kinds: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'not-found': [404, 'Not found'],
  'bad-request': [400, 'The request is not valid'],
  'refused-by-routee': [400, 'Routee refused the request'],
  'not-allowed': [403, 'Not allowed'],
  taken: [409, 'Something else is there already'],
  'sign-in': [401, 'Sign in first'],
  'credentials-refused': [502, 'Routee refuses our credentials'],
  'role-missing': [502, 'The Routee account may not read failover flows'],
  'rate-limited': [429, 'Too many requests'],
  'upstream-down': [502, 'Routee cannot be reached'],
  'upstream-slow': [504, 'Routee did not answer in time'],
  'upstream-error': [502, 'Routee failed'],
  'upstream-unreadable': [502, 'The answer cannot be read'],
  'too-large': [502, 'The answer is too large'],
  internal: [500, 'The gateway failed'],
};

/** What Routee itself said. Never its host, and nothing of the request that was sent to it. */
export interface RouteeError {
  readonly status: number;
  readonly code: string | null;
  readonly developerMessage: string | null;
}

interface Extra {
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly routee?: RouteeError;
  /** The beginning of a body that could not be read. */
  readonly received?: string;
  /** Why Routee could not be reached, in one word that names no host. */
  readonly cause?: Cause;
  /** When Routee last gave what it no longer has and the history keeps, ISO 8601. */
  readonly keptUntil?: string;
  /** Where to sign in: a path of ours. */
  readonly signIn?: string;
}

/** Thrown anywhere below a route; the error handler of the app sends it. `detail` is read by people and leaves the house. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly extra: Extra;

  constructor(code: ProblemCode, detail: string, extra: Extra = {}) {
    super(detail);
    this.code = code;
    this.status = extra.status ?? kinds[code][0];
    this.extra = extra;
  }
}

/** What the error handler says of anything thrown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new Problem('bad-request', 'The request cannot be read.', { status });
  return new Problem('internal', 'Something went wrong in the gateway. Its log says more under the request’s ID.');
}

function maskedError({ status, code, developerMessage }: RouteeError): RouteeError {
  return {
    status,
    code: code === null ? null : maskErrorCode(code),
    developerMessage: developerMessage === null ? null : maskWords(developerMessage),
  };
}

/** The body of a problem. A masked person gets nothing of what was received, and of Routee's message its own words alone. */
export function problemBody(problem: Problem, requestId: string, masked: boolean): object {
  const { retryAfter, routee, received, cause, keptUntil, signIn } = problem.extra;
  return {
    type: `urn:cascade:problem:${problem.code}`,
    title: kinds[problem.code][1],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    requestId,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(routee === undefined ? {} : { routee: masked ? maskedError(routee) : routee }),
    ...(received === undefined || masked ? {} : { received }),
    ...(cause === undefined ? {} : { cause }),
    ...(keptUntil === undefined ? {} : { keptUntil }),
    ...(signIn === undefined ? {} : { signIn }),
  };
}
