/** Three gateways before one Routee, with a real Valkey or Redis between them. */
import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { type Emulator, startEmulator } from '#emulator/start.ts';
import { cacheProgram, startCacheServer, type TestCacheServer } from '../testing/cache-server.ts';
import { account, startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { askScript } from './scripts.ts';
import { Sealing } from './sealing.ts';

const mostCalls = 6;
const path = (id: string) => `/api/failover/tracking/${id}`;
const nobodys = '00000000-0000-4000-8000-00000000dead';
const noCache = { 'cache-control': 'no-cache' };

let store: TestCacheServer;
let routee: Emulator;
let gateways: readonly TestGateway[] = [];
/** Flows that no test has asked for yet. */
let unused: string[] = [];

function gatewayAt(index: number): TestGateway {
  const gateway = gateways[index % gateways.length];
  if (gateway === undefined) throw new Error('No gateway runs');
  return gateway;
}

function takeFlow(): string {
  const id = unused.pop();
  if (id === undefined) throw new Error('No flow is left');
  return id;
}

async function cacheState(gateway: TestGateway): Promise<[ready: number, cache: string]> {
  const response = await gateway.get('/readyz');
  return [response.status, (await response.json()).cache];
}

const allAre = (state: string) =>
  until(async () => (await Promise.all(gateways.map(cacheState))).every(([, cache]) => cache === state), 8000);

/** Asks so many times, at each gateway in turn; the IDs that the records give themselves, or the problem's code. */
async function askAll(id: string, times: number, headers: Record<string, string> = {}): Promise<Set<string>> {
  const answers = Array.from({ length: times }, async (_, index) => {
    const { trackingId, code } = await (await gatewayAt(index).get(path(id), headers)).json();
    return String(trackingId ?? code);
  });
  return new Set(await Promise.all(answers));
}

/** Runs work with a connection of the test's own to the store. */
async function inStore<Value>(
  work: (send: (...words: string[]) => Promise<unknown>) => Promise<Value>,
): Promise<Value> {
  const client = createClient({ url: store.url });
  await client.connect();
  try {
    return await work((...words) => client.sendCommand(words));
  } finally {
    client.destroy();
  }
}

const sum = async (line: string) =>
  (await Promise.all(gateways.map((gateway) => gateway.metric(line)))).reduce((all, each) => all + each, 0);

describe.skipIf(cacheProgram() === null)(
  'with a real store (skipped where neither valkey-server nor redis-server is)',
  () => {
    beforeAll(async () => {
      const started = await startCacheServer();
      if (started === null) throw new Error('There is no store to start');
      store = started;
      routee = await startEmulator({ credentials: account });
      // A machine that is busy with other tests lets the store wait.
      const env = { CACHE_URL: store.url, CACHE_TIMEOUT_SECONDS: '0.5', ROUTEE_MAX_CALLS: String(mostCalls) };
      const start = () => startTestGateway({ env, upstream: routee.url });
      gateways = await Promise.all([start(), start(), start()]);
      await until(async () => (await Promise.all(gateways.map(cacheState))).every(([ready]) => ready === 200));
      const found = await gatewayAt(0).post('/api/failover/tracking?page=0&size=200', []);
      unused = (await found.json()).content.map(({ trackingId }: { trackingId: string }) => trackingId);
      expect(await allAre('ok')).toBeUndefined();
    });
    afterAll(async () => {
      for (const gateway of gateways) await gateway.close();
      await routee?.close();
      await store?.remove();
    });

    test('one token for all three', () => {
      expect(routee.control.calls('token')).toBe(1);
    });

    test('ninety who ask for one flow at once, whichever gateway they ask: one call', async () => {
      const id = takeFlow();
      routee.control.setLatency(150);
      expect(await askAll(id, 90)).toEqual(new Set([id]));
      routee.control.setLatency(0);
      expect(routee.control.callsFor(id)).toBe(1);
    });

    test('what one has fetched the others remember, byte for byte', async () => {
      const { trackingId, ...scenario } = scenarioNamed('vendor-sample');
      const text = scenario.kind === 'record' ? scenario.text() : '';
      for (const gateway of gateways) expect(await (await gateway.get(path(trackingId))).text()).toBe(text);
      expect(routee.control.callsFor(trackingId)).toBe(1);
    });

    test('who asks for news gets them, and so do those who ask elsewhere afterwards', async () => {
      const { trackingId } = scenarioNamed('vendor-sample');
      const before = routee.control.callsFor(trackingId);
      const asOf = async (index: number, headers = {}) =>
        (await gatewayAt(index).get(path(trackingId), headers)).headers.get('x-as-of');
      const [old] = [await asOf(0), await asOf(1)];
      const news = await asOf(2, noCache);
      expect(news).not.toBe(old);
      await until(async () => (await asOf(0)) === news && (await asOf(1)) === news);
      expect(routee.control.callsFor(trackingId)).toBe(before + 1);
    });

    test('many who ask for news at once share one call', async () => {
      const id = takeFlow();
      await askAll(id, 3);
      routee.control.setLatency(150);
      expect(await askAll(id, 30, noCache)).toEqual(new Set([id]));
      routee.control.setLatency(0);
      expect(routee.control.callsFor(id)).toBe(2);
    });

    test('those who wait share what Routee refuses, and nobody remembers it', async () => {
      routee.control.setLatency(150);
      expect(await askAll(nobodys, 30)).toEqual(new Set(['not-found']));
      routee.control.setLatency(0);
      expect(routee.control.callsFor(nobodys)).toBe(1);
      await askAll(nobodys, 1);
      expect(routee.control.callsFor(nobodys)).toBe(2);
    });

    test('all together have no more calls under way than one of them may', async () => {
      const ids = Array.from({ length: 60 }, takeFlow);
      routee.control.clear();
      routee.control.setLatency(30);
      const answers = ids.map((id, index) => gatewayAt(index).get(path(id)));
      expect((await Promise.all(answers)).filter(({ status }) => status !== 200)).toEqual([]);
      routee.control.setLatency(0);
      expect(routee.control.maxUnderWay()).toBeLessThanOrEqual(mostCalls);
      expect(routee.control.calls('tracking')).toBe(60);
    });

    test('one alone may have nearly all of them when the others have nothing to do', async () => {
      const ids = Array.from({ length: 30 }, takeFlow);
      routee.control.clear();
      routee.control.setLatency(100);
      await Promise.all(ids.map((id) => gatewayAt(0).get(path(id))));
      routee.control.setLatency(0);
      expect(routee.control.maxUnderWay()).toBe(mostCalls);
    });

    test('a token that Routee takes back is replaced once for all', async () => {
      routee.control.clear();
      routee.control.revokeTokens();
      const ids = [takeFlow(), takeFlow(), takeFlow()];
      const statuses = await Promise.all(ids.map(async (id, index) => (await gatewayAt(index).get(path(id))).status));
      expect(statuses).toEqual([200, 200, 200]);
      expect(routee.control.calls('token')).toBe(1);
    });

    test('nothing in the store can be read: neither names nor values', async () => {
      const id = takeFlow();
      const record = await (await gatewayAt(0).get(path(id))).text();
      const held = await inStore(async (send) => {
        const names = await send('KEYS', '*');
        if (!Array.isArray(names)) throw new Error('No names');
        const values = names.map(async (name) => [name, await send('GET', name).catch(() => send('HGETALL', name))]);
        return JSON.stringify(await Promise.all(values));
      });
      expect(held).toContain('cascade:1:');
      const words = [id, account.secret, account.id, ...(record.match(/"to" ?: ?"[^"]+"|\+?\d{10,}/g) ?? [])];
      for (const word of words) expect(held).not.toContain(word.replace(/^.*: ?"|"$/g, ''));
    });

    test('who holds a lease and dies is waited for no longer than the lease', async () => {
      const id = takeFlow();
      const name = new Sealing({
        appId: account.id,
        appSecret: account.secret,
        apiUrl: routee.url,
        authUrl: routee.url,
      }).name('flow', id);
      const keys = [name, `${name}:landed`, `${name}:lease`];
      await inStore((send) => send('EVAL', askScript, '3', ...keys, 'x'.repeat(22), '600', '0', ''));
      const begun = performance.now();
      expect(await askAll(id, 9)).toEqual(new Set([id]));
      expect(performance.now() - begun).toBeGreaterThan(400);
      expect(routee.control.callsFor(id)).toBe(1);
    });

    test('values that are not ours, or another flow’s, are never taken for an answer; a lease without an end is nobody’s', async () => {
      const [one, other] = [takeFlow(), takeFlow()];
      await askAll(one, 1);
      await askAll(other, 1);
      const sealing = new Sealing({
        appId: account.id,
        appSecret: account.secret,
        apiUrl: routee.url,
        authUrl: routee.url,
      });
      const name = (id: string) => sealing.name('flow', id);
      await inStore(async (send) => {
        await send('COPY', name(one), name(other), 'REPLACE');
        await send('SET', name(one), `f${'y'.repeat(22)}{"trackingId":"x"}`);
        await send('SET', `${name(takeFlow())}:lease`, 'z'.repeat(22));
      });
      const unreadable = await sum('cascade_cache_failures_total{reason="unreadable"}');
      for (const id of [one, other]) {
        const record = await (await gatewayAt(1).get(path(id))).json();
        expect(record.trackingId).toBe(id);
      }
      expect(await sum('cascade_cache_failures_total{reason="unreadable"}')).toBeGreaterThan(unreadable);
      expect((await cacheState(gatewayAt(1)))[1]).toBe('ok');
    });

    test('a store that is killed while calls are under way costs nobody an answer; afterwards it is shared again', async () => {
      const id = takeFlow();
      routee.control.setLatency(200);
      const asked = askAll(id, 60);
      await until(() => routee.control.callsFor(id) > 0);
      await store.kill();
      expect(await asked).toEqual(new Set([id]));
      expect(routee.control.callsFor(id)).toBeLessThanOrEqual(gateways.length);
      await allAre('failing');
      expect((await cacheState(gatewayAt(0)))[0]).toBe(200);
      expect(await sum('cascade_cache_up')).toBe(0);
      const alone = takeFlow();
      expect(await askAll(alone, 30)).toEqual(new Set([alone]));
      expect(routee.control.callsFor(alone)).toBe(gateways.length);
      await store.start();
      await allAre('ok');
      const shared = takeFlow();
      expect(await askAll(shared, 30)).toEqual(new Set([shared]));
      routee.control.setLatency(0);
      expect(routee.control.callsFor(shared)).toBe(1);
    });

    test('a store that hangs holds nobody up for longer than a moment', async () => {
      store.hang();
      try {
        const id = takeFlow();
        const begun = performance.now();
        expect(await askAll(id, 30)).toEqual(new Set([id]));
        expect(performance.now() - begun).toBeLessThan(3000);
        await allAre('failing');
        expect((await cacheState(gatewayAt(0)))[0]).toBe(200);
      } finally {
        store.resume();
      }
      await allAre('ok');
      const shared = takeFlow();
      routee.control.setLatency(100);
      expect(await askAll(shared, 30)).toEqual(new Set([shared]));
      routee.control.setLatency(0);
      expect(routee.control.callsFor(shared)).toBe(1);
    });

    test('a gateway that is closed gives its share of the calls to the others', async () => {
      await gateways[2]?.close();
      gateways = gateways.slice(0, 2);
      await until(async () => (await gatewayAt(0).metric('cascade_cache_replicas')) === 2);
    });
  },
);

describe.skipIf(cacheProgram() === null)('a store that is of no use from the start', () => {
  test.each([
    ['full', ['--maxmemory', '100kb', '--maxmemory-policy', 'noeviction'], 'full'],
    ['closed to us', ['--requirepass', 'another'], 'refused'],
  ])('%s: the gateway answers, is ready, and says so', async (_, words, reason) => {
    const useless = await startCacheServer(words);
    const gateway = await startTestGateway({ env: { CACHE_URL: useless?.url ?? '' } });
    try {
      await until(async () => (await gateway.metric(`cascade_cache_failures_total{reason="${reason}"}`)) > 0);
      const { trackingId } = scenarioNamed('vendor-sample');
      expect((await (await gateway.get(path(trackingId))).json()).trackingId).toBe(trackingId);
      expect(await cacheState(gateway)).toEqual([200, 'failing']);
    } finally {
      await gateway.close();
      await useless?.remove();
    }
  });
});
