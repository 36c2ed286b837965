/** Spans as a collector gets them, and that nothing of OpenTelemetry's is loaded where there is none. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startTestGateway } from '../testing/gateway.ts';
import { startUpstream } from '../testing/upstream.ts';

/** Packages of Node's own kind that were loaded so far, by their files. */
const { cache: loaded } = createRequire(import.meta.url);
/** Its interface alone, which does nothing, comes with prom-client. */
const ofOpenTelemetry = () => Object.keys(loaded).filter((file) => /@opentelemetry\/(?!api\/)/.test(file));

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.optional(z.string()),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.looseObject({}) })),
  status: z.object({ code: z.number() }),
});
const bodySchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: z.looseObject({}) })) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

async function startCollector(status = 200) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(`${request.url} ${body}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  // A server that listens on TCP has an address of this form.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const spans = () =>
    bodies.flatMap((body) =>
      bodySchema
        .parse(JSON.parse(body.slice(body.indexOf(' ') + 1)))
        .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
  return { url, bodies, spans };
}

async function start(env: Record<string, string>, status = 200) {
  const upstream = await startUpstream((_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"messages":[]}'),
  );
  open.push(upstream);
  const gateway = await startTestGateway({ upstream: upstream.url, env });
  return { gateway, upstream };
}

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const callerId = '00f067aa0ba902b7';

// First: what is loaded once stays loaded.
test('without a collector no package of OpenTelemetry’s is loaded', async () => {
  const { gateway } = await start({});
  await (await gateway.get(`/api/failover/tracking/${id}`, { traceparent: `00-${traceId}-${callerId}-01` })).text();
  await gateway.close();
  expect(Object.keys(loaded).length).toBeGreaterThan(0);
  expect(ofOpenTelemetry()).toEqual([]);
});

test('a request and its call to Routee are spans of the caller’s trace, one below the other', async () => {
  const collector = await startCollector();
  const { gateway, upstream } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const headers = { traceparent: `00-${traceId}-${callerId}-01` };
  await (await gateway.get(`/api/failover/tracking/${id}`, headers)).text();
  await (await gateway.get('/healthz', headers)).text();
  await gateway.close();
  expect(ofOpenTelemetry()).not.toEqual([]);
  const spans = collector.spans();
  const [request, call] = [spans.find(({ kind }) => kind === 2), spans.find(({ kind }) => kind === 3)];
  expect(spans).toHaveLength(2);
  expect(request).toMatchObject({ traceId, parentSpanId: callerId, name: 'GET /api/failover/tracking/:trackingId' });
  expect(call).toMatchObject({ traceId, parentSpanId: request?.spanId, name: 'Routee flow' });
  expect(upstream.calls[0]?.headers.traceparent).toBe(`00-${traceId}-${call?.spanId}-01`);
  for (const { startTimeUnixNano, endTimeUnixNano } of spans) {
    const ms = Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6;
    expect(ms).toBeGreaterThan(0);
    expect(Math.abs(Number(startTimeUnixNano) / 1e6 - Date.now())).toBeLessThan(60_000);
  }
  expect(collector.bodies[0]).toMatch(/^\/v1\/traces /);
  expect(collector.bodies.join()).not.toContain(id);
  expect(collector.bodies.join()).toContain('"stringValue":"cascade"');
});

test('traces that begin here are told, those that a caller does not want are not, and what fails is marked', async () => {
  const collector = await startCollector();
  const { gateway } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` }, 400);
  await (await gateway.get(`/api/failover/tracking/${id}`, { traceparent: `00-${traceId}-${callerId}-00` })).text();
  const { traceId: begun } = await (await gateway.post('/api/failover/tracking', [])).json();
  await gateway.close();
  const spans = collector.spans();
  expect(spans.map((span) => span.traceId)).toEqual([begun, begun]);
  const [request, call] = [spans.find(({ kind }) => kind === 2), spans.find(({ kind }) => kind === 3)];
  expect(request).not.toHaveProperty('parentSpanId', expect.stringMatching(/./));
  expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 400 } });
  expect(call).toMatchObject({ status: { code: 2 } });
  expect(call?.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'refused-by-routee' } });
});

test('a collector that refuses or is away costs no answer, and does not keep the gateway from ending', async () => {
  const collector = await startCollector(400);
  for (const address of [collector.url, 'http://127.0.0.1:9']) {
    const { gateway } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: address });
    expect((await gateway.get(`/api/failover/tracking/${id}`)).status).toBe(200);
    const begin = performance.now();
    await gateway.close();
    expect(performance.now() - begin).toBeLessThan(10_000);
  }
});
