/** Without `CACHE_URL` nothing of it is there. */
import { expect, test, vi } from 'vitest';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { startTestGateway, until } from '../testing/gateway.ts';

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock('@redis/client', () => {
  loads.count++;
  return {};
});

async function afterAFlow(env: Record<string, string>) {
  const gateway = await startTestGateway({ env });
  try {
    await until(async () => (await gateway.get('/readyz')).status === 200);
    const { status } = await gateway.get(`/api/failover/tracking/${scenarioNamed('vendor-sample').trackingId}`);
    const metrics = await (await gateway.get('/metrics')).text();
    return {
      status,
      ready: await (await gateway.get('/readyz')).json(),
      hasFigures: metrics.includes('cascade_cache'),
    };
  } finally {
    await gateway.close();
  }
}

test('no client is loaded, and neither /readyz nor /metrics speaks of a store', async () => {
  expect(await afterAFlow({})).toEqual({
    status: 200,
    ready: { status: 'ready', credentials: 'ok' },
    hasFigures: false,
  });
  expect(loads.count).toBe(0);
});

test('with it the client is loaded, and a client that is broken costs no answer', async () => {
  expect(await afterAFlow({ CACHE_URL: 'redis://127.0.0.1:1' })).toEqual({
    status: 200,
    ready: { status: 'ready', credentials: 'ok', cache: 'failing' },
    hasFigures: true,
  });
  expect(loads.count).toBe(1);
});
