/** The keeper when its database is well, slow, full, lost and back again: pages are never held up, losses are counted. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import { createMetrics } from '../metrics.ts';
import { AnswerMemory } from '../routee/memory.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { until } from '../testing/gateway.ts';
import { type Database, DatabaseError, statement } from './database.ts';
import { HistoryKeeper } from './keeper.ts';
import { openHistory } from './open.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const settings = { store: { kind: 'memory' }, keepMs: 60_000, mostBytes: 1e9 } as const;
const start = Date.parse('2026-11-20T12:00:00Z');

// Opening it takes seconds: one for all tests.
let real: Database;
beforeAll(async () => {
  real = await openHistory(settings);
}, 120_000);
afterAll(() => real.close());
beforeEach(async () => {
  await real.run([statement('truncate flow, sighting cascade')]);
});
const unclosed = (): Promise<Database> => Promise.resolve({ ...real, close: async () => {} });

const open: HistoryKeeper[] = [];
afterEach(async () => {
  for (const keeper of open.splice(0)) await keeper.close();
});

function begin(openDatabase: () => Promise<Database> = unclosed) {
  const memory = new AnswerMemory(1024 * 1024);
  const metrics = createMetrics();
  const log = { warn: () => {} };
  const keeper = new HistoryKeeper({ settings, memory, metrics, log, open: openDatabase, pauseMs: 10 });
  open.push(keeper);
  const figure = async (line: string) => {
    const found = (await metrics.registry.metrics()).split('\n').find((candidate) => candidate.startsWith(`${line} `));
    return Number(found?.slice(line.length + 1) ?? 0);
  };
  const lost = (reason: string) => figure(`cascade_history_lost_total{reason="${reason}"}`);
  return { memory, keeper, figure, lost, kept: () => figure('cascade_history_kept_total') };
}

function answer(memory: AnswerMemory, json: unknown, minutes = 0): Fetched {
  const asOf = start + minutes * 60_000;
  return { bytes: Buffer.from(JSON.stringify(json)), finished: false, ownId: id, asOf, lease: memory.lease() };
}

const flow = (until: number) => ({ ...record({ steps: [sms({ at: 1, until })] }), trackingId: id });

/** A database that does as `run` says. */
const fake = (run: Database['run']): Database => ({ kind: 'postgres', run, close: async () => {} });
const lostDatabase = () => Promise.reject(new DatabaseError('PostgreSQL: ECONNREFUSED', 'ECONNREFUSED'));

test('versions are kept in their order; the same answer given again is kept once, and all memory comes back', async () => {
  const { memory, keeper, kept } = begin();
  const first = answer(memory, flow(5));
  keeper.observe(first, id.toUpperCase(), 'page');
  keeper.observe(first, id, 'page');
  keeper.observe(answer(memory, flow(5), 1), id, 'page');
  keeper.observe(answer(memory, { content: [flow(9), { trackingId: ' ' }, 7] }, 2), null, 'search');
  await until(async () => (await kept()) === 3, 30_000);
  const sightings = await keeper.read((store) => store.sightings(id));
  expect(sightings).toMatchObject([
    { source: 'page', firstSeen: start, lastSeen: start + 60_000, times: 2 },
    { source: 'search', firstSeen: start + 120_000, times: 1 },
  ]);
  expect(memory.usedBytes).toBe(0);
  expect(keeper.state).toBe('ok');
});

test('what is older than it may be goes', async () => {
  const { memory, keeper, kept } = begin();
  keeper.observe(answer(memory, flow(5)), id, 'page');
  await until(async () => (await kept()) === 1, 30_000);
  await keeper.prune(start + 59_000);
  expect(await keeper.read((store) => store.sightings(id))).toHaveLength(1);
  await keeper.prune(start + 61_000);
  expect(await keeper.read((store) => store.sightings(id))).toEqual([]);
});

test('a lost database: counted and said; once it is back, all goes on', async () => {
  let isThere = false;
  const { memory, keeper, lost, kept } = begin(() => (isThere ? unclosed() : lostDatabase()));
  keeper.observe(answer(memory, flow(5)), id, 'page');
  await until(async () => (await lost('database')) === 1);
  expect(keeper.state).toBe('failing');
  await keeper.prune(start);
  isThere = true;
  keeper.observe(answer(memory, flow(5)), id, 'page');
  await until(async () => (await kept()) === 1, 30_000);
  expect(keeper.state).toBe('ok');
  expect(memory.usedBytes).toBe(0);
});

test('a full disk costs the record, and a second try saves one that failed once', async () => {
  let failures = 3;
  const run: Database['run'] = async (statements) => {
    if (failures-- > 0) throw new DatabaseError('PostgreSQL: 53100', '53100');
    return statements.map(() => []);
  };
  const { memory, keeper, lost, kept } = begin(async () => fake(run));
  keeper.observe(answer(memory, flow(5)), id, 'page');
  keeper.observe(answer(memory, flow(6)), id, 'page');
  await until(async () => (await kept()) === 1);
  expect(await lost('database')).toBe(1);
  expect(memory.usedBytes).toBe(0);
});

test('a database that hangs: the line is bounded, noting takes no time, and closing ends', async () => {
  const { memory, keeper, lost } = begin(async () => fake(() => new Promise(() => {})));
  const begun = performance.now();
  for (let count = 0; count < 500; count++) keeper.observe(answer(memory, flow(count + 2)), id, 'page');
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(await lost('queueFull')).toBe(300);
  expect(memory.usedBytes).toBeLessThan(memory.totalBytes / 8);
  await keeper.close();
  expect(await lost('closed')).toBeGreaterThanOrEqual(199);
}, 20_000);

test('answers too large for the line, and those there is no memory for, are counted', async () => {
  const { memory, keeper, lost } = begin(async () => fake(() => new Promise(() => {})));
  keeper.observe(answer(memory, { text: 'x'.repeat(5 * 1024 * 1024) }), id, 'page');
  expect(await lost('tooLarge')).toBe(1);
  await memory.take(memory.totalBytes, true, new AbortController().signal);
  keeper.observe(answer(memory, flow(5)), id, 'page');
  expect(await lost('memoryFull')).toBe(1);
});

test('what is in the line when the gateway closes is kept first', async () => {
  const written: unknown[] = [];
  const run: Database['run'] = async (statements) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    written.push(statements);
    return statements.map(() => []);
  };
  const { memory, keeper } = begin(async () => fake(run));
  for (let count = 0; count < 5; count++) keeper.observe(answer(memory, flow(count + 2)), id, 'page');
  await keeper.close();
  expect(written).toHaveLength(5);
  expect(memory.usedBytes).toBe(0);
});
