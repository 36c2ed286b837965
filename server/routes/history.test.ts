/** The history as the API gives it: kept after the answer, masked as answers are, and never in a page's way. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../history/database.ts';
import { openPostgres } from '../history/postgres.ts';
import { Documented } from '../testing/documented.ts';
import { startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { startUpstream } from '../testing/upstream.ts';

let postgres: TestPostgres | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
  if (postgres === null) process.stderr.write('PostgreSQL is not installed: the history is tested on PGlite alone.\n');
});
afterAll(() => postgres?.remove());
beforeEach(async () => {
  if (postgres === null) return;
  const database = openPostgres(postgres.url);
  await database.run([statement('drop schema public cascade'), statement('create schema public')]);
  await database.close();
});
/** A server starts in a moment, the embedded database in seconds. */
const where = (): Record<string, string> => (postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url });

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const phone = '306912345678';
const kept = 'cascade_history_kept_total';
const flow = `/api/failover/tracking/${id}`;
const anew = { 'cache-control': 'no-cache' };

function recordOf(status: string): object {
  const message = { type: 'Sms', to: `+${phone}`, body: 'Your parcel waits', price: 0.036, smsId: '6a0c' };
  return { trackingId: id, messages: [message], status, totalPrice: 0.036 };
}

/** A gateway on a Routee that answers what `state` holds. */
async function start(env: Record<string, string>) {
  const state = { body: recordOf('Failed'), status: 200 };
  const upstream = await startUpstream((_, response) =>
    response.writeHead(state.status, { 'content-type': 'application/json' }).end(JSON.stringify(state.body)),
  );
  open.push(upstream);
  const gateway = await startTestGateway({ env, upstream: upstream.url });
  open.push(gateway);
  return { gateway, state };
}

async function keptIs(gateway: TestGateway, count: number): Promise<void> {
  await until(async () => (await gateway.metric(kept)) === count, 30_000);
}

const history = async (gateway: TestGateway) => (await gateway.get(`/api/history/${id}`)).json();

describe('with a history', () => {
  test('lists what was seen, gives each version’s bytes, and says of a flow that is gone that it is kept', async () => {
    const { gateway, state } = await start(where());
    expect(await history(gateway)).toEqual({ trackingId: id, versions: [] });
    const first = await (await gateway.get(flow)).text();
    await keptIs(gateway, 1);
    state.body = recordOf('Succeeded');
    const second = await (await gateway.get(`/api/failover/tracking/${id.toUpperCase()}`, anew)).text();
    await keptIs(gateway, 2);
    const { versions } = await history(gateway);
    expect(versions).toMatchObject([
      { source: 'page', claim: false, times: 1 },
      { source: 'page', claim: false, times: 1 },
    ]);
    const bodies = versions.map(async (version: { id: number }) => {
      const response = await gateway.get(`/api/history/${id}/versions/${version.id}`);
      expect(response.headers.get('cache-control')).toContain('no-store');
      return response.text();
    });
    expect(await Promise.all(bodies)).toEqual([first, second]);
    state.status = 404;
    const gone = await gateway.get(flow, anew);
    expect([gone.status, await gone.json()]).toMatchObject([
      404,
      { code: 'not-found', keptUntil: versions[1].lastSeen },
    ]);
    const other = await gateway.get('/api/failover/tracking/5da956dd-d49d-4172-b1f3-6ce5424cac35');
    expect(await other.json()).not.toHaveProperty('keptUntil');
    expect((await gateway.get(`/api/history/${id}/versions/99`)).status).toBe(404);
    expect((await gateway.get(`/api/history/${id}/versions/x`)).status).toBe(400);
    const documented = new Documented(JSON.parse(await (await gateway.get('/api/openapi.json')).text()));
    for (const [path, status] of [
      [`/api/history/${id}`, '200'],
      [`/api/history/${id}/versions/${versions[0].id}`, '200'],
      [`/api/history/${id}/versions/99`, '404'],
      [flow, '404'],
    ] as const) {
      const verdict = await documented.verdictOn('GET', await gateway.get(path, anew));
      expect(verdict).toMatchObject({ described: status, faults: [] });
    }
    expect((await gateway.get('/readyz')).status).toBe(200);
    expect(gateway.log()).not.toContain(phone);
  });

  test('is masked for those who see answers masked, and a record of another flow is not taken for this one', async () => {
    const { gateway, state } = await start({ ...where(), MASK: 'always' });
    const shown = await (await gateway.get(flow)).text();
    await keptIs(gateway, 1);
    const [version] = (await history(gateway)).versions;
    const text = await (await gateway.get(`/api/history/${id}/versions/${version.id}`)).text();
    expect(text).toBe(shown);
    expect(text).not.toContain(phone);
    state.body = recordOf('Succeeded');
    await (await gateway.get('/api/failover/tracking/another')).text();
    await (await gateway.get(flow, anew)).text();
    await keptIs(gateway, 2);
    expect((await (await gateway.get('/api/history/another')).json()).versions).toEqual([]);
  });

  test('is for those only who may come in', async () => {
    const env = { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'x-user' };
    const { gateway } = await start({ ...where(), ...env });
    for (const path of [`/api/history/${id}`, `/api/history/${id}/versions/1`])
      expect((await gateway.get(path)).status).toBe(403);
    expect((await gateway.get(`/api/history/${id}`, { 'x-user': 'maria' })).status).toBe(200);
  });
});

test('what a person uploads is kept as a claim, and needs the same access as everything', async () => {
  const { gateway } = await start(where());
  const path = '/api/history/uploads';
  const response = await gateway.post(path, recordOf('Succeeded'));
  expect([response.status, await response.json()]).toEqual([202, { trackingIds: [id] }]);
  await keptIs(gateway, 1);
  expect((await history(gateway)).versions).toMatchObject([{ source: 'upload', claim: true }]);
  expect((await gateway.get(`/api/history/${id}/record`)).status).toBe(404);
  for (const body of ['', '{}', 'no JSON', { messages: [] }]) expect((await gateway.post(path, body)).status).toBe(400);
  expect((await gateway.post(path, recordOf('X'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const env = { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'x-user' };
  const { gateway: closed } = await start({ ...where(), ...env });
  expect((await closed.post(path, recordOf('X'))).status).toBe(403);
});

test('the record of a moment', async () => {
  const { gateway, state } = await start(where());
  const first = await (await gateway.get(flow)).text();
  await keptIs(gateway, 1);
  state.body = recordOf('Succeeded');
  const second = await (await gateway.get(flow, anew)).text();
  await keptIs(gateway, 2);
  const { versions } = await history(gateway);
  const at = (asof: string) => gateway.get(`/api/history/${id}/record?asof=${encodeURIComponent(asof)}`);
  const then = await at(versions[0].lastSeen);
  expect([await then.text(), then.headers.get('x-as-of')]).toEqual([first, versions[0].lastSeen]);
  expect(await (await at('2999-01-01T00:00Z')).text()).toBe(second);
  expect(await (await gateway.get(`/api/history/${id}/record`)).text()).toBe(second);
  expect((await at('2001-01-01T00:00Z')).status).toBe(404);
  expect((await at('yesterday')).status).toBe(400);
});

test('a database that is away costs no page, and is said', async () => {
  const { gateway } = await start({ HISTORY_URL: 'postgres://cascade@127.0.0.1:1/none' });
  expect((await gateway.get(flow)).status).toBe(200);
  await until(async () => (await gateway.metric('cascade_history_lost_total{reason="database"}')) === 1, 10_000);
  const ready = await gateway.get('/readyz');
  expect(await ready.json()).toMatchObject({ history: 'failing' });
  const response = await gateway.get(`/api/history/${id}`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
});

test('without a history nothing is kept, and that is said', async () => {
  const { gateway } = await start({});
  expect((await gateway.get(flow)).status).toBe(200);
  const response = await gateway.get(`/api/history/${id}`);
  expect([response.status, (await response.json()).detail]).toEqual([404, 'This gateway keeps no history.']);
  expect(await (await gateway.get('/readyz')).json()).not.toHaveProperty('history');
});
