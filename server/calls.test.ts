/** Calls to Routee as they go over the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { startTestGateway, type TestGateway, until } from './testing/gateway.ts';
import { startUpstream, type Upstream } from './testing/upstream.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

async function gatewayTo(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  env: Record<string, string> = {},
): Promise<{ gateway: TestGateway; upstream: Upstream }> {
  const upstream = await startUpstream(answer);
  const gateway = await startTestGateway({ env, upstream: upstream.url });
  open.push(upstream, gateway);
  return { gateway, upstream };
}

async function emulated(env: Record<string, string> = {}): Promise<TestGateway> {
  const gateway = await startTestGateway({ env });
  open.push(gateway);
  return gateway;
}

const flow = (id: string) => `/api/failover/tracking/${id}`;
const sample = scenarioNamed('vendor-sample').trackingId;
const json = { 'content-type': 'application/json' };

test('the bytes are Routee’s own, byte for byte', async () => {
  const text = '{ "price": 0.0360, "id":12345678901234567890,\t"status" : "Succeeded", "text": "\\u03b1\u03b1" }\n';
  const { gateway } = await gatewayTo((_, response) => response.writeHead(200, json).end(text));
  const before = Date.now();
  const response = await gateway.get(flow('a'));
  expect(await response.text()).toBe(text);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const asOf = Date.parse(response.headers.get('x-as-of') ?? '');
  expect(asOf).toBeGreaterThanOrEqual(before);
  expect(asOf).toBeLessThanOrEqual(Date.now());
});

test('no header of the browser’s goes up, none of Routee’s comes down', async () => {
  const { gateway, upstream } = await gatewayTo((_, response) =>
    response
      .writeHead(200, { ...json, 'set-cookie': 'a=b', server: 'routee-7', 'x-request-id': 'theirs', via: 'x' })
      .end('{}'),
  );
  const response = await gateway.get(flow('a'), {
    cookie: 'session=1',
    authorization: 'Bearer mine',
    'x-forwarded-for': '1.2.3.4',
    'x-request-id': 'mine',
    'accept-language': 'el',
  });
  expect(Object.keys(upstream.calls[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'host',
    'traceparent',
    'user-agent',
  ]);
  expect(upstream.calls[0]?.headers.authorization).toBe('Bearer stub-token-77');
  for (const name of ['set-cookie', 'server', 'via']) expect(response.headers.get(name)).toBeNull();
  expect(response.headers.get('x-request-id')).not.toMatch(/^(mine|theirs)$/);
});

test('connections are kept for the next call', async () => {
  const { gateway, upstream } = await gatewayTo((_, response) => response.writeHead(200, json).end('{}'));
  for (const id of ['a', 'b', 'c', 'd']) await (await gateway.get(flow(id))).text();
  expect(upstream.calls.length).toBe(4);
  expect(upstream.connections()).toBeLessThanOrEqual(2);
});

test('a redirect is not followed', async () => {
  const { gateway, upstream } = await gatewayTo((_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end(),
  );
  const response = await gateway.get(flow('a'));
  expect((await response.json()).code).toBe('upstream-unreadable');
  expect(upstream.calls.length).toBe(1);
});

test('an answer without end is cut at the limit and the connection given up', async () => {
  let closed = false;
  const { gateway } = await gatewayTo(
    (_, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write('x'.repeat(20_000)), 1);
      response.on('close', () => {
        clearInterval(timer);
        closed = true;
      });
    },
    { ROUTEE_MAX_MB: '0.1' },
  );
  const response = await gateway.get(flow('a'));
  expect([response.status, (await response.json()).code]).toEqual([502, 'too-large']);
  await until(() => closed);
});

test('an answer that comes drop by drop is given up when its time is over', async () => {
  const { gateway } = await gatewayTo(
    (_, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
    { ROUTEE_TIMEOUT_SECONDS: '0.5' },
  );
  const started = performance.now();
  const response = await gateway.get(flow('a'));
  expect([response.status, (await response.json()).code]).toEqual([504, 'upstream-slow']);
  expect(performance.now() - started).toBeLessThan(1500);
});

test('no more calls under way than the limit', async () => {
  const gateway = await emulated({ ROUTEE_MAX_CALLS: '3' });
  gateway.emulator.control.setLatency(40);
  const ids = Array.from({ length: 20 }, (_, index) => `00000000-0000-4000-8000-0000000000${index + 10}`);
  const responses = await Promise.all(ids.map((id) => gateway.get(flow(id))));
  expect(responses.map(({ status }) => status)).toEqual(ids.map(() => 404));
  expect(gateway.emulator.control.maxUnderWay()).toBe(3);
});

test('a hundred people watching one flow cost Routee one call', async () => {
  const gateway = await emulated();
  gateway.emulator.control.setLatency(1500);
  const texts = await Promise.all(Array.from({ length: 100 }, async () => (await gateway.get(flow(sample))).text()));
  expect(new Set(texts).size).toBe(1);
  expect(gateway.emulator.control.callsFor(sample)).toBe(1);
  await (await gateway.get(flow(sample))).text();
  expect(gateway.emulator.control.callsFor(sample)).toBe(1);
  await (await gateway.get(flow(sample), { 'cache-control': 'no-cache' })).text();
  expect(gateway.emulator.control.callsFor(sample)).toBe(2);
  expect(await gateway.metric('cascade_flow_answers_total{source="called"}')).toBe(2);
  expect(await gateway.metric('cascade_flow_answers_total{source="shared"}')).toBe(99);
  expect(await gateway.metric('cascade_flow_answers_total{source="memory"}')).toBe(1);
});

test('when the last who waits is gone, the call is dropped', async () => {
  let closed = 0;
  const { gateway, upstream } = await gatewayTo((_, response) => {
    response.on('close', () => closed++);
  });
  const people = [new AbortController(), new AbortController()];
  const answers = people.map(({ signal }) => fetch(gateway.url + flow('a'), { signal }));
  const settled = Promise.allSettled(answers);
  await until(() => upstream.calls.length === 1);
  await until(async () => (await gateway.metric('cascade_flow_answers_total{source="shared"}')) === 1);
  people[0]?.abort();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toBe(0);
  people[1]?.abort();
  await until(() => closed === 1);
  await settled;
  expect(await gateway.metric('cascade_routee_calls_total{operation="flow",result="given-up"}')).toBe(1);
  expect(gateway.log().match(/"status":499/g)).toHaveLength(2);
  expect(gateway.log()).not.toContain('"level":50');
});

test('a search is dropped with the one who asked', async () => {
  let closed = false;
  const { gateway, upstream } = await gatewayTo((_, response) => {
    response.on('close', () => {
      closed = true;
    });
  });
  const controller = new AbortController();
  const answer = fetch(`${gateway.url}/api/failover/tracking`, {
    method: 'POST',
    headers: json,
    body: '[]',
    signal: controller.signal,
  });
  const settled = Promise.allSettled([answer]);
  await until(() => upstream.calls.length === 1);
  controller.abort();
  await until(() => closed);
  await settled;
});

test('tokens that Routee has revoked are replaced without anybody noticing', async () => {
  const gateway = await emulated();
  await (await gateway.get(flow(sample))).text();
  gateway.emulator.control.revokeTokens();
  gateway.emulator.control.clear();
  const ids = ['viber-first-try', 'sms-first-try', 'voice-first-try'].map((slug) => scenarioNamed(slug).trackingId);
  const responses = await Promise.all(ids.map((id) => gateway.get(flow(id))));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(gateway.emulator.control.calls('token')).toBe(1);
  expect(gateway.emulator.control.calls('tracking')).toBeLessThanOrEqual(6);
});

test('a token that ends while a call waits to be repeated is replaced too', async () => {
  const used: (string | undefined)[] = [];
  const statuses = [401, 503, 401, 200];
  const { gateway } = await gatewayTo((request, response) => {
    used.push(request.headers.authorization);
    const status = statuses.shift() ?? 500;
    response.writeHead(status, json).end('{}');
  });
  expect((await gateway.get(flow('a'))).status).toBe(200);
  expect(used).toHaveLength(4);
});

test('a crowd whose tokens are revoked again and again is never told that the credentials are refused', async () => {
  const gateway = await emulated();
  const answers = new Map<string, number>();
  const revoking = setInterval(() => gateway.emulator.control.revokeTokens(), 150);
  const end = performance.now() + 2000;
  const client = async (who: number) => {
    for (let index = 0; performance.now() < end; index++) {
      const response = await gateway.get(
        flow(`11111111-2222-4333-8444-${String(who * 100_000 + index).padStart(12, '0')}`),
      );
      const { code } = JSON.parse(await response.text());
      answers.set(code, (answers.get(code) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 40 }, (_, who) => client(who)));
  clearInterval(revoking);
  // On a busy machine some are told to wait; that Routee refuses the credentials is never true.
  const honest = new Set(['not-found', 'rate-limited', 'upstream-slow']);
  expect([...answers.keys()].filter((code) => !honest.has(code))).toEqual([]);
  expect(answers.get('not-found') ?? 0).toBeGreaterThanOrEqual(40);
});
