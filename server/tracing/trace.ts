/** To which trace a request belongs: W3C Trace Context, taken from `traceparent` where it is well formed, made where it is not. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface Trace {
  /** 32 hexadecimal digits, not all zero. */
  readonly traceId: string;
  /** Of the caller's span, 16 digits; null where the trace begins here. */
  readonly callerId: string | null;
  /** Of our own work on the request, 16 digits. */
  readonly spanId: string;
  /** What the caller says; false where the trace begins here. */
  readonly sampled: boolean;
}

/** A later version may add parts; what is known of it stands at the same places. */
const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * What a caller says of the trace; null for anything that is not as the standard has it
 * (W3C Trace Context, "traceparent Header Field Values"). Nothing but the digits is ever used of it.
 */
export function readTraceparent(
  header: string,
): (Pick<Trace, 'traceId' | 'sampled'> & { readonly callerId: string }) | null {
  const [, version = 'ff', traceId = '', callerId = '', flags = '', more] = form.exec(header) ?? [];
  if (version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0*$/.test(traceId) || /^0*$/.test(callerId)) return null;
  return { traceId, callerId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

const traces = new WeakMap<IncomingMessage, Trace>();

/** The trace of a request, the same whenever it is asked for. `tracestate` is not looked at, and goes no further. */
export function traceOf(request: IncomingMessage): Trace {
  const known = traces.get(request);
  if (known !== undefined) return known;
  const { traceparent } = request.headers;
  const told = typeof traceparent === 'string' ? readTraceparent(traceparent) : null;
  const begun = { traceId: randomBytes(16).toString('hex'), callerId: null, sampled: false };
  const trace = { ...(told ?? begun), spanId: randomBytes(8).toString('hex') };
  traces.set(request, trace);
  return trace;
}

/** The header for what is asked of others on behalf of a trace. */
export function traceparentOf({ traceId, spanId, sampled }: Pick<Trace, 'traceId' | 'spanId' | 'sampled'>): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

const current = new AsyncLocalStorage<Trace>();

/** The trace on whose behalf this runs; null outside of every request. Of a call that several wait for: the first one's. */
export function currentTrace(): Trace | null {
  return current.getStore() ?? null;
}

/** Lets everything from the routes on know the trace of its request. */
export function followTraces(app: FastifyInstance): void {
  // Not earlier: reading a body leaves the way on which it would be passed on.
  app.addHook('preHandler', (request, _reply, done) => current.run(traceOf(request.raw), done));
}
