import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepEarlier } from './earlier-files.ts';

const hour = 3600_000;
const now = Date.parse('2026-11-27T10:00:00Z');
let [root, assets, earlier] = ['', '', ''];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cascade-earlier-'));
  [assets, earlier] = [join(root, 'app/assets'), join(root, 'earlier')];
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a build leaves: one file that changes with it, and one that does not. */
function build(hash: string): void {
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  for (const name of [`main-${hash}.js`, 'font-0.woff2']) writeFileSync(join(assets, name), name);
}

test('the first build has nothing before it', async () => {
  await keepEarlier(assets, earlier, now);
  expect(readdirSync(root)).toEqual([]);
});

test('each build keeps the files of those of the last day, from when they were replaced', async () => {
  build('a');
  await keepEarlier(assets, earlier, now);
  build('b');
  await keepEarlier(assets, earlier, now + 23 * hour);
  expect(readdirSync(earlier).sort()).toEqual(['font-0.woff2', 'main-a.js', 'main-b.js']);
  expect(statSync(join(earlier, 'main-a.js')).mtimeMs).toBe(now);
  build('c');
  await keepEarlier(assets, earlier, now + 25 * hour);
  expect(readdirSync(earlier).sort()).toEqual(['font-0.woff2', 'main-b.js', 'main-c.js']);
});
