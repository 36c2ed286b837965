/** Health, readiness, and what the app is told of the credentials. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startTestGateway, type TestGateway, until } from '../testing/gateway.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const flow = '/api/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640';

async function state(): Promise<[ready: number, readyz: string, config: string]> {
  const response = await gateway.get('/readyz');
  const { credentials } = await response.json();
  return [response.status, credentials, (await (await gateway.get('/api/config')).json()).credentials];
}

test('ready once Routee has taken the credentials, without anybody asking for a flow', async () => {
  gateway = await startTestGateway();
  await until(async () => (await gateway.get('/readyz')).status === 200);
  expect(await state()).toEqual([200, 'ok', 'ok']);
  expect(gateway.emulator.control.calls('tracking')).toBe(0);
});

test('wrong credentials are found at start and said, and the process goes on', async () => {
  gateway = await startTestGateway({ env: { ROUTEE_APP_SECRET: 'wrong' } });
  await until(async () => (await state())[1] === 'refused');
  expect(await state()).toEqual([503, 'refused', 'refused']);
  expect((await gateway.get('/healthz')).status).toBe(200);
  const response = await gateway.get(flow);
  expect([response.status, (await response.json()).code]).toEqual([502, 'credentials-refused']);
});

test('credentials that are refused later, and work again without anybody asking', async () => {
  gateway = await startTestGateway();
  const { control } = gateway.emulator;
  expect((await gateway.get(flow)).status).toBe(200);
  control.refuseCredentials(true);
  control.revokeTokens();
  expect((await gateway.get(flow, { 'cache-control': 'no-cache' })).status).toBe(502);
  expect(await state()).toEqual([503, 'refused', 'refused']);
  control.refuseCredentials(false);
  await until(async () => (await gateway.get('/readyz')).status === 200, 15_000);
  expect((await gateway.get(flow, { 'cache-control': 'no-cache' })).status).toBe(200);
}, 20_000);

test('an account without the failover role', async () => {
  gateway = await startTestGateway();
  gateway.emulator.control.denyRole(true);
  const response = await gateway.get(flow);
  expect([response.status, (await response.json()).code]).toEqual([502, 'role-missing']);
  expect(await state()).toEqual([503, 'roleMissing', 'roleMissing']);
  gateway.emulator.control.denyRole(false);
  expect((await gateway.get(flow)).status).toBe(200);
  expect(await state()).toEqual([200, 'ok', 'ok']);
});

test('one flow that is forbidden does not make the account a wrong one', async () => {
  gateway = await startTestGateway();
  await (await gateway.get(flow)).text();
  await (await gateway.get('/api/failover/tracking/5da956dd-d49d-4172-b1f3-6ce5424cac35')).text();
  expect(await state()).toEqual([200, 'ok', 'ok']);
});

test('unchecked while Routee cannot be reached', async () => {
  gateway = await startTestGateway({ upstream: 'http://127.0.0.1:1' });
  expect(await state()).toEqual([503, 'unchecked', 'unchecked']);
});

test('what is under way is finished when the gateway closes, and nothing new begun', async () => {
  gateway = await startTestGateway();
  gateway.emulator.control.setLatency(300);
  const answer = gateway.get(flow);
  await until(() => gateway.emulator.control.calls('tracking') === 1);
  const closed = gateway.close();
  await expect(gateway.get('/healthz')).rejects.toThrow();
  expect((await answer).status).toBe(200);
  await closed;
  gateway = await startTestGateway();
});

const oddly = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    const sent = request(gateway.url + path, { headers, method }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', reject).end();
  });

test.each(['GET', 'HEAD'])('%s is answered on every path of machines', async (method) => {
  gateway = await startTestGateway();
  await until(async () => (await gateway.get('/readyz')).status === 200);
  for (const path of ['/healthz', '/readyz', '/metrics']) expect(await oddly(path, {}, method)).toBe(200);
});

test('figures are not for strangers whom a proxy on this machine lets through', async () => {
  const env = {
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
  };
  gateway = await startTestGateway({ env });
  const added = [
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'via',
    'x-user',
    'x-groups',
  ];
  for (const name of added) {
    for (const value of ['203.0.113.7', '127.0.0.1', ''])
      expect([name, await oddly('/metrics', { [name]: value })]).toEqual([name, 403]);
  }
  expect(await oddly('/metrics', { host: 'cascade.example' })).toBe(403);
  expect(await oddly('/metrics', { host: 'localhost\\.evil' })).toBe(403);
  expect(await oddly('/metrics', {})).toBe(200);
});

test('figures on a port of their own are gone from the public one', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => free.close(resolve));
  gateway = await startTestGateway({ env: { METRICS_PORT: String(port) } });
  expect(await oddly('/metrics', {})).toBe(404);
  const own = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect([own.status, (await own.text()).includes('cascade_requests_total')]).toEqual([200, true]);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});
