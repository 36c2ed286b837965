/**
 * Large answers and readers who do not take them: the memory of all answers has one budget, readers who stand in the way are
 * parted with, and the gateway answers in between. The whole process's memory is measured by `npm run soak`.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startTestGateway, type TestGateway, until } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const megabyte = 1024 * 1024;
const flow = (id: string) => `/api/failover/tracking/${id}`;

/** A Routee whose every record has so many bytes of text; `announced`: its length stands in its head. */
async function largeRecords(bytes: number, announced: boolean, env: Record<string, string> = {}): Promise<TestGateway> {
  const padding = Buffer.alloc(bytes, 'x');
  const upstream = await startUpstream((request, response) => {
    const id = request.url?.split('/').at(-1);
    const [head, tail] = [`{"trackingId":"${id}","status":"Succeeded","messages":[],"text":"`, '"}'];
    const length = Buffer.byteLength(head) + bytes + tail.length;
    response.writeHead(200, { 'content-type': 'application/json', ...(announced ? { 'content-length': length } : {}) });
    response.write(head);
    response.write(padding);
    response.end(tail);
  });
  const gateway = await startTestGateway({ upstream: upstream.url, env: { ROUTEE_TIMEOUT_SECONDS: '60', ...env } });
  open.push(upstream, gateway);
  return gateway;
}

/** Somebody who asks and reads nothing. */
async function readsNothing(gateway: TestGateway, id: string): Promise<Socket> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').on('error', () => {});
  open.push({ close: () => socket.destroy() });
  await once(socket, 'connect');
  socket.pause();
  socket.write(`GET ${flow(id)} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: identity\r\n\r\n`);
  return socket;
}

const held = (gateway: TestGateway) => gateway.metric('cascade_answer_bytes');

test.each([
  ['announced', true],
  ['of unknown length', false],
])(
  'sixteen records of 4 MB at once, %s: all are answered, within the budget',
  { timeout: 120_000 },
  async (_, announced) => {
    const gateway = await largeRecords(4 * megabyte, announced, { ROUTEE_MAX_MB: '5' });
    let most = 0;
    const look = setInterval(
      () =>
        held(gateway).then(
          (bytes) => (most = Math.max(most, bytes)),
          () => {},
        ),
      20,
    );
    const sizes = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const response = await gateway.get(flow(`large${index}`), { 'accept-encoding': 'identity' });
        expect(response.headers.get('x-record-id')).toBe('same');
        return (await response.arrayBuffer()).byteLength;
      }),
    );
    clearInterval(look);
    expect(Math.min(...sizes)).toBeGreaterThan(4 * megabyte);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(48 * megabyte);
  },
);

test('readers who read nothing are parted with when others wait for the memory', { timeout: 120_000 }, async () => {
  const gateway = await largeRecords(11 * megabyte, true, { FINISHED_MEMORY_SECONDS: '0' });
  const lazy = await Promise.all(Array.from({ length: 8 }, (_, index) => readsNothing(gateway, `lazy${index}`)));
  await until(async () => (await held(gateway)) > 30 * megabyte, 30_000);
  const started = performance.now();
  const response = await gateway.get(flow('other'), { 'accept-encoding': 'identity' });
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(11 * megabyte);
  expect(performance.now() - started).toBeLessThan(40_000);
  expect(await gateway.metric('cascade_readers_cut_total')).toBeGreaterThan(0);
  for (const socket of lazy) socket.destroy();
  await until(async () => (await held(gateway)) === 0, 20_000);
});

test('a reader who is gone in the middle gives the memory back', async () => {
  const gateway = await largeRecords(11 * megabyte, true, { FINISHED_MEMORY_SECONDS: '0' });
  const socket = await readsNothing(gateway, 'a');
  await until(async () => (await held(gateway)) > 10 * megabyte, 20_000);
  socket.destroy();
  await until(async () => (await held(gateway)) === 0, 20_000);
});

test.each([15])(
  'a record of %i MB is answered, as it came and compressed',
  async (size) => {
    const gateway = await largeRecords(size * megabyte, false, { ROUTEE_TIMEOUT_SECONDS: '60' });
    for (const encoding of ['identity', 'br', 'gzip']) {
      const response = await gateway.get(flow('a'), { 'accept-encoding': encoding });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(size * megabyte);
    }
  },
  60_000,
);
