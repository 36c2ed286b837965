/** Every way in which asking the gateway can fail, each with its own name. */
import * as z from 'zod/mini';
import { type ProblemCode, problemCodes } from '#contract/problem-codes.ts';
import { type Json, parseJson } from '#model/values/json.ts';
import { type DurationMs, type EpochMs, readTime } from '#model/values/time.ts';
import { gatewayNow } from './clock.ts';

// The page's CSP forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

/** The gateway's stable codes; a code that this app does not know counts as `internal`. */
const codeSchema = z.catch(z.enum(problemCodes), 'internal');

const text = z.catch(z.nullable(z.string()), null);

/** RFC 9457 with the gateway's own members. Only `code` tells it from what somebody else's server may send. */
const problemSchema = z.object({
  code: z.string().check(z.regex(/^[a-z-]{1,64}$/)),
  detail: text,
  requestId: text,
  retryAfter: z.catch(z.nullable(z.number().check(z.minimum(0))), null),
  routee: z.catch(z.nullable(z.object({ status: z.number(), code: text, developerMessage: text })), null),
  received: text,
  signIn: z.catch(z.nullable(z.string().check(z.regex(/^\/(?!\/)/))), null),
  keptUntil: text,
});

/** What Routee itself said. */
export interface RouteeError {
  readonly status: number;
  readonly code: string | null;
  readonly developerMessage: string | null;
}

/** The gateway answered, and its answer says what is wrong. */
export interface ProblemFailure {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: DurationMs | null;
  readonly routee: RouteeError | null;
  /** The beginning of a body of Routee's that could not be read. */
  readonly received: string | null;
  /** Where to sign in: a path of the gateway's. */
  readonly signIn: string | null;
  /** When Routee last gave what it no longer has and the gateway's history keeps. */
  readonly keptUntil?: EpochMs;
}

export type Failure =
  | ProblemFailure
  /** No answer came: the gateway is away, or the way to it. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  /**
   * A page for people answered, or a redirect to one, where the gateway's answer belongs: a proxy's sign-in page after the
   * sign-in has ended, or a network's own. Asking again brings the same until the page is loaded anew.
   */
  | { readonly kind: 'signInEnded'; readonly status: number }
  /** An answer, but not the gateway's: a proxy's page, or one that broke off. */
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly requestId: string | null;
      readonly received: string;
    };

/** Thrown by everything in this room that asks the gateway. The message is for logs; pages write their own sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: Failure;
  /** When it came to be, by the gateway's clock. */
  readonly at: EpochMs;

  constructor(failure: Failure, request: string, at: EpochMs = gatewayNow()) {
    const what = failure.kind === 'problem' ? failure.code : failure.kind;
    super(`${request}: ${what}${'status' in failure ? ` (${failure.status})` : ''}`);
    this.failure = failure;
    this.at = at;
  }
}

/** How the gateway's answer said when to come back: in its body, else in its header. Dates are not used by it. */
function retryAfterMs(seconds: number | null, header: string | null): DurationMs | null {
  if (seconds !== null) return seconds * 1000;
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null;
}

function problemOf(json: Json, { status, headers }: Response): ProblemFailure | null {
  const parsed = problemSchema.safeParse(withAbsentAsNull(json));
  if (!parsed.success) return null;
  const { code, retryAfter, requestId, keptUntil, ...rest } = parsed.data;
  const keptAt = readTime(keptUntil ?? '');
  return {
    kind: 'problem',
    ...rest,
    code: codeSchema.parse(code),
    status,
    requestId: requestId ?? headers.get('x-request-id'),
    retryAfterMs: retryAfterMs(retryAfter, headers.get('retry-after')),
    ...(keptAt === null ? {} : { keptUntil: keptAt }),
  };
}

function withAbsentAsNull(json: Json): Json {
  const absent = {
    detail: null,
    requestId: null,
    retryAfter: null,
    routee: null,
    received: null,
    signIn: null,
    keptUntil: null,
  };
  return typeof json === 'object' && json !== null ? { ...absent, ...json } : json;
}

export function isSignInEnded(error: unknown): boolean {
  return error instanceof ApiError && error.failure.kind === 'signInEnded';
}

/** Statuses with which proxies and networks ask for a sign-in, with a page of their own below them. */
const asksToSignIn: ReadonlySet<number> = new Set([401, 403, 407, 511]);
const page = /^\s*(?:<!--|<\?xml|<!doctype\s+html|<html|<head|<script)/i;

/**
 * True for an answer that is a page for people, or leads to one. The gateway sends only JSON and never a redirect below
 * `/api`. `body` is its beginning; an error page of a proxy without a sign-in is none of these.
 */
export function isForeignPage({ type, status, headers }: Response, body: string): boolean {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return true;
  if (status >= 300 && !asksToSignIn.has(status)) return false;
  return /\bx?html\b/i.test(headers.get('content-type') ?? '') || page.test(body);
}

/** Enough of a foreign answer to tell whose it is. */
const mostReceived = 64 * 1024;

/** What an answer that is no success says. */
export function failureOf(response: Response, body: string): Failure {
  const json = parseJson(body);
  const problem = json.ok ? problemOf(json.value, response) : null;
  if (problem !== null) return problem;
  return {
    kind: 'unreadable',
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    received: body.slice(0, mostReceived),
  };
}
