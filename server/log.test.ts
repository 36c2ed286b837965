/** What the log and the metrics hold, and what they must not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { account, startTestGateway, type TestGateway } from './testing/gateway.ts';

const term = '+306987654321';
let gateway: TestGateway;
const headers = { 'x-user': 'maria', cookie: 'session=cookie-value-91' };

beforeAll(async () => {
  gateway = await startTestGateway({
    env: { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'x-user', ROUTEE_TIMEOUT_SECONDS: '4' },
  });
  for (const { trackingId } of scenarios)
    await (await gateway.get(`/api/failover/tracking/${trackingId}`, headers)).text();
  const filters = [{ fieldName: 'to', searchOperator: 'is', searchTerm: term }];
  await (await gateway.post('/api/failover/tracking?size=5', filters, headers)).text();
  await (await gateway.post('/api/failover/tracking', `[{"to":"${term}`, headers)).text();
  await (await gateway.get(`/flows/${term}?to=${term}`, { ...headers, accept: 'text/html' })).text();
  await (await gateway.get('/api/failover/tracking/306987654321', headers)).text();
  gateway.emulator.control.refuseCredentials(true);
  gateway.emulator.control.revokeTokens();
  await (await gateway.get('/api/failover/tracking/refused', headers)).text();
}, 60_000);
afterAll(() => gateway.close());

test('who looked at which flow, when, and how it ended', () => {
  const lines = gateway
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const line = lines.find(({ path }) => path?.endsWith('/30830fad-21ed-49b0-89d0-bbada2fd5640'));
  expect(line).toMatchObject({
    level: 30,
    method: 'GET',
    status: 200,
    user: 'maria',
    reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(line.time).toBeGreaterThan(0);
});

test('no telephone number, text, secret, token or cookie', () => {
  const log = gateway.log();
  const pair = Buffer.from(`${account.id}:${account.secret}`).toString('base64');
  const tokens = gateway.emulator.control
    .received()
    .map((call) => call.headers.authorization?.split(' ')[1] ?? 'Bearer');
  const secrets = [
    '306912345678',
    '306987654321',
    account.secret,
    pair,
    'Bearer',
    'Basic ',
    'cookie-value-91',
    'authorization',
  ];
  expect(log.length).toBeGreaterThan(10_000);
  for (const secret of [...secrets, ...new Set(tokens)]) expect(log.includes(secret), secret.slice(0, 6)).toBe(false);
  const words = scenarios
    .flatMap((scenario) =>
      scenario.kind === 'record' ? [...scenario.text().matchAll(/"(?:body|text)":"([^"\\]{12,})"/g)] : [],
    )
    .map(([, text = '']) => text);
  expect(words.length).toBeGreaterThan(20);
  for (const text of new Set(words)) expect(log.includes(text), text).toBe(false);
});

test('metrics count calls, retries, tokens and answers, and name nobody', async () => {
  const text = await (await gateway.get('/metrics')).text();
  for (const name of [
    'cascade_requests_total{route="/api/failover/tracking/:trackingId",status="200"}',
    'cascade_request_seconds_bucket{le="0.1",route="/api/failover/tracking/:trackingId"}',
    'cascade_routee_calls_total{operation="flow",result="200"}',
    'cascade_routee_calls_total{operation="search",result="200"}',
    'cascade_routee_call_seconds_count{operation="flow"}',
    'cascade_routee_retries_total{operation="flow",reason="503"}',
    'cascade_routee_calls_under_way{operation="flow"} 0',
    'cascade_token_renewals_total{result="ok"}',
    'cascade_token_renewals_total{result="credentials-refused"}',
    'cascade_flow_answers_total{source="called"}',
    'process_resident_memory_bytes',
  ]) {
    expect(text).toContain(name);
  }
  // Not a figure such as 0.3069.
  expect(text).not.toMatch(/maria|30830fad|3069\d{4}/);
});
