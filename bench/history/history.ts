/**
 * What keeping costs an answer, and how fast a large history is read: a gateway without a history beside two with one, in
 * PGlite on disk and in a PostgreSQL of this machine, over HTTP.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextPageHeader } from '#contract/next-page.ts';
import { startEmulator } from '#emulator/start.ts';
import { generatedFlows } from '#emulator/week/flows.ts';
import { buildServer } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { type Database, rowsOf } from '#server/history/database.ts';
import { openHistory } from '#server/history/open.ts';
import { createLog } from '#server/log.ts';
import { startPostgres } from '#server/testing/postgres.ts';
import { digitsOf, load, range, sizeOf, trackingIdOf } from './load.ts';

const runs = Number(process.env.RUNS ?? 60);
/** Milliseconds at the median, of the issue that asked for the history. */
const goals = { keeping: 1, history: 20, page: 100 };

interface Gateway {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const account = { id: 'bench', secret: 'bench-secret' };

async function startGateway(upstream: string, history: Record<string, string>): Promise<Gateway> {
  const config = readConfig({
    ROUTEE_APP_ID: account.id,
    ROUTEE_APP_SECRET: account.secret,
    ROUTEE_API_URL: upstream,
    ROUTEE_AUTH_URL: upstream,
    LOG_LEVEL: 'silent',
    HISTORY_MB: '100000',
    ...history,
  });
  if (config.routee === null) throw new Error('There is an account');
  const app = await buildServer(config, {
    account: config.routee,
    log: createLog('silent'),
    appRoot: join(import.meta.dirname, '../floor'),
    demoFlows: [],
    drawing: null,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  // A server that listens on TCP has an address of this form.
  return { url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, close: () => app.close() };
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}
const summary = (times: readonly number[]) => ({
  median: Number(quantile(times, 0.5).toFixed(2)),
  p95: Number(quantile(times, 0.95).toFixed(2)),
});

async function timed(ask: () => Promise<Response>): Promise<{ ms: number; response: Response }> {
  const begun = performance.now();
  const response = await ask();
  await response.arrayBuffer();
  // 503: the database took longer than an answer may; its time is told all the same.
  if (response.status !== 200 && response.status !== 503) throw new Error(`${response.url}: ${response.status}`);
  return { ms: performance.now() - begun, response };
}

/** The same flows asked of each gateway in turn, anew and out of its memory. */
async function costOfKeeping(gateways: Readonly<Record<string, Gateway>>) {
  const week = generatedFlows(1);
  const now = Date.now();
  const ended = { start: now - 7 * 24 * 3_600_000, end: now - 24 * 3_600_000 };
  const ids = week.search(ended, [], now).slice(0, runs * 5 + 20);
  const times: Record<string, { uncached: number[]; cached: number[] }> = {};
  for (const [turn, position] of ids.entries()) {
    const path = `/api/failover/tracking/${week.recordAt(position, now).trackingId}`;
    for (const [name, { url }] of Object.entries(gateways)) {
      const uncached = await timed(() => fetch(url + path, { headers: { 'cache-control': 'no-cache' } }));
      const cached = await timed(() => fetch(url + path));
      const known = times[name] ?? { uncached: [], cached: [] };
      times[name] = known;
      // The first ones find nothing compiled.
      if (turn < 20) continue;
      known.uncached.push(uncached.ms);
      known.cached.push(cached.ms);
    }
  }
  return times;
}

const searches: Readonly<Record<string, (turn: number) => unknown[]>> = {
  'no filter': () => [],
  'status is Failed': () => [{ fieldName: 'status', searchTerm: 'Failed' }],
  'tried by voice, status is not Succeeded': () => [
    { fieldName: 'type', searchTerm: 'Voice' },
    { fieldName: 'status', searchOperator: 'is_not', searchTerm: 'Succeeded' },
  ],
  'recipient ends with the number': (turn) => [
    { fieldName: 'to', searchOperator: 'ends_with', searchTerm: digitsOf(turn * 31) },
  ],
  'recipient contains four digits': (turn) => [
    { fieldName: 'to', searchOperator: 'contains', searchTerm: String(9000 + turn) },
  ],
  'reason is Delivered, country is not GR': () => [
    { fieldName: 'reason', searchTerm: 'Delivered' },
    { fieldName: 'country', searchOperator: 'is_not', searchTerm: 'GR' },
  ],
  pinned: () => [{ fieldName: 'mark', searchTerm: 'pinned' }],
};

async function searchTimes(url: string, filtersOf: (turn: number) => unknown[], days: number) {
  const first: number[] = [];
  const later: number[] = [];
  for (let turn = 0; turn < Math.ceil(runs / 3); turn++) {
    const to = range.to - ((turn * 3_600_000) % (24 * 3_600_000));
    const query = new URLSearchParams({
      dateStart: new Date(Math.max(range.from, to - days * 24 * 3_600_000)).toISOString(),
      dateEnd: new Date(to).toISOString(),
      size: '200',
    });
    const ask = () =>
      timed(() =>
        fetch(`${url}/api/history/search?${query}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(filtersOf(turn)),
        }),
      );
    const { ms, response } = await ask();
    first.push(ms);
    const after = response.headers.get(nextPageHeader);
    if (after === null) continue;
    query.set('after', after);
    query.set('page', '1');
    later.push((await ask()).ms);
  }
  return { first, later };
}

async function readTimes(url: string, flows: number) {
  const at = (turn: number) => trackingIdOf((turn * 104_729) % flows);
  const history: number[] = [];
  const notes: number[] = [];
  for (let turn = 0; turn < runs + 5; turn++) {
    const one = await timed(() => fetch(`${url}/api/history/${at(turn)}`));
    const other = await timed(() => fetch(`${url}/api/history/${at(turn)}/notes`));
    if (turn < 5) continue;
    history.push(one.ms);
    notes.push(other.ms);
  }
  return { 'versions of a flow': summary(history), 'notes of a flow': summary(notes) };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024).toLocaleString('en')} MB`;

/** Fills the store that the variables name, and says how large it is. */
async function filled(name: string, env: Record<string, string>, observations: number): Promise<number> {
  const settings = readConfig({ ...env, HISTORY_MB: '100000' }).history;
  if (settings === null) throw new Error('There is a history');
  const begun = performance.now();
  const database: Database = await openHistory(settings);
  const size = sizeOf(observations);
  const seen = await load(database, size);
  const [row] = await rowsOf(
    database,
    'select pg_database_size(current_database()) as bytes, (select count(*) from flow) as flows',
  );
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `${name}: ${seen.toLocaleString('en')} observations of ${Number(row?.flows).toLocaleString('en')} flows in ${seconds} s, ${megabytes(Number(row?.bytes))}`,
  );
  await database.close();
  return size.flows;
}

async function benchStore(name: string, env: Record<string, string>, observations: number): Promise<boolean> {
  const flows = await filled(name, env, observations);
  // Nothing is asked of Routee here.
  const gateway = await startGateway('http://127.0.0.1:1', env);
  try {
    // Opening the embedded database takes longer than an answer may.
    for (let tries = 0; tries < 100 && (await fetch(`${gateway.url}/api/views`)).status !== 200; tries++);
    const read = await readTimes(gateway.url, flows);
    console.log(`\n${name}: what a flow's page asks, ms`);
    console.table(read);
    const table: Record<string, object> = {};
    let slowest = 0;
    for (const [filter, filtersOf] of Object.entries(searches)) {
      for (const days of [7, 30]) {
        const { first, later } = await searchTimes(gateway.url, filtersOf, days);
        slowest = Math.max(slowest, summary(first).median, later.length === 0 ? 0 : summary(later).median);
        table[`${filter}, ${days} days`] = {
          'first page': summary(first).median,
          'p95 of it': summary(first).p95,
          'next page': later.length === 0 ? null : summary(later).median,
        };
      }
    }
    console.log(`\n${name}: a page of 200, ms; the first one counts all that the search finds`);
    console.table(table);
    const ok = read['versions of a flow'].median <= goals.history && slowest <= goals.page;
    console.log(`slowest median ${slowest} ms of ${goals.page}: ${ok ? 'within' : 'NOT within'} the goals`);
    return ok;
  } finally {
    await gateway.close();
  }
}

export async function benchHistory(observations: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cascade-bench-'));
  const postgres = await startPostgres();
  const emulator = await startEmulator({ credentials: account });
  const gateways: Record<string, Gateway> = {
    'without a history': await startGateway(emulator.url, {}),
    'PGlite on disk': await startGateway(emulator.url, { HISTORY: `file:${join(folder, 'keeping')}` }),
  };
  if (postgres !== null) gateways.PostgreSQL = await startGateway(emulator.url, { HISTORY_URL: postgres.url });
  try {
    const times = await costOfKeeping(gateways);
    console.log('what keeping costs an answer, ms');
    console.table(
      Object.fromEntries(
        Object.entries(times).map(([name, { uncached, cached }]) => [
          name,
          { uncached: summary(uncached).median, 'p95 uncached': summary(uncached).p95, cached: summary(cached).median },
        ]),
      ),
    );
    const bare = summary(times['without a history']?.uncached ?? []).median;
    let ok = Object.values(times).every(({ uncached }) => summary(uncached).median - bare <= goals.keeping);
    for (const gateway of Object.values(gateways)) await gateway.close();
    if (observations > 0) {
      if (postgres !== null) ok = (await benchStore('PostgreSQL', { HISTORY_URL: postgres.url }, observations)) && ok;
      const data = join(folder, 'filled');
      ok = (await benchStore('PGlite on disk', { HISTORY: `file:${data}` }, observations)) && ok;
      console.log(`PGlite's folder: ${megabytes(folderBytes(data))}`);
    }
    return ok;
  } finally {
    await emulator.close();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
