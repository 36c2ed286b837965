/**
 * Many clients at the gateway for a while, before a Routee that has a bad day. Prints figures and says whether the
 * gateway kept its promises: no wrong answer, no failure of its own, one call per flow under way, memory flat.
 */
import { emptyTally, runClients, type Tally } from './clients.ts';
import { type GatewayProcess, startGateway } from './gateway.ts';
import { brokenBy, costLine, hostile } from './hostile.ts';
import { type BadRoutee, startBadRoutee } from './routee.ts';
import { visits, watchedIds } from './visits.ts';

const clients = 200;
const failing = 0.2;
const awayMs = 1000;
const samples = 12;
/** What holds whatever Routee and the readers do. */
const hostileLimits = { healthMs: 50, memoryMB: 256, callsARequest: 1.2 };
/** What memory may grow by between the second and the last third: the answers at hand differ from moment to moment. */
const allowedGrowth = { share: 0.1, mb: 4 };

export interface SoakOptions {
  readonly seconds: number;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Two restarts and a revocation of the tokens in every tenth of the time. Resolves when the time is over. */
async function trouble(routee: BadRoutee, lastsMs: number): Promise<void> {
  const tenths = 10;
  for (let tenth = 1; tenth <= tenths; tenth++) {
    await pause(lastsMs / tenths);
    if (tenth === 4 || tenth === 7) await routee.restart(awayMs);
    else if (tenth < tenths) routee.revokeTokens();
  }
}

async function memoryOver(gateway: GatewayProcess, lastsMs: number): Promise<number[]> {
  const found: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    await pause(lastsMs / samples);
    if (gateway.runs()) found.push(await gateway.memoryMB());
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** A figure of `/metrics`, summed over its labels. */
function metric(text: string, name: string, labels = ''): number {
  const lines = text.split('\n').filter((line) => line.startsWith(name) && line.includes(labels));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

interface Run {
  readonly tally: Tally;
  readonly memory: readonly number[];
  readonly metrics: string;
  readonly written: string;
  readonly exitCode: number | null;
  readonly routeeCalls: number;
  readonly mostUnderWay: number;
}

async function run({ seconds }: SoakOptions): Promise<Run> {
  const lastsMs = seconds * 1000;
  const routee = await startBadRoutee(failing);
  const gateway = await startGateway({
    HOST: '127.0.0.1',
    PORT: '0',
    // A Routee that is not reached is a warning, and no failure of the gateway's.
    LOG_LEVEL: 'error',
    ROUTEE_APP_ID: routee.credentials.id,
    ROUTEE_APP_SECRET: routee.credentials.secret,
    ROUTEE_API_URL: routee.url,
    ROUTEE_AUTH_URL: routee.url,
    ROUTEE_MAX_CALLS: '64',
    // Short, so that most flows are asked for again and again while others wait for the same one.
    FINISHED_MEMORY_SECONDS: '0.2',
  });
  const over = new AbortController();
  const tally = emptyTally();
  const all = runClients(gateway.url, clients, visits(), tally, over.signal);
  const [memory] = await Promise.all([memoryOver(gateway, lastsMs), trouble(routee, lastsMs)]);
  over.abort();
  await all;
  const metrics = gateway.runs() ? await (await fetch(`${gateway.url}/metrics`)).text() : '';
  const routeeCalls = routee.calls();
  const mostUnderWay = routee.mostUnderWayFor(watchedIds);
  const { code } = await gateway.stop();
  await routee.close();
  const written = gateway.written().replace(/^Cascade is at .*\n/, '');
  return { tally, memory, metrics, written, exitCode: code, routeeCalls, mostUnderWay };
}

function growthOf(memory: readonly number[]): { before: number; after: number; flat: boolean } {
  const third = Math.floor(memory.length / 3);
  const before = median(memory.slice(third, 2 * third));
  const after = median(memory.slice(2 * third));
  return { before, after, flat: after <= before * (1 + allowedGrowth.share) + allowedGrowth.mb };
}

/** The promises that were not kept, each as a sentence. */
function broken({ tally, memory, written, exitCode, mostUnderWay }: Run): string[] {
  const told = [...tally.told.values()].reduce((sum, count) => sum + count, 0);
  const { before, after, flat } = growthOf(memory);
  const failures: (string | false)[] = [
    tally.wrong.length > 0 && `${tally.wrong.length} wrong answers, such as ${tally.wrong.slice(0, 5).join('; ')}`,
    tally.good === 0 && 'No answer at all',
    told > tally.good / 2 && `${told} problems beside ${tally.good} good answers`,
    written !== '' && `The gateway complained: ${written.slice(0, 2000)}`,
    exitCode !== 0 && `The gateway ended with ${exitCode}`,
    mostUnderWay > 1 && `${mostUnderWay} calls under way at once for one flow`,
    !flat && `Memory grew from ${before.toFixed(1)} to ${after.toFixed(1)} MB`,
  ];
  return failures.filter((failure) => failure !== false);
}

function figures(result: Run, seconds: number): [string, string][] {
  const { tally, memory, metrics, routeeCalls, mostUnderWay } = result;
  const answers = 'cascade_flow_answers_total';
  const { before, after } = growthOf(memory);
  return [
    ['clients, seconds', `${clients}, ${seconds}`],
    ['good answers', `${tally.good} (${Math.round(tally.good / seconds)} a second)`],
    ['problems passed on', [...tally.told].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'],
    ['wrong answers', String(tally.wrong.length)],
    ['went away early', String(tally.left)],
    ['answer, median and 99 %', `${median(tally.ms).toFixed(1)} and ${quantile(tally.ms, 0.99).toFixed(0)} ms`],
    ['calls to Routee', `${routeeCalls}, of them repeated ${metric(metrics, 'cascade_routee_retries_total')}`],
    ['flows from memory, shared', `${metric(metrics, answers, '"memory"')}, ${metric(metrics, answers, '"shared"')}`],
    ['tokens asked for', String(metric(metrics, 'cascade_token_renewals_total'))],
    ['calls at once for one flow', String(mostUnderWay)],
    ['memory after collection', `${before.toFixed(1)} → ${after.toFixed(1)} MB (${memory.map(Math.round).join(' ')})`],
  ];
}

/** Whether every promise was kept. */
export async function soak(options: SoakOptions): Promise<boolean> {
  const result = await run(options);
  const costs = await hostile(hostileLimits);
  const lines = [...figures(result, options.seconds), ...costs.map(costLine)];
  for (const [name, value] of lines) console.log(`${name.padEnd(28)}${value}`);
  const failures = [...broken(result), ...costs.flatMap((cost) => brokenBy(cost, hostileLimits))];
  for (const failure of failures) console.error(`FAILED: ${failure}`);
  console.log(failures.length === 0 ? 'Every promise kept' : `${failures.length} promises broken`);
  return failures.length === 0;
}
