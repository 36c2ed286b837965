import { describe, expect, test } from 'vitest';
import { scenarioNamed, scenarioRecord, scenarios } from '../scenarios/catalogue.ts';
import { startClient } from '../testing/client.ts';

const path = (slug: string) => `/failover/tracking/${scenarioNamed(slug).trackingId}`;
const now = () => Date.parse('2026-11-24T10:00:00Z');

describe('one flow', () => {
  test('every scenario that answers a record answers it over HTTP', async () => {
    const client = await startClient({ now });
    for (const scenario of scenarios.filter(({ kind }) => kind !== 'fault')) {
      const { status, text, headers } = await client.get(`/failover/tracking/${scenario.trackingId}`);
      expect(status, scenario.slug).toBe(200);
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(text === scenarioRecord(scenario, 0, now()), scenario.slug).toBe(true);
    }
  });

  test('IDs are found whatever their case', async () => {
    const client = await startClient();
    expect(
      (await client.get(path('vendor-sample').toUpperCase().replace('/FAILOVER/TRACKING', '/failover/tracking')))
        .status,
    ).toBe(200);
  });

  test('a running flow advances from when it was first asked for', async () => {
    let time = now();
    const client = await startClient({ now: () => time });
    const asked = async (slug: string) => (await client.get(path(slug))).json;
    expect(await asked('running-quick')).toMatchObject({ status: 'Queued', createdAt: '2026-11-24T10:00:00.000Z' });
    time += 3_000;
    expect(await asked('running-quick')).toMatchObject({ status: 'InProgress', totalPrice: 0.036 });
    expect(await asked('running-now')).toMatchObject({ status: 'InProgress', createdAt: '2026-11-24T09:59:53.000Z' });
    time += 4_000;
    expect(await asked('running-quick')).toMatchObject({ status: 'Succeeded', updatedAt: '2026-11-24T10:00:06.100Z' });
  });

  test('every run of a running flow starts anew, under its own ID', async () => {
    let time = now();
    const client = await startClient({ now: () => time });
    const run = (digits: string) => path('running-quick').replace(/[0-9a-f]{12}$/, digits);
    const asked = async (address: string) => (await client.get(address)).json;
    await asked(run('000000000001'));
    time += 60_000;
    expect(await asked(run('000000000001'))).toMatchObject({ status: 'Succeeded' });
    expect(await asked(run('000000000002'))).toMatchObject({
      status: 'Queued',
      trackingId: run('000000000002').split('/').at(-1),
      createdAt: '2026-11-24T10:01:00.000Z',
    });
  });

  test('unknown and malformed IDs are refused in Routee’s words', async () => {
    const client = await startClient();
    const refused = async (id: string) => {
      const { status, json } = await client.get(`/failover/tracking/${id}`);
      return { status, json };
    };
    expect(await refused('00000000-0000-4000-8000-000000000000')).toEqual({
      status: 404,
      json: { code: '404005000', developerMessage: 'Tracking id not found' },
    });
    expect(await refused('not-an-id')).toMatchObject({ status: 400, json: { code: '400000003' } });
    expect(await refused('%E0%A4%A')).toMatchObject({ status: 400 });
  });

  test('other paths and methods are not there', async () => {
    const { emulator, get, post } = await startClient();
    expect((await get('/failover')).status).toBe(404);
    expect((await post('/oauth/token/x', {})).status).toBe(404);
    expect((await fetch(`${emulator.url}${path('vendor-sample')}`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('failures of a flow', () => {
  test.each([
    ['fault-404', 404, { code: '404005000' }],
    ['fault-400', 400, { code: '400000003' }],
    ['fault-401', 401, { code: '401000000' }],
    ['fault-403', 403, { code: '403000000' }],
    ['fault-409', 409, { code: '409000000' }],
    ['fault-429', 429, { code: '429000001' }],
    ['fault-500', 500, { code: '500017000' }],
    ['fault-502-html', 502, null],
    ['fault-503', 503, null],
    ['fault-html-200', 200, null],
    ['fault-cut-json', 200, null],
    ['fault-empty', 200, null],
  ])('%s', async (slug, status, json) => {
    const client = await startClient();
    const answer = await client.get(path(slug));
    expect(answer.status).toBe(status);
    if (json === null) expect(answer.json).toBeNull();
    else expect(answer.json).toMatchObject(json);
  });

  test('too many requests say how long to wait', async () => {
    const client = await startClient();
    expect((await client.get(path('fault-429'))).headers.get('retry-after')).toBe('30');
    expect((await client.get(path('fault-429-once'))).headers.get('retry-after')).toBe('1');
    expect((await client.get(path('fault-429-once'))).status).toBe(200);
  });

  test('unavailable twice, then well', async () => {
    const client = await startClient();
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await client.get(path('fault-503-twice'))).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  test.each(['fault-broken-off', 'fault-hang-up'])('%s breaks the connection', async (slug) => {
    const client = await startClient();
    await expect(client.get(path(slug))).rejects.toThrow();
  });

  test('a slow answer takes 20 s; whoever does not wait is let go', async () => {
    const scenario = scenarioNamed('fault-slow');
    expect(scenario.kind === 'fault' && scenario.answer(1)).toMatchObject({ status: 200, delayMs: 20_000 });
    const { emulator, token } = await startClient();
    const headers = { authorization: `Bearer ${await token()}` };
    const signal = AbortSignal.timeout(50);
    await expect(fetch(emulator.url + path('fault-slow'), { headers, signal })).rejects.toThrow();
    await expect.poll(() => emulator.control.underWay()).toBe(0);
  });
});
