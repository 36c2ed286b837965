import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startClient } from '../testing/client.ts';

const steps = [
  { type: 'Sms', from: 'Brand', to: '+306912345678', order: 2, message: 'Hello', ttl: 15 },
  { type: 'Viber', from: 'Brand', to: '+306912345678', order: 1, ttl: 0.5, message: { text: 'Hello' } },
  { type: 'Voice', from: '+302310123450', to: { phone: '+306912345678' }, order: 3, dialPlan: {} },
];

function idOf(json: unknown): string {
  if (typeof json !== 'object' || json === null || !('trackingId' in json)) throw new Error('No trackingId');
  return String(json.trackingId);
}

test('a sent flow is echoed, can be tracked and searched, and comes to an end', async () => {
  let now = Date.parse('2026-11-24T10:00:00Z');
  const client = await startClient({ now: () => now });
  const { status, json } = await client.post('/failover', { flow: steps });
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 'Queued', createdAt: '2026-11-24T10:00:00.000Z', flow: steps });

  const track = async () => (await client.get(`/failover/tracking/${idOf(json)}`)).json;
  expect(await track()).toMatchObject({
    status: 'Queued',
    terminationChannel: null,
    messages: [
      { type: 'Viber', order: 1, status: null, body: { text: 'Hello' } },
      { type: 'Sms', order: 2, status: null, body: 'Hello', ttl: 15 },
      { type: 'Voice', order: 3, status: null, to: '+306912345678' },
    ],
  });
  now += 400;
  expect(await track()).toMatchObject({ status: 'InProgress', messages: [{ status: { name: 'QUEUED' } }, {}, {}] });
  now += 10 * 60_000;
  expect(await track()).toMatchObject({ status: expect.stringMatching(/Succeeded|Failed/) });

  const found = await client.post('/failover/tracking?size=1000', [{ fieldName: 'to', searchTerm: '+306912345678' }]);
  expect(found.json).toMatchObject({ content: [{ trackingId: idOf(json) }], totalElements: 1 });
  const newest = await client.post(
    '/failover/tracking?dateStart=2026-11-24T10:00Z&dateEnd=2026-11-24T10:01Z&size=1000',
    [],
  );
  expect(newest.json).toMatchObject({
    content: expect.arrayContaining([expect.objectContaining({ trackingId: idOf(json) })]),
  });
});

test('many flows come to different, consistent ends', async () => {
  let now = Date.parse('2026-11-24T10:00:00Z');
  const client = await startClient({ now: () => now, expiresInS: 86_400 });
  const ids = [];
  for (let index = 0; index < 40; index += 1) ids.push(idOf((await client.post('/failover', { flow: steps })).json));
  now += 3_600_000;
  const ends = [];
  for (const id of ids) {
    const { json } = await client.get(`/failover/tracking/${id}`);
    ends.push(JSON.stringify(json).replace(/.*"terminationChannel":"(\w+)","status":"(\w+)".*/, '$1 $2'));
  }
  expect(new Set(ends).size).toBeGreaterThan(2);
  expect(ends.filter((end) => end.endsWith('Succeeded')).length).toBeGreaterThan(30);
});

test.each([
  [{}, 'flow'],
  [{ flow: [] }, 'flow'],
  [{ flow: [{ type: 'Fax', to: '+30' }] }, 'type'],
  [{ flow: [{ type: 'Sms', to: '' }] }, 'to'],
  [{ flow: [{ type: 'Sms', to: '+30', ttl: 0.5 }] }, 'ttl'],
  [{ flow: [{ type: 'Viber', to: '+30', failoverOnStatuses: 'EXPIRED' }] }, 'failoverOnStatuses'],
  [{ flow: steps, callback: { url: 'https://example.com/' } }, 'callback'],
  [{ flow: steps, callback: { url: 'http://127.0.0.1:1/', strategy: 'Never' } }, 'strategy'],
])('%o is refused', async (body, named) => {
  const { status, json } = await (await startClient()).post('/failover', body);
  expect(status).toBe(400);
  expect(json).toMatchObject({ developerMessage: expect.stringContaining(named) });
});

test('the callback receives the finished record', async () => {
  const bodies: string[] = [];
  const receiver = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk));
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object.
  const { port } = receiver.address() as AddressInfo;
  const client = await startClient();
  const callback = { url: `http://127.0.0.1:${port}/`, strategy: 'OnStep' };
  const viber = { type: 'Viber', to: '+306912345678', message: { text: 'Hi' }, failoverOnStatuses: [] };
  // By chance some of these end within seconds; one is enough.
  for (let count = 0; count < 5; count += 1) await client.post('/failover', { flow: [viber], callback });
  await expect.poll(() => bodies.length, { timeout: 5_000 }).toBeGreaterThan(0);
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ terminationChannel: 'Viber', messages: [{ type: 'Viber' }] });
  receiver.close();
});
