/** Every failure of Routee's, over real HTTP, and the problem a person is told of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { account, startTestGateway, type TestGateway } from './testing/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ env: { ROUTEE_TIMEOUT_SECONDS: '3', ROUTEE_MAX_MB: '0.5' } });
});
afterAll(() => gateway.close());

const path = (slug: string) => `/api/failover/tracking/${scenarioNamed(slug).trackingId}`;

const problems: readonly [slug: string, status: number, code: string, calls: number, rest: object][] = [
  [
    'fault-404',
    404,
    'not-found',
    1,
    { routee: { status: 404, code: '404005000', developerMessage: 'Tracking id not found' } },
  ],
  ['fault-400', 400, 'refused-by-routee', 1, { routee: expect.objectContaining({ status: 400, code: '400000003' }) }],
  ['fault-401', 502, 'credentials-refused', 2, { routee: expect.objectContaining({ status: 401 }) }],
  ['fault-403', 502, 'role-missing', 2, { routee: expect.objectContaining({ status: 403 }) }],
  ['fault-409', 400, 'refused-by-routee', 1, { routee: expect.objectContaining({ status: 409 }) }],
  ['fault-429', 429, 'rate-limited', 1, { retryAfter: 30 }],
  ['fault-500', 502, 'upstream-error', 1, { routee: expect.objectContaining({ status: 500, code: '500017000' }) }],
  ['fault-502-html', 502, 'upstream-error', 3, { received: expect.stringContaining('502 Bad Gateway') }],
  ['fault-503', 502, 'upstream-error', 3, { routee: { status: 503, code: null, developerMessage: null } }],
  ['fault-html-200', 502, 'upstream-unreadable', 1, { received: expect.stringContaining('<!doctype html>') }],
  ['fault-cut-json', 502, 'upstream-unreadable', 1, { received: expect.stringContaining('"trackingId"') }],
  ['fault-broken-off', 502, 'upstream-unreadable', 3, { received: expect.stringContaining('"trackingId"') }],
  ['fault-hang-up', 502, 'upstream-down', 3, {}],
  ['fault-empty', 502, 'upstream-unreadable', 1, { received: '' }],
  ['fault-slow', 504, 'upstream-slow', 1, {}],
  ['large-3000', 502, 'too-large', 1, {}],
];

describe.each(problems)('%s', (slug, status, code, calls, rest) => {
  test(`is answered with ${status} ${code} after ${calls} call(s)`, async () => {
    const { control } = gateway.emulator;
    control.clear();
    const response = await gateway.get(path(slug));
    const body = await response.json();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ code, status, type: `urn:cascade:problem:${code}`, ...rest });
    expect(body.requestId).toBe(response.headers.get('x-request-id'));
    expect(body.title).not.toBe('');
    expect(control.callsFor(scenarioNamed(slug).trackingId)).toBe(calls);
  });

  test('names neither Routee’s host nor a secret', async () => {
    const text = await (await gateway.get(path(slug))).text();
    const { host } = new URL(gateway.emulator.url);
    for (const secret of [host, account.id, account.secret, 'Bearer', 'Basic ', 'authorization'])
      expect(text).not.toContain(secret);
  });
});

test('Retry-After of Routee is handed on as a header too', async () => {
  const response = await gateway.get(path('fault-429'));
  expect(response.headers.get('retry-after')).toBe('30');
});

test('a short Retry-After is waited for', async () => {
  const started = performance.now();
  const response = await gateway.get(path('fault-429-once'));
  expect(response.status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(1000);
});

test('two failures in between are not noticed', async () => {
  const response = await gateway.get(path('fault-503-twice'));
  expect(response.status).toBe(200);
  expect(await gateway.metric('cascade_routee_retries_total{operation="flow",reason="503"}')).toBeGreaterThanOrEqual(2);
});

test('a host that cannot be reached is down', async () => {
  const alone = await startTestGateway();
  await (await alone.get('/readyz')).text();
  await alone.emulator.close();
  const response = await alone.get(path('vendor-sample'));
  expect(response.status).toBe(502);
  expect((await response.json()).code).toBe('upstream-down');
  await alone.close();
});
