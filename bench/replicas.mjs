/**
 * `npm run bench:replicas`: one gateway, three that share nothing, and three that share a store, over the same stand-in for
 * Routee, each a process of its own. Needs valkey-server or redis-server. Medians of interleaved rounds (RUNS, 7 if not given);
 * writes bench/results/replicas.local.json.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { freePort, startGateway, startProcess } from './start-gateway.mjs';

const rounds = Number(process.env.RUNS ?? 7);
const [timed, loaded, flows, connections] = [100, 900, 150, 8];

const program = ['/usr/bin/valkey-server', '/usr/local/bin/valkey-server', '/usr/bin/redis-server'].find(existsSync);
if (program === undefined) throw new Error('Neither valkey-server nor redis-server is installed');
const storePort = await freePort();
const quiet = ['--save', '', '--appendonly', 'no', '--dir', '/tmp'];
const store = spawn(program, ['--port', String(storePort), '--bind', '127.0.0.1', ...quiet], { stdio: 'ignore' });
/** Whatever ends this program ends them too. @type {(() => void)[]} */
const stops = [() => store.kill()];
process.once('exit', () => {
  for (const stop of stops) stop();
});
// On a machine that is busy with other things the store has its turn late.
const cache = { CACHE_URL: `redis://127.0.0.1:${storePort}`, CACHE_TIMEOUT_SECONDS: '0.5' };

const routee = await startProcess(join(import.meta.dirname, 'gateway/routee.mjs'), '/', {
  RECORD: join(import.meta.dirname, '../emulator/samples/vendor-viber-then-sms.json'),
  // As a network and Routee would.
  DELAY_MS: '20',
});
stops.push(routee.stop);
const env = {
  ROUTEE_APP_ID: 'bench',
  ROUTEE_APP_SECRET: 'bench',
  ROUTEE_API_URL: routee.url,
  ROUTEE_AUTH_URL: routee.url,
  ROUTEE_MAX_CALLS: '64',
  LOG_LEVEL: 'info',
};
async function several(/** @type {number} */ many, /** @type {Record<string, string>} */ more = {}) {
  const gateways = [];
  for (let index = 0; index < many; index++) {
    const gateway = await startGateway({ ...env, ...more });
    stops.push(gateway.stop);
    gateways.push(gateway);
  }
  return gateways;
}

const [alone, apart, sharing] = [await several(1), await several(3), await several(3, cache)];
/** Two that share, for what one has called for and the other finds. */
const [one, other] = sharing;

const cases = /** @type {const} */ ([
  ['one gateway', alone],
  ['three that share nothing', apart],
  ['three that share a store', sharing],
]);

async function callsOfRoutee() {
  return Number(await (await fetch(`${routee.url}/count`)).text());
}

async function ask(/** @type {Pool} */ pool, /** @type {string} */ id) {
  const { statusCode, body } = await pool.request({ path: `/api/failover/tracking/${id}`, method: 'GET' });
  await body.arrayBuffer();
  if (statusCode !== 200) throw new Error(`${id} is answered with ${statusCode}`);
}

const at = (/** @type {readonly number[]} */ sorted, /** @type {number} */ share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const sorted = (/** @type {readonly number[]} */ values) => values.toSorted((a, b) => a - b);
const median = (/** @type {readonly number[]} */ values) => at(sorted(values), 0.5);
const rounded = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

let count = 0;

/** People who ask for a few hundred flows, whichever gateway they come to: Routee's calls, and milliseconds of each answer. */
async function crowd(/** @type {readonly { url: string }[]} */ gateways) {
  const pools = gateways.map(({ url }) => new Pool(url, { connections }));
  const begun = await callsOfRoutee();
  const round = count++;
  let left = loaded;
  /** @type {number[]} */
  const ms = [];
  await Promise.all(
    Array.from({ length: connections * 3 }, async () => {
      while (left-- > 0) {
        const pool = pools[Math.floor(Math.random() * pools.length)];
        const started = performance.now();
        if (pool !== undefined) await ask(pool, `crowd-${round}-${Math.floor(Math.random() * flows)}`);
        ms.push(performance.now() - started);
      }
    }),
  );
  for (const pool of pools) await pool.close();
  return { calls: (await callsOfRoutee()) - begun, p50: median(ms), p99: at(sorted(ms), 0.99) };
}

const nothing = async () => {};
const fresh = () => `flow-${count++}`;
const otherPool = new Pool(other?.url ?? '', { connections: 1 });
const askOther = (/** @type {string} */ id) => ask(otherPool, id);
const [lone, shared] = [alone[0], one].map((gateway) => new Pool(gateway?.url ?? '', { connections: 1 }));
if (lone === undefined || shared === undefined) throw new Error('No gateway runs');
/** @type {readonly { name: string, pool: Pool, before: (id: string) => Promise<void>, next: () => string, ms: number[] }[]} */
const singles = [
  { name: 'called for, alone', pool: lone, before: nothing, next: fresh, ms: [] },
  { name: 'called for, sharing', pool: shared, before: nothing, next: fresh, ms: [] },
  { name: 'in its own memory, alone', pool: lone, before: nothing, next: () => 'flow-known', ms: [] },
  { name: 'in its own memory, sharing', pool: shared, before: nothing, next: () => 'flow-known', ms: [] },
  { name: 'in the shared memory', pool: shared, before: askOther, next: fresh, ms: [] },
];
/** @type {Map<string, { calls: number[], p50: number[], p99: number[] }>} */
const crowds = new Map(cases.map(([name]) => [name, { calls: [], p50: [], p99: [] }]));
try {
  const states = () => Promise.all(sharing.map(async ({ url }) => (await (await fetch(`${url}/readyz`)).json()).cache));
  for (let tries = 0; (await states()).some((state) => state !== 'ok'); tries++) {
    if (tries > 100) throw new Error('The store is not of use');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const [, gateways] of cases) await crowd(gateways);
  for (let round = 0; round < rounds; round++) {
    for (const [name, gateways] of cases) {
      const { calls, p50, p99 } = await crowd(gateways);
      const figures = crowds.get(name);
      figures?.calls.push(calls);
      figures?.p50.push(p50);
      figures?.p99.push(p99);
    }
    // One of each in turn, so that whatever else the machine does meets all alike.
    for (let index = 0; index < timed; index++) {
      for (const { pool, before, next, ms } of singles) {
        const id = next();
        await before(id);
        const started = performance.now();
        await ask(pool, id);
        ms.push(performance.now() - started);
      }
    }
  }
  const crowdTable = Object.fromEntries(
    [...crowds].map(([name, { calls, p50, p99 }]) => [
      name,
      { 'calls to Routee': median(calls), 'median ms': rounded(median(p50)), '99 % ms': rounded(median(p99)) },
    ]),
  );
  const timeTable = Object.fromEntries(
    singles.map(({ name, ms }) => [
      name,
      { 'median ms': rounded(median(ms)), '99 % ms': rounded(at(sorted(ms), 0.99)) },
    ]),
  );
  const [single, sharingMs] = [singles[0]?.ms ?? [], singles[1]?.ms ?? []];
  const addedMs = rounded(median(sharingMs) - median(single));
  console.log(`${loaded} answers of ${flows} flows, ${connections * 3} at once`);
  console.table(crowdTable);
  console.log('one after the other; Routee takes 20 ms');
  console.table(timeTable);
  console.log(`added by asking the store first, median: ${addedMs} ms (goal 1 ms)`);
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  const file = join(results, 'replicas.local.json');
  writeFileSync(file, JSON.stringify({ rounds, addedMs, crowdTable, timeTable }, null, 2));
  console.log(`written to ${file}`);
  if (addedMs > 1) process.exitCode = 1;
} finally {
  for (const pool of [lone, shared, otherPool]) await pool.close();
}
