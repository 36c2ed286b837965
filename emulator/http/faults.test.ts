import { expect, test } from 'vitest';
import { startClient } from '../testing/client.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const flow = `/failover/tracking/${id}`;

async function outcomes(seed: number): Promise<string> {
  const client = await startClient({ seed });
  client.emulator.control.setFailureRate(0.3);
  const seen: string[] = [];
  for (let call = 0; call < 60; call += 1) {
    const outcome = await client.get(flow).then(
      ({ status }) => String(status),
      () => 'broken',
    );
    seen.push(outcome);
  }
  return seen.join(' ');
}

test('a share of calls fails, and the seed says which', async () => {
  const first = await outcomes(7);
  expect(first).toBe(await outcomes(7));
  expect(first).not.toBe(await outcomes(8));
  const failed = first.split(' ').filter((outcome) => outcome !== '200');
  expect(failed.length).toBeGreaterThan(8);
  expect(failed.length).toBeLessThan(30);
  expect(new Set(failed).size).toBeGreaterThan(2);
});

test('only the wanted kinds fail, of the wanted operations', async () => {
  const client = await startClient();
  const { control } = client.emulator;
  control.setFailureRate(1, { kinds: ['429'], operations: ['search'] });
  expect((await client.get(flow)).status).toBe(200);
  const { status, headers } = await client.post('/failover/tracking', []);
  expect([status, headers.get('retry-after')]).toEqual([429, '1']);
  control.setFailureRate(1, { kinds: ['cut'], operations: ['tracking'] });
  await expect(client.get(flow)).rejects.toThrow();
  control.setFailureRate(0);
  expect((await client.get(flow)).status).toBe(200);
});

test('latency holds answers back, and the ledger sees how many are under way', async () => {
  const client = await startClient();
  const { control } = client.emulator;
  await client.get(flow);
  control.clear();
  control.setLatency(80);
  const begun = performance.now();
  await Promise.all([client.get(flow), client.get(flow), client.get(flow), client.post('/failover/tracking', [])]);
  expect(performance.now() - begun).toBeGreaterThan(75);
  expect([control.calls(), control.calls('tracking'), control.calls('search')]).toEqual([4, 3, 1]);
  expect([control.callsFor(id), control.maxUnderWayFor(id), control.maxUnderWay()]).toEqual([3, 3, 4]);
  await expect.poll(() => control.underWay()).toBe(0);
});

test('received headers can be read', async () => {
  const client = await startClient();
  await client.get(`${flow}?x=1`);
  const { received } = client.emulator.control;
  expect(received().map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /oauth/token', `GET ${flow}?x=1`]);
  expect(received()[1]?.headers.authorization).toMatch(/^Bearer /);
});

test('closing ends calls under way, and the port can be taken again', async () => {
  const client = await startClient();
  client.emulator.control.setLatency(10_000);
  const held = client.get(flow);
  const refused = expect(held).rejects.toThrow();
  await expect.poll(() => client.emulator.control.underWay()).toBe(1);
  await client.emulator.close();
  await refused;
  const again = await startClient({ port: Number(new URL(client.emulator.url).port) });
  expect((await again.get(flow)).status).toBe(200);
});
