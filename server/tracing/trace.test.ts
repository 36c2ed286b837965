/** One trace from the caller through us to Routee: in what is asked of it, in the log, and in what went wrong. */
import { afterEach, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { startUpstream } from '../testing/upstream.ts';
import { readTraceparent } from './trace.ts';
import cases from './traceparent.cases.json' with { type: 'json' };

test.each(cases)('“$header” is read as $traceId', ({ header, traceId, sampled }) => {
  const read = readTraceparent(header);
  expect(read && [read.traceId, read.sampled]).toEqual(traceId === null ? null : [traceId, sampled]);
});

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const callerId = '00f067aa0ba902b7';
const told = { traceparent: `00-${traceId}-${callerId}-01`, tracestate: 'vendor=maria@example.com' };
const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const flow = `/api/failover/tracking/${id}`;

describe('a gateway', () => {
  const open: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const { close } of open.splice(0).reverse()) await close();
  });
  async function start(status = 200) {
    const upstream = await startUpstream((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"messages":[]}'),
    );
    const gateway: TestGateway = await startTestGateway({ upstream: upstream.url });
    open.push(upstream, gateway);
    const sent = () => upstream.calls.map(({ headers }) => String(headers.traceparent).split('-'));
    return { gateway, upstream, sent };
  }
  const lines = (gateway: TestGateway) =>
    gateway
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'answered');

  test('passes the trace that it was told on to Routee, as its own part of it, and nothing else of the caller’s', async () => {
    const { gateway, upstream, sent } = await start();
    await (await gateway.get(flow, told)).text();
    await (await gateway.post('/api/failover/tracking', [], told)).text();
    expect(sent()).toEqual([
      ['00', traceId, expect.stringMatching(/^[0-9a-f]{16}$/), '01'],
      ['00', traceId, expect.stringMatching(/^[0-9a-f]{16}$/), '01'],
    ]);
    expect(sent().map(([, , span]) => span)).not.toContain(callerId);
    for (const { headers } of upstream.calls) expect(headers).not.toHaveProperty('tracestate');
    expect(lines(gateway)).toMatchObject([{ traceId }, { traceId }]);
    expect(gateway.log()).not.toContain('maria');
  });

  test.each([
    ['none', {}],
    ['what is none', { traceparent: '00-maria@example.com-00f067aa0ba902b7-01' }],
    ['one of zeros', { traceparent: `00-${'0'.repeat(32)}-${callerId}-01` }],
  ])('told %s begins a trace of its own for each request', async (_name, headers) => {
    const { gateway, sent } = await start();
    await (await gateway.get(flow, headers)).text();
    await (await gateway.get(flow, { ...headers, 'cache-control': 'no-cache' })).text();
    await (await gateway.post('/api/failover/tracking', [], headers)).text();
    const traces = sent().map(([, trace]) => trace);
    expect(traces.every((trace) => /^[0-9a-f]{32}$/.test(trace ?? ''))).toBe(true);
    expect(sent().map(([, , , flags]) => flags)).toEqual(traces.map(() => '00'));
    expect(new Set(traces).size).toBe(traces.length);
    const logged = lines(gateway).map((line) => line.traceId);
    expect(logged).toEqual(expect.arrayContaining(traces));
    expect(gateway.log()).not.toContain('maria');
  });

  test('names the trace in a problem, of the API and in a page', async () => {
    const { gateway } = await start(400);
    const problem = await (await gateway.get(flow, told)).json();
    expect(problem).toMatchObject({ code: 'refused-by-routee', traceId });
    expect(await (await gateway.get('/api/none', told)).json()).toMatchObject({ code: 'not-found', traceId });
    const own = await (await gateway.get(flow)).json();
    expect(own.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(own.traceId).not.toBe(traceId);
  });
});
