/** To which trace a request belongs: W3C Trace Context, taken from `traceparent` where it is well formed, made where it is not. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answeredStatus, routeName } from '../log.ts';
import { routeKind } from '../routes/kind.ts';
import type { FinishedSpan, Spans } from './spans.ts';

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

const newSpanId = () => randomBytes(8).toString('hex');

/**
 * The trace of a request, the same whenever it is asked for. `tracestate` is not looked at, and goes no further. `recorded`:
 * whether traces that begin here are collected.
 */
export function traceOf(request: IncomingMessage, recorded = false): Trace {
  const known = traces.get(request);
  if (known !== undefined) return known;
  const { traceparent } = request.headers;
  const told = typeof traceparent === 'string' ? readTraceparent(traceparent) : null;
  const begun = { traceId: randomBytes(16).toString('hex'), callerId: null, sampled: recorded };
  const trace = { ...(told ?? begun), spanId: newSpanId() };
  traces.set(request, trace);
  return trace;
}

const current = new AsyncLocalStorage<{ readonly trace: Trace; readonly spans: Spans | null }>();

/** A call to Routee on behalf of a request. */
export interface TracedCall {
  /** The header that the call carries. */
  readonly traceparent: string;
  /** To be called once, with the code of what went wrong, or null. */
  readonly end: (failure: string | null) => void;
}

/** Begins a call for the request on whose behalf this runs; null outside of every request. Of several who wait: the first's. */
export function beginCall(operation: string, method: string): TracedCall | null {
  const inside = current.getStore();
  if (inside === undefined) return null;
  const { trace, spans } = inside;
  const { traceId, sampled, spanId: parentId } = trace;
  const spanId = newSpanId();
  const [startedAt, begin] = [Date.now(), performance.now()];
  const end = (failure: string | null) => {
    if (!sampled) return;
    const attributes = { 'http.request.method': method, ...(failure === null ? {} : { 'error.type': failure }) };
    const ms = performance.now() - begin;
    const name = `Routee ${operation}`;
    spans?.record({
      name,
      kind: 'client',
      traceId,
      spanId,
      parentId,
      startedAt,
      ms,
      attributes,
      failed: failure !== null,
    });
  };
  return { traceparent: `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`, end };
}

/** Files and what machines ask are no work that anybody looks for. */
function isTold(request: FastifyRequest): boolean {
  return !['file', 'health'].includes(routeKind(request));
}

function requestSpan(request: FastifyRequest, reply: FastifyReply): FinishedSpan {
  const { traceId, spanId, callerId: parentId } = traceOf(request.raw);
  const [route, status] = [routeName(request), answeredStatus(reply)];
  return {
    name: `${request.method} ${route}`,
    kind: 'server',
    traceId,
    spanId,
    parentId,
    startedAt: Date.now() - reply.elapsedTime,
    ms: reply.elapsedTime,
    attributes: { 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': status },
    failed: status >= 500,
  };
}

/** Lets everything from the routes on know the trace of its request, and tells of each request when its answer is out. */
export function followTraces(app: FastifyInstance, spans: Spans | null): void {
  app.addHook('onRequest', async (request, reply) => {
    if (spans === null || !isTold(request) || !traceOf(request.raw).sampled) return;
    reply.raw.once('close', () => spans.record(requestSpan(request, reply)));
  });
  // Not earlier: reading a body leaves the way on which it would be passed on.
  app.addHook('preHandler', (request, _reply, done) => current.run({ trace: traceOf(request.raw), spans }, done));
}
