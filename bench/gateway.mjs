/**
 * `npm run bench:gateway`: the gateway beside a bare reverse proxy, over the same stand-in for Routee, each a process of its
 * own. Medians of interleaved rounds (RUNS, 7 if not given); writes bench/results/gateway.local.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { startGateway, startProcess } from './start-gateway.mjs';

const rounds = Number(process.env.RUNS ?? 7);
const connections = 32;
const [timed, loaded] = [300, 4000];

const routee = await startProcess(join(import.meta.dirname, 'gateway/routee.mjs'), '/', {
  RECORD: join(import.meta.dirname, '../emulator/samples/vendor-viber-then-sms.json'),
});
const bare = await startProcess(join(import.meta.dirname, 'gateway/proxy.mjs'), '/', { ROUTEE_API_URL: routee.url });
const gateway = await startGateway({
  ROUTEE_APP_ID: 'bench',
  ROUTEE_APP_SECRET: 'bench',
  ROUTEE_API_URL: routee.url,
  ROUTEE_AUTH_URL: routee.url,
  ROUTEE_MAX_CALLS: '64',
  // As it is deployed: a line of access log for every call.
  LOG_LEVEL: 'info',
});

let count = 0;
const cases = /** @type {const} */ ([
  ['bare proxy', bare.url, () => `flow-${count++ % 100}`],
  ['gateway, finished flow, from memory', gateway.url, () => 'flow-finished'],
  ['gateway, running flow, shared', gateway.url, () => 'run-shared'],
  ['gateway, another flow each time', gateway.url, () => `flow-new-${count++}`],
]);

async function call(/** @type {Pool} */ pool, /** @type {string} */ id) {
  const { statusCode, body } = await pool.request({ path: `/api/failover/tracking/${id}`, method: 'GET' });
  await body.arrayBuffer();
  if (statusCode !== 200) throw new Error(`${id} is answered with ${statusCode}`);
}

/** Milliseconds of each of so many calls, one after the other. */
async function latencies(/** @type {string} */ url, /** @type {() => string} */ id) {
  const pool = new Pool(url, { connections: 1 });
  /** @type {number[]} */
  const taken = [];
  for (let index = 0; index < timed + 50; index++) {
    const started = performance.now();
    await call(pool, id());
    if (index >= 50) taken.push(performance.now() - started);
  }
  await pool.close();
  return taken.toSorted((a, b) => a - b);
}

/** Calls a second with so many at once. */
async function throughput(/** @type {string} */ url, /** @type {() => string} */ id) {
  const pool = new Pool(url, { connections });
  let left = loaded;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) await call(pool, id());
    }),
  );
  const perSecond = (loaded / (performance.now() - started)) * 1000;
  await pool.close();
  return perSecond;
}

const at = (/** @type {readonly number[]} */ sorted, /** @type {number} */ share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const median = (/** @type {readonly number[]} */ values) =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** @type {Map<string, { p50: number[], p95: number[], perSecond: number[] }>} */
const measured = new Map(cases.map(([name]) => [name, { p50: [], p95: [], perSecond: [] }]));
try {
  for (const [, url, id] of cases) await throughput(url, id);
  for (let round = 0; round < rounds; round++) {
    for (const [name, url, id] of cases) {
      const figures = measured.get(name);
      const taken = await latencies(url, id);
      figures?.p50.push(at(taken, 0.5));
      figures?.p95.push(at(taken, 0.95));
      figures?.perSecond.push(await throughput(url, id));
    }
  }
  const floor = measured.get('bare proxy') ?? { p50: [], p95: [], perSecond: [] };
  /** @type {Record<string, Record<string, number>>} */
  const table = {};
  for (const [name, { p50, p95, perSecond }] of measured) {
    table[name] = {
      'median ms': Math.round(median(p50) * 1000) / 1000,
      'added ms': Math.round((median(p50) - median(floor.p50)) * 1000) / 1000,
      'p95 ms': Math.round(median(p95) * 1000) / 1000,
      'calls a second': Math.round(median(perSecond)),
      '× bare': Math.round((median(perSecond) / median(floor.perSecond)) * 100) / 100,
    };
  }
  console.table(table);
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  const file = join(results, 'gateway.local.json');
  writeFileSync(file, JSON.stringify({ rounds, connections, table, all: Object.fromEntries(measured) }, null, 2));
  console.log(`written to ${file}`);
} finally {
  gateway.stop();
  bare.stop();
  routee.stop();
}
