/** What failures cost Routee: tokens, repetitions; and records that are not the ones asked for. */
import { afterEach, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const json = { 'content-type': 'application/json' };
const flow = (id: string) => `/api/failover/tracking/${id}`;

async function failing(status: number): Promise<{ gateway: TestGateway; calls: () => number; tokens: () => number }> {
  let tokens = 0;
  const upstream = await startUpstream(
    (_, response) => response.writeHead(status, json).end('{}'),
    () => ({ access_token: `token-${tokens++}`, token_type: 'bearer', expires_in: 3600 }),
  );
  const gateway = await startTestGateway({ upstream: upstream.url });
  open.push(upstream, gateway);
  return { gateway, calls: () => upstream.calls.length, tokens: () => tokens };
}

test.each([401, 403])('a hundred flows that are refused with %i do not cost a new token each', async (status) => {
  const { gateway, calls, tokens } = await failing(status);
  for (let index = 0; index < 100; index++) await gateway.get(flow(`f${index}`));
  expect(tokens()).toBeLessThanOrEqual(9);
  expect(calls()).toBeLessThanOrEqual(109);
});

test.each([20, 50, 100])('%i people while everything fails: at most 1.2 calls each', async (people) => {
  const { gateway, calls } = await failing(503);
  await Promise.all(Array.from({ length: people }, (_, index) => gateway.get(flow(`f${index}`))));
  expect(calls()).toBeGreaterThanOrEqual(people);
  expect(calls() / people).toBeLessThanOrEqual(1.2);
});

test('a token endpoint that fails is not asked once a call', async () => {
  let asked = 0;
  const upstream = await startUpstream(
    () => {},
    () => {
      asked++;
      return { error: 'temporarily_unavailable' };
    },
  );
  const gateway = await startTestGateway({ upstream: upstream.url });
  open.push(upstream, gateway);
  for (let index = 0; index < 50; index++) expect((await gateway.get(flow(`f${index}`))).status).toBe(502);
  expect(asked).toBeLessThanOrEqual(4);
});

test.each([
  ['the same', '{"trackingId":"AbC-1","messages":[]}', 'same'],
  ['the same in other letters', '{"trackingId":"aBc-1","messages":[]}', 'same'],
  ['another', '{"trackingId":"abc-2","messages":[]}', 'differs'],
  ['the last of two', '{"trackingId":"AbC-1","trackingId":"abc-2","messages":[]}', 'differs'],
  ['none', '{"messages":[]}', 'none'],
  ['a number', '{"trackingId":1,"messages":[]}', 'none'],
  ['not an object', '[]', 'none'],
])('a record whose own ID is %s', async (_, body, expected) => {
  const upstream = await startUpstream((_request, response) => response.writeHead(200, json).end(body));
  const gateway = await startTestGateway({ upstream: upstream.url });
  open.push(upstream, gateway);
  for (let time = 0; time < 2; time++) {
    const response = await gateway.get(flow('AbC-1'));
    expect([response.headers.get('x-record-id'), await response.text()]).toEqual([expected, body]);
  }
  expect(upstream.calls.length).toBe(expected === 'differs' ? 2 : 1);
});

test('Retry-After that no timer holds is handed on as a day', async () => {
  const upstream = await startUpstream((_, response) =>
    response.writeHead(429, { ...json, 'retry-after': '9'.repeat(300) }).end('{}'),
  );
  const gateway = await startTestGateway({ upstream: upstream.url });
  open.push(upstream, gateway);
  const response = await gateway.get(flow('a'));
  expect([response.headers.get('retry-after'), (await response.json()).retryAfter]).toEqual(['86400', 86_400]);
});
