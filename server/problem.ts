/** Errors as RFC 9457 problem JSON, each with a stable code that the app turns into its own sentence. */
import type { FastifyRequest } from 'fastify';
import type { ProblemBody } from '#contract/problem-body.ts';
import type { ProblemCode } from '#contract/problem-codes.ts';
import { problemKinds } from '#contract/problem-kinds.ts';
import { maskErrorCode, maskWords } from '#model/masking/values.ts';
import type { Cause } from './routee/cause.ts';
import { traceOf } from './tracing/trace.ts';

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
    this.status = extra.status ?? problemKinds[code].status;
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
export function problemBody(
  problem: Problem,
  { id: requestId, raw }: Pick<FastifyRequest, 'id' | 'raw'>,
  masked: boolean,
): ProblemBody {
  const { retryAfter, routee, received, cause, keptUntil, signIn } = problem.extra;
  return {
    type: `urn:cascade:problem:${problem.code}`,
    title: problemKinds[problem.code].title,
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    requestId,
    traceId: traceOf(raw).traceId,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(routee === undefined ? {} : { routee: masked ? maskedError(routee) : routee }),
    ...(received === undefined || masked ? {} : { received }),
    ...(cause === undefined ? {} : { cause }),
    ...(keptUntil === undefined ? {} : { keptUntil }),
    ...(signIn === undefined ? {} : { signIn }),
  };
}
