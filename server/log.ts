/** Structured logs: one line a request, no personal data, no secrets, no tokens. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { loggedPath } from './logged-path.ts';
import type { Metrics } from './metrics.ts';
import { routeKind } from './routes/kind.ts';

/** Of an error only what cannot hold an answer of Routee's or a request of a person's. */
function errorFields(error: Error): object {
  const code = 'code' in error ? error.code : undefined;
  return { type: error.name, code, stack: error.stack?.split('\n').slice(1, 6).join('\n') };
}

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: errorFields }, redact: ['req', 'res', 'headers', 'body'] };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The routes of files are one, so that the hashes in their names do not multiply the figures. */
export function routeName(request: FastifyRequest): string {
  const kind = routeKind(request);
  return kind === 'file' || kind === 'page' ? kind : (request.routeOptions.url ?? kind);
}

/** As proxies log it: who asked has gone before the answer was out. */
const clientGoneStatus = 499;

/** The status of an answer that is out, or whose reader is gone. */
export function answeredStatus(reply: FastifyReply): number {
  return reply.raw.writableFinished ? reply.statusCode : clientGoneStatus;
}

/** Counts every answer and writes the access log: who looked at which flow. Files and health checks are written at debug. */
export function addAccessLog(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    // Not `onResponse`, which nobody calls when a person leaves early.
    reply.raw.once('close', () => noteAnswer(metrics, request, reply));
  });
}

function noteAnswer(metrics: Metrics, request: FastifyRequest, reply: FastifyReply): void {
  const route = routeName(request);
  const status = answeredStatus(reply);
  metrics.requests.inc({ route, status });
  metrics.requestSeconds.observe({ route }, reply.elapsedTime / 1000);
  const line = {
    method: request.method,
    path: loggedPath(request.url),
    status,
    ms: Math.round(reply.elapsedTime),
    user: request.person?.name ?? null,
    // Names change and two people can share one.
    ...(typeof request.person?.sub === 'string' ? { sub: request.person.sub } : {}),
  };
  const isPerson = request.person !== null || status >= 400;
  request.log[isPerson ? 'info' : 'debug'](line, 'answered');
}
