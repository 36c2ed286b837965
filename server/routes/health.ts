/** What machines ask: is it up, is it of use, how is it doing. */
import type { FastifyInstance } from 'fastify';
import { addressTest, isLoopback } from '../access/addresses.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import type { RouteeCalls } from '../routee/calls.ts';

interface Options {
  readonly calls: RouteeCalls;
  readonly metrics: Metrics;
  readonly metricsAddresses: readonly string[];
}

export function addHealthRoutes(app: FastifyInstance, { calls, metrics, metricsAddresses }: Options): void {
  const mayRead = addressTest(metricsAddresses);

  app.get('/healthz', async () => ({ status: 'up' }));

  app.get('/readyz', async (_request, reply) => {
    const { credentials } = calls;
    const ready = credentials === 'ok';
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', credentials });
  });

  app.get('/metrics', async (request, reply) => {
    const address = request.socket.remoteAddress;
    if (!isLoopback(address ?? '') && !mayRead(address)) {
      throw new Problem('not-allowed', 'METRICS_ADDRESS does not name the address that asks.');
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
