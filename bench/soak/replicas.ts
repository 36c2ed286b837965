/**
 * Many clients at three gateways that share a store, while gateways are killed, frozen and started again, and the store is
 * killed, hung and started again. Prints figures and says whether the promises were kept: no wrong answer, and at most one call
 * under way for a flow, and no more than `ROUTEE_MAX_CALLS` in all, while the store was up.
 */
import { createServer } from 'node:net';
import { Pool } from 'undici';
import { startCacheServer, type TestCacheServer } from '#server/testing/cache-server.ts';
import { emptyTally, judged, type Tally } from './clients.ts';
import { type GatewayProcess, startGateway } from './gateway.ts';
import { type BadRoutee, startBadRoutee } from './routee.ts';
import { type Visit, visits, watchedIds } from './visits.ts';

const clients = 200;
const failing = 0.05;
const mostCalls = 24;
const pauseMs = 400;
/** How long a store that is up again may be uneven: leases that went with it are taken anew. */
const settleMs = 1500;
const [awayMs, frozenMs, calmMs] = [1500, 4000, 3000];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** One of the gateways: always at the same address, not always there. */
interface Replica {
  readonly pool: Pool;
  readonly url: string;
  gateway: GatewayProcess;
  readonly start: () => Promise<void>;
  /** Until when a broken connection is its death's doing. */
  excusedUntil: number;
}

async function startReplica(env: Readonly<Record<string, string>>): Promise<Replica> {
  const port = await freePort();
  const start = () => startGateway({ ...env, PORT: String(port) });
  const gateway = await start();
  const replica: Replica = {
    url: gateway.url,
    pool: new Pool(gateway.url, { connections: clients, pipelining: 1 }),
    gateway,
    start: async () => {
      replica.gateway = await start();
    },
    excusedUntil: 0,
  };
  return replica;
}

interface Run {
  readonly replicas: readonly Replica[];
  readonly store: TestCacheServer;
  readonly routee: BadRoutee;
  readonly tally: Tally;
  /** Requests that a killed gateway took with it; a load balancer would have asked another one. */
  broken: number;
  /** Measured while the store was up, of so many tries; in the others it was late. */
  whiles: number;
  whilesLate: number;
  calls: number;
  mostForAFlow: number;
  mostInAll: number;
  readonly troubles: Map<string, number>;
}

async function ask(run: Run, replica: Replica, { method, path, body, leaves, ...visit }: Visit): Promise<void> {
  const { tally } = run;
  const started = performance.now();
  const signal = leaves === true ? AbortSignal.timeout(5) : null;
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  try {
    const response = await replica.pool.request({ method, path, headers, body: body ?? null, signal });
    const text = await response.body.text();
    const objection = judged({ method, path, ...visit }, response.statusCode, text, tally);
    if (objection !== null) tally.wrong.push(`${method} ${path}: ${objection}`);
    tally.ms.push(performance.now() - started);
  } catch (error) {
    if (signal?.aborted === true) tally.left++;
    else if (started < replica.excusedUntil) run.broken++;
    else tally.wrong.push(`${method} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function runClients(run: Run, signal: AbortSignal): Promise<void> {
  const next = visits();
  const client = async () => {
    while (!signal.aborted) {
      const replica = run.replicas[Math.floor(Math.random() * run.replicas.length)];
      if (replica?.gateway.runs() === true) await ask(run, replica, next());
      await pause(Math.random() * 2 * pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

async function cacheState({ url }: Replica): Promise<string> {
  const answer: { cache?: string } = await (await fetch(`${url}/readyz`)).json();
  return answer.cache ?? 'none';
}

async function untilShared({ replicas }: Run): Promise<void> {
  const isShared = async () => (await Promise.all(replicas.map(cacheState))).every((state) => state === 'ok');
  for (const begun = performance.now(); !(await isShared()); await pause(50)) {
    if (performance.now() - begun > 20_000) throw new Error('The replicas do not take up the store again');
  }
  await pause(settleMs);
}

/** How often each replica has asked the store in vain since it was started. */
function askedInVain({ replicas }: Run): Promise<number[]> {
  return Promise.all(replicas.map((replica) => figure([replica], 'cascade_cache_failures_total', '')));
}

/** From here to the end of `work`, if the store was up for all of it: a machine that is busy with other things makes it late. */
async function measured(run: Run, work: () => Promise<void>): Promise<void> {
  const before = await askedInVain(run);
  // Calls that were begun while each went on alone end first.
  for (run.routee.clear(); run.routee.mostUnderWay() > mostCalls; run.routee.clear()) await pause(50);
  await work();
  const after = await askedInVain(run);
  run.whiles++;
  // One that was killed begins at zero.
  if (after.some((count, index) => count > 0 && count !== before[index])) {
    run.whilesLate++;
    return;
  }
  run.calls += run.routee.calls();
  run.mostForAFlow = Math.max(run.mostForAFlow, run.routee.mostUnderWayFor(watchedIds));
  run.mostInAll = Math.max(run.mostInAll, run.routee.mostUnderWay());
}

async function killed(replica: Replica): Promise<void> {
  replica.excusedUntil = Number.POSITIVE_INFINITY;
  await replica.gateway.signal('SIGKILL');
  await pause(awayMs);
  await replica.start();
  replica.excusedUntil = performance.now();
}

/** A lease of its ends meanwhile, and it does not know. */
async function frozen(replica: Replica): Promise<void> {
  void replica.gateway.signal('SIGSTOP');
  await pause(frozenMs);
  void replica.gateway.signal('SIGCONT');
}

type Trouble = readonly [name: string, isStores: boolean, work: (run: Run, replica: Replica) => Promise<void>];
const troubles: readonly Trouble[] = [
  ['replicas killed', false, (_, replica) => killed(replica)],
  [
    'store hung',
    true,
    async ({ store }) => {
      store.hang();
      await pause(awayMs);
      store.resume();
    },
  ],
  ['tokens revoked', false, async ({ routee }) => routee.revokeTokens()],
  ['replicas frozen', false, (_, replica) => frozen(replica)],
  [
    'store killed',
    true,
    async ({ store }) => {
      await store.kill();
      await pause(awayMs);
      await store.start();
    },
  ],
  ['replicas killed', false, (_, replica) => killed(replica)],
];

/** One trouble after the other, a calm while between them. */
async function trouble(run: Run, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn++) {
    const [name, isStores, work] = troubles[turn % troubles.length] ?? [];
    const replica = run.replicas[turn % run.replicas.length];
    if (name === undefined || work === undefined || replica === undefined) return;
    await measured(run, async () => {
      await pause(calmMs);
      if (isStores === false) await work(run, replica);
    });
    if (isStores === true) await work(run, replica);
    await untilShared(run);
    run.troubles.set(name, (run.troubles.get(name) ?? 0) + 1);
  }
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(0);
}

/** What the replicas that still run say of a figure, summed over replicas and labels. */
async function figure(replicas: readonly Replica[], name: string, labels: string): Promise<number> {
  const texts = await Promise.all(replicas.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
  const lines = texts.flatMap((text) =>
    text.split('\n').filter((line) => line.startsWith(name) && line.includes(labels)),
  );
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

async function figures(run: Run, seconds: number): Promise<[string, string][]> {
  const { tally, troubles: met } = run;
  const flights = (result: string) =>
    figure(run.replicas, 'cascade_cache_flights_total', `kind="flow",result="${result}"`);
  const [remembered, waited, called, alone] = [
    await flights('remembered'),
    await flights('waited'),
    await flights('called'),
    await flights('alone'),
  ];
  return [
    ['clients, seconds', `${clients}, ${seconds}`],
    ['troubles', [...met].map(([name, count]) => `${name} ${count}`).join(', ')],
    ['good answers', String(tally.good)],
    ['problems passed on', [...tally.told].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'],
    ['wrong answers', String(tally.wrong.length)],
    ['gone with a killed replica', String(run.broken)],
    ['answer, median and 99 %', `${quantile(tally.ms, 0.5)} and ${quantile(tally.ms, 0.99)} ms`],
    ['calls while the store was up', String(run.calls)],
    ['of them at once for one flow', String(run.mostForAFlow)],
    ['of them at once in all', `${run.mostInAll} (ROUTEE_MAX_CALLS=${mostCalls})`],
    ['measured', `${run.whiles - run.whilesLate} of ${run.whiles} times; in the others the store was late`],
    ['since the last starts', `${remembered} remembered, ${waited} waited, ${called} called, ${alone} alone`],
  ];
}

function brokenPromises(run: Run): string[] {
  const { tally, mostForAFlow, mostInAll, troubles: met } = run;
  const failures: (string | false)[] = [
    tally.wrong.length > 0 && `${tally.wrong.length} wrong answers, such as ${tally.wrong.slice(0, 5).join('; ')}`,
    tally.good === 0 && 'No answer at all',
    mostForAFlow > 1 && `${mostForAFlow} calls under way at once for one flow while the store was up`,
    // A token is asked for beside them.
    mostInAll > mostCalls + 1 && `${mostInAll} calls under way at once while the store was up`,
    run.whiles === run.whilesLate && 'The store was always late: the machine is too busy',
    met.size === 0 && 'There was no trouble: give it more seconds',
  ];
  return failures.filter((failure) => failure !== false);
}

/** Whether every promise was kept. */
export async function soakReplicas(seconds: number): Promise<boolean> {
  const store = await startCacheServer();
  if (store === null) throw new Error('Neither valkey-server nor redis-server is installed');
  const routee = await startBadRoutee(failing);
  const env = {
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ROUTEE_APP_ID: routee.credentials.id,
    ROUTEE_APP_SECRET: routee.credentials.secret,
    ROUTEE_API_URL: routee.url,
    ROUTEE_AUTH_URL: routee.url,
    ROUTEE_MAX_CALLS: String(mostCalls),
    // Short, so that most flows are asked for again and again while others wait for the same one.
    FINISHED_MEMORY_SECONDS: '0.2',
    CACHE_URL: store.url,
    // Everything runs on one machine here: the store has its turn late.
    CACHE_TIMEOUT_SECONDS: '0.5',
  };
  const replicas = [await startReplica(env), await startReplica(env), await startReplica(env)];
  const none = { whiles: 0, whilesLate: 0, broken: 0, calls: 0, mostForAFlow: 0, mostInAll: 0, troubles: new Map() };
  const run: Run = { replicas, store, routee, tally: emptyTally(), ...none };
  await untilShared(run);
  const over = new AbortController();
  const all = runClients(run, over.signal);
  await trouble(run, seconds);
  over.abort();
  await all;
  for (const [name, value] of await figures(run, seconds)) console.log(`${name.padEnd(32)}${value}`);
  for (const { pool, gateway } of replicas) {
    await pool.close();
    await gateway.stop();
  }
  await routee.close();
  await store.remove();
  const failures = brokenPromises(run);
  for (const failure of failures) console.error(`FAILED: ${failure}`);
  console.log(failures.length === 0 ? 'Every promise kept' : `${failures.length} promises broken`);
  return failures.length === 0;
}
