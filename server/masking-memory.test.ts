/** A masked form has its share of the one budget of memory, from before it is made until the last reader has it or is gone. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerMasking } from './masking.ts';
import { MaskingPool } from './masking-pool.ts';
import { AnswerMemory } from './routee/memory.ts';
import type { Fetched } from './routee/read-answer.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const megabyte = 1024 * 1024;
/** Masked, it is as long as before. */
const lists = `[${'[],'.repeat(3 * megabyte)}[]]`;

test('readers of masked answers who read nothing are charged, and give all back when they go', async () => {
  const upstream = await startUpstream((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(lists),
  );
  const env = { MASK: 'always', ROUTEE_TIMEOUT_SECONDS: '60', FINISHED_MEMORY_SECONDS: '0' };
  const gateway = await startTestGateway({ env, upstream: upstream.url });
  open.push(upstream, gateway);
  const held = () => gateway.metric('cascade_answer_bytes');
  const sockets = [0, 1, 2].map((index) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').on('error', () => {});
    socket.pause();
    socket.write(`GET /api/failover/tracking/a${index} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    return socket;
  });
  open.push({ close: () => sockets.forEach((socket) => void socket.destroy()) });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  await until(async () => (await held()) > 9 * megabyte, 30_000);
  for (const socket of sockets) socket.destroy();
  await until(async () => (await held()) === 0, 30_000);
  const response = await gateway.get('/api/failover/tracking/b');
  expect((await response.arrayBuffer()).byteLength).toBe(lists.length);
}, 90_000);

async function answerOf(text: string, memory: AnswerMemory): Promise<Fetched> {
  const bytes = Buffer.from(text);
  const lease = memory.lease();
  await lease.reserve(bytes.length, true, new AbortController().signal);
  return { bytes, lease, finished: true, ownId: null, asOf: 0 };
}

test.each([
  ['small: beside its answer', '{"a":[1,2]}', 2],
  ['large: in place of its answer', `[${'[],'.repeat(400_000)}[]]`, 1],
])('a form that is %s', async (_, text, times) => {
  const memory = new AnswerMemory(megabyte);
  const answer = await answerOf(text, memory);
  const mask = answerMasking(new MaskingPool('not built'), memory);
  const shown = await mask(answer, new AbortController().signal);
  await new Promise(setImmediate);
  expect(memory.usedBytes).toBe(text.length * (times - 1) + shown.bytes.length);
  shown.lease.release();
  expect(memory.usedBytes).toBe(0);
});

test('a form that nobody waits for, or that there is no room for, costs nothing', async () => {
  const memory = new AnswerMemory(megabyte, 3 * megabyte);
  const mask = answerMasking(new MaskingPool('not built'), memory);
  const left = await answerOf('[1]', memory);
  await expect(mask(left, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  left.lease.release();
  const large = await answerOf(`[${'[],'.repeat(600_000)}[]]`, memory);
  await expect(mask(large, new AbortController().signal)).rejects.toMatchObject({ code: 'rate-limited' });
  large.lease.release();
  await new Promise(setImmediate);
  expect(memory.usedBytes).toBe(0);
});
