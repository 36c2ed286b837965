/** Files of other versions, asked for by pages that were loaded before an update. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

const hour = 3600_000;
let folder: string;
let gateway: TestGateway;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cascade-before-'));
  writeFileSync(join(folder, 'main-0000.js'), 'console.log("old");');
  writeFileSync(join(folder, 'main-0000.js.br'), 'old as brotli');
  writeFileSync(join(folder, '.secret.js'), 'no');
  writeFileSync(join(folder, 'notes.txt'), 'no');
});
afterEach(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

function aged(hours: number): void {
  const at = (Date.now() - hours * hour) / 1000;
  utimesSync(join(folder, 'main-0000.js'), at, at);
}

test('are served as this version’s own, for ever in the reader’s cache, to whoever may have those', async () => {
  const env = { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'x-user', ASSETS_BEFORE: folder };
  gateway = await startTestGateway({ env });
  const known = { 'x-user': 'anna', 'accept-encoding': 'identity' };
  const plain = await gateway.get('/assets/main-0000.js', known);
  expect([plain.status, await plain.text()]).toEqual([200, 'console.log("old");']);
  expect(plain.headers.get('content-type')).toMatch(/javascript/);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await (await gateway.get('/assets/main-1a2b.js', known)).text()).toBe('console.log("plain");');
  const head = await fetch(`${gateway.url}/assets/main-0000.js`, {
    method: 'HEAD',
    headers: { ...known, 'accept-encoding': 'br' },
  });
  expect([head.status, head.headers.get('content-encoding')]).toEqual([200, 'br']);
  for (const name of ['main-0000.js', 'main-1a2b.js']) expect((await gateway.get(`/assets/${name}`)).status).toBe(403);
});

test('a folder that is handed over counts from the start, however old its files are', async () => {
  aged(1000);
  gateway = await startTestGateway({ env: { ASSETS_BEFORE: folder } });
  expect((await gateway.get('/assets/main-0000.js')).status).toBe(200);
});

test.each([
  [23, 200],
  [25, 404],
])('what a build replaced %i hours ago: %i', async (hours, status) => {
  aged(hours);
  gateway = await startTestGateway({ earlierFiles: folder });
  expect((await gateway.get('/assets/main-0000.js')).status).toBe(status);
});

test.each(['main-9999.js', '.secret.js', 'notes.txt', '..%2fmain-0000.js', '', 'main-0000.js/x'])(
  'nothing else is: %s',
  async (name) => {
    gateway = await startTestGateway({ env: { ASSETS_BEFORE: folder } });
    const response = await gateway.get(`/assets/${name}`);
    expect([response.status, (await response.json()).code]).toEqual([404, 'not-found']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  },
);

test('without any a missing file is missing, and answers name the build of the app that is served', async () => {
  gateway = await startTestGateway();
  expect((await gateway.get('/assets/main-0000.js')).status).toBe(404);
  const config = await gateway.get('/api/config');
  const { build } = await config.json();
  expect(build).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{10}$/);
  expect(config.headers.get('x-app-build')).toBe(build);
});
