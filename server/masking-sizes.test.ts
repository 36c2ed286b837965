/** Answers made to hold everybody up: each is masked or refused in time, in a worker, and health checks are answered meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestGateway } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

const megabyte = 1024 * 1024;
const shapes: readonly (readonly [string, () => string, number])[] = [
  ['10,000 keys', () => `{${Array.from({ length: 10_000 }, (_, n) => `"+3069${10_000_000 + n}":1`).join()}}`, 200],
  ['50,000 keys', () => `{${Array.from({ length: 50_000 }, (_, n) => `"+3069${10_000_000 + n}":1`).join()}}`, 200],
  ['one text of 6 MB', () => `{"messages":[{"body":"${'1-'.repeat(3 * megabyte)}"}]}`, 200],
  ['a description of 6 MB', () => `{"description":"${'a@b '.repeat(1.5 * megabyte)}"}`, 200],
  ['many lists', () => `[${'[],'.repeat(2 * megabyte)}[]]`, 200],
  ['many texts that would grow', () => `[${'"a",'.repeat(megabyte)}"a"]`, 502],
  ['lists too deep', () => '['.repeat(5 * megabyte) + ']'.repeat(5 * megabyte), 502],
];

async function start(body: string) {
  const upstream = await startUpstream((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  );
  open.push(upstream);
  const gateway = await startTestGateway({
    env: { MASK: 'always', ROUTEE_TIMEOUT_SECONDS: '60', LOG_LEVEL: 'silent' },
    upstream: upstream.url,
  });
  open.push(gateway);
  return gateway;
}

describe('masked', () => {
  test.each(shapes)(
    '%s',
    async (_, make, status) => {
      const gateway = await start(make());
      let health = 0;
      let isOver = false;
      const watch = (async () => {
        while (!isOver) {
          expect((await gateway.get('/healthz')).status).toBe(200);
          health++;
          await pause(20);
        }
      })();
      const answers = await Promise.all(
        ['a', 'b'].map((id) => gateway.get(`/api/failover/tracking/${id}`).then((response) => response.text())),
      );
      isOver = true;
      await watch;
      expect(health).toBeGreaterThan(0);
      for (const text of answers) {
        if (status === 200) expect(text).not.toMatch(/\+3069\d|1-1-1|a@b/);
        else expect(JSON.parse(text)).toMatchObject({ status });
      }
    },
    60_000,
  );
});
