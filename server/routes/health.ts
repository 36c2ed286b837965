/** What machines ask: is it up, is it of use, how is it doing. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressTest, isLoopback } from '../access/addresses.ts';
import { askedHost } from '../access/host.ts';
import type { Config } from '../config.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import type { Replicas } from '../replicas/replicas.ts';
import type { RouteeCalls } from '../routee/calls.ts';

interface Options {
  readonly calls: RouteeCalls;
  readonly metrics: Metrics;
  /** Null where nothing is kept. */
  readonly history: Pick<HistoryKeeper, 'state'> | null;
  /** Null where there is nothing that replicas share. */
  readonly replicas: Pick<Replicas, 'state'> | null;
  readonly config: Pick<Config, 'access' | 'host' | 'metricsAddresses' | 'metricsPort'>;
}

/** Headers by which proxies say that somebody else asks through them. */
const forwarding =
  /^(forwarded|via|x-forwarded(-.+)?|x-original-.+|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|client-ip|cf-connecting-ip|fastly-client-ip|x-envoy-.+|x-auth-request-.+)$/;

function proxyHeaders({ access }: Options['config']): ReadonlySet<string> {
  return new Set(access.kind === 'proxy' ? [access.userHeader, access.groupsHeader ?? access.userHeader] : []);
}

/**
 * Who may read the figures: whoever asks from this machine or from `METRICS_ADDRESS`, and asks themselves. A proxy on the
 * same machine asks from this machine too, for strangers: it is known by the headers that it adds, or by the public name
 * that it passes on.
 */
function metricsTest(config: Options['config']): (request: IncomingMessage) => boolean {
  const isNamed = addressTest(config.metricsAddresses);
  const added = proxyHeaders(config);
  return (request) => {
    if (Object.keys(request.headers).some((name) => forwarding.test(name) || added.has(name))) return false;
    const address = request.socket.remoteAddress;
    if (isNamed(address)) return true;
    return isLoopback(address ?? '') && isLoopback(askedHost({ raw: request })?.name ?? '');
  };
}

const refusal = 'Figures are given on this machine and to METRICS_ADDRESS, and never through a proxy.';

function metricsServer(metrics: Metrics, mayRead: (request: IncomingMessage) => boolean): Server {
  return createServer(async (request, response) => {
    const isKnown = request.url === '/metrics' && (request.method === 'GET' || request.method === 'HEAD');
    if (!isKnown || !mayRead(request)) {
      response.writeHead(isKnown ? 403 : 404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(isKnown ? refusal : 'Only /metrics is here.');
      return;
    }
    const text = await metrics.registry.metrics();
    response.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' });
    response.end(text);
  });
}

/** `METRICS_PORT`: the figures have a port of their own, which no proxy hands on, and are gone from the public one. */
function addMetricsPort(app: FastifyInstance, server: Server, { host }: Options['config'], port: number): void {
  app.addHook('onReady', async () => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, () => resolve());
    });
  });
  app.addHook('onClose', async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });
}

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export function addHealthRoutes(app: FastifyInstance, { calls, metrics, history, replicas, config }: Options): void {
  const mayRead = metricsTest(config);
  // Some load balancers ask by HEAD. Node leaves the body out by itself.
  const add = (url: string, handler: Answer) => app.route({ method: ['GET', 'HEAD'], url, handler });

  add('/healthz', async () => ({ status: 'up' }));

  add('/readyz', async (_request, reply) => {
    const { credentials } = calls;
    const ready = credentials === 'ok';
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      credentials,
      // A history that fails costs no page: the gateway is ready all the same.
      ...(history === null ? {} : { history: history.state }),
      // Nor does a shared store: each replica goes on alone.
      ...(replicas === null ? {} : { cache: replicas.state }),
    });
  });

  add('/metrics', async (request, reply) => {
    if (config.metricsPort !== undefined) throw new Problem('not-found', 'Figures have a port of their own.');
    if (!mayRead(request.raw)) throw new Problem('not-allowed', refusal);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  if (config.metricsPort !== undefined) {
    addMetricsPort(app, metricsServer(metrics, mayRead), config, config.metricsPort);
  }
}
