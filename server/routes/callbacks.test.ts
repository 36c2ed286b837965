/** Callbacks: taken with the right secret alone, at once, as claims; and the secret stands nowhere. */
import { request as httpRequest } from 'node:http';
import { fastify } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import type { EmulatorOptions } from '#emulator/start.ts';
import { createMetrics } from '../metrics.ts';
import { asProblem } from '../problem.ts';
import { account, startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { addCallbackRoute } from './callbacks.ts';

const secret = 'Zk3-callback.secret_0123456789~abcdef';
const path = `/api/callbacks/routee/${secret}`;
const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const proxied = { ACCESS: 'proxy', PROXY_ADDRESS: '10.9.9.9', PROXY_USER_HEADER: 'x-user' };
const oidc = {
  ACCESS: 'oidc',
  PUBLIC_URL: 'https://cascade.example.com',
  OIDC_ISSUER: 'https://127.0.0.1:1/none',
  OIDC_CLIENT_ID: 'cascade',
  OIDC_CLIENT_SECRET: 'client-secret',
  SESSION_SECRET: 'x'.repeat(32),
};

let postgres: TestPostgres | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.remove());
/** A server starts in a moment, the embedded database in seconds. */
const where = (): Record<string, string> => (postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url });

const open: TestGateway[] = [];
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close();
});

async function start(env: Record<string, string>, emulator: EmulatorOptions = {}): Promise<TestGateway> {
  const gateway = await startTestGateway({ env, emulator });
  open.push(gateway);
  return gateway;
}

const flow = (trackingId: string, until: number) => ({
  ...record({ steps: [sms({ at: 1, until })] }),
  trackingId,
});

const versions = async (gateway: TestGateway, trackingId: string) =>
  (await (await gateway.get(`/api/history/${trackingId}`)).json()).versions;

test('a callback is taken and kept as a claim, never as Routee’s answer, and its secret stands nowhere', async () => {
  const gateway = await start({ ...where(), CALLBACK_SECRET: secret });
  const unknown = '4c1d2b7e-6f0a-4e58-9b3c-1a2b3c4d5e6f';
  for (const trackingId of [id, unknown]) {
    const response = await gateway.post(path, flow(trackingId, 5));
    expect([response.status, await response.text()]).toEqual([202, '']);
  }
  const step = { type: 'Sms', order: 1, status: { name: 'Delivered' }, trackingId: unknown };
  expect((await gateway.post(path, [step], { 'content-type': 'text/plain' })).status).toBe(202);
  await until(async () => (await gateway.metric('cascade_history_kept_total')) === 3, 60_000);
  expect(await versions(gateway, id)).toMatchObject([{ source: 'callback', claim: true }]);
  expect(await versions(gateway, unknown)).toMatchObject([{ claim: true }, { claim: true }]);
  // Routee knows no such flow, and a claim does not make one.
  const page = await gateway.get(`/api/failover/tracking/${unknown}`);
  expect([page.status, await page.json()]).toMatchObject([404, { code: 'not-found' }]);
  const text = JSON.stringify(await (await gateway.get(`/api/failover/tracking/${unknown}`)).json());
  expect(text).not.toContain('keptUntil');

  for (const body of ['no JSON', '{}']) expect((await gateway.post(path, body)).status).toBe(202);
  await until(async () => (await gateway.metric('cascade_history_lost_total{reason="unreadable"}')) === 2);
  expect((await gateway.post(path, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  expect((await gateway.post(path, '')).status).toBe(400);

  const wrong = await gateway.post(`/api/callbacks/routee/${secret}x`, flow(id, 9));
  expect([wrong.status, (await wrong.json()).detail]).toEqual([404, 'Nothing is here.']);
  expect((await gateway.post(path, flow(id, 9), { origin: 'https://evil.example' })).status).toBe(403);
  for (const misspelt of [
    `/api/callbacks/${secret}`,
    `/api/CALLBACK/routee/${secret}/`,
    `//callbacks//routee/${secret}`,
  ])
    await gateway.post(misspelt, {});
  const encoded = [...secret].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  expect((await gateway.post(`/api/callbacks/routee/${encoded}`, flow(id, 5))).status).toBe(202);

  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).toContain('cascade_callbacks_total{result="refused"} 1');
  expect(gateway.log()).toContain('/callbacks/routee/•••');
  for (const told of [metrics, gateway.log(), text]) {
    expect(told).not.toContain(secret.slice(0, 12));
    expect(told.toLowerCase()).not.toContain(encoded.slice(0, 12).toLowerCase());
  }
}, 90_000);

test.each(['record', 'messages'] as const)(
  'what Routee posts twice and out of order is kept, and counted once (%s)',
  async (onStep) => {
    const gateway = await start(
      { ...where(), CALLBACK_SECRET: secret },
      { callbacks: { times: 2, swapped: true, onStep } },
    );
    const { emulator } = gateway;
    const token = await fetch(`${emulator.url}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account.id}:${account.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const never = {
      to: '+306912345678',
      failoverOnStatuses: ['Delivered', 'Undelivered', 'Failed', 'Expired', 'Seen'],
    };
    const send = {
      flow: [
        { type: 'Viber', ...never, message: { text: 'Hi' } },
        { type: 'Sms', ...never, message: 'Hi' },
      ],
    };
    const sent = await fetch(`${emulator.url}/failover`, {
      method: 'POST',
      headers: { authorization: `Bearer ${(await token.json()).access_token}` },
      body: JSON.stringify(send),
    });
    const { trackingId } = await sent.json();
    const count = await emulator.control.postCallbacks(trackingId, gateway.url + path);
    expect(count).toBeGreaterThanOrEqual(2);
    await until(async () => (await gateway.metric('cascade_history_kept_total')) >= count, 60_000);
    const seen: { id: number; claim: boolean; times: number }[] = await versions(gateway, trackingId);
    expect(seen.every(({ claim }) => claim)).toBe(true);
    expect(seen.reduce((sum, { times }) => sum + times, 0)).toBe(count);
    expect(new Set(seen.map(({ id: version }) => version)).size).toBe(count / 2);
  },
  60_000,
);

test.each([
  ['local', {}],
  ['proxy', proxied],
  ['oidc', oidc],
])(
  'ACCESS=%s: Routee’s servers need neither proxy nor session, and everybody else still does',
  async (kind, env) => {
    const gateway = await start({ ...where(), ...env, CALLBACK_SECRET: secret });
    expect((await gateway.post(path, flow(id, 5))).status).toBe(202);
    expect((await gateway.get(path)).status).toBe(kind === 'local' ? 404 : kind === 'oidc' ? 401 : 403);
    expect((await gateway.get(`/api/history/${id}`)).status).toBe(kind === 'local' ? 200 : kind === 'oidc' ? 401 : 403);
  },
  60_000,
);

test('under another name than this machine’s, where a tunnel brings it', async () => {
  const gateway = await start({ ...where(), CALLBACK_SECRET: secret });
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'hooks.example.com', 'content-type': 'application/json' };
    const call = httpRequest(`${gateway.url}${path}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end(JSON.stringify(flow(id, 5)));
  });
  expect(status).toBe(202);
}, 60_000);

test('without a secret there is no such route', async () => {
  const gateway = await start({});
  const response = await gateway.post(path, flow(id, 5));
  const unknown = await gateway.post('/api/nothing', {});
  const plain = async (answer: Response) => ({ ...(await answer.json()), requestId: '', traceId: '' });
  expect(response.status).toBe(unknown.status);
  expect(await plain(response)).toEqual(await plain(unknown));
  expect(gateway.log()).not.toContain(secret);
});

test('a full line is said, so that a forwarder comes again; too many are held off', async () => {
  const app = fastify();
  let now = 0;
  let room = false;
  const history = { claim: () => room };
  app.setErrorHandler((error: unknown, _request, reply) => {
    const { status, extra } = asProblem(error);
    return reply.code(status).send(String(extra.retryAfter));
  });
  await addCallbackRoute(app, { history, metrics: createMetrics(), secret, now: () => now });
  const post = async () => {
    const response = await app.inject({ method: 'POST', url: path, payload: { a: 1 } });
    return [response.statusCode, response.body];
  };
  expect(await post()).toEqual([429, '5']);
  room = true;
  const taken = await Promise.all(Array.from({ length: 5999 }, post));
  expect(taken.every(([status]) => status === 202)).toBe(true);
  expect(await post()).toEqual([429, '1']);
  now += 60_000;
  expect(await post()).toEqual([202, '']);
  await app.close();
});
