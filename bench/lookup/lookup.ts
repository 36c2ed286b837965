/**
 * A list of 1,000 IDs, looked up in a real browser while Routee answers 429 and 502 in between. False where a row is lost, a
 * call is made too often, or a task on the main thread takes more than 50 ms of processor time
 * from the pasting of the list on.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type Emulator, startEmulator } from '#emulator/start.ts';
import { trackingIdOf } from '#emulator/week/tracking-ids.ts';
import { startGateway } from '../soak/gateway.ts';

const wanted = 1000;
/** Every fortieth ID of the list is nobody's. */
const strangerEvery = 40;
/** Of Routee's answers; the gateway itself repeats a call that failed once, so fewer reach the page. */
const failing = 0.2;
/** Of processor time. */
const mostTaskMs = 50;
const mostTasksKept = 100;
const mostAtOnce = 8;
/** The rest is what was refused and is asked again. */
const mostCallsPerRow = 2;
/** Far beyond what a whole list takes, so that a bench that hangs ends. */
const longestMs = 600_000;

interface Listed {
  readonly ids: readonly string[];
  readonly strangers: ReadonlySet<string>;
}

function list(): Listed {
  const numbers = Array.from({ length: wanted }, (_, index) => index);
  const strangers = new Set(
    numbers
      .filter((index) => index % strangerEvery === strangerEvery - 1)
      .map((index) => `11111111-2222-4333-8444-${String(index).padStart(12, '0')}`),
  );
  const known = [...strangers];
  const ids = numbers.map((index) => {
    const stranger = index % strangerEvery === strangerEvery - 1;
    return stranger ? (known[Math.floor(index / strangerEvery)] ?? '') : trackingIdOf(index * 13, 1);
  });
  return { ids, strangers };
}

/** What the browser saw of its calls to the gateway. */
interface Calls {
  readonly made: number;
  readonly mostAtOnce: number;
  /** Answers by their status. */
  readonly byStatus: ReadonlyMap<number, number>;
}

function watchCalls(page: Page): () => Calls {
  const byStatus = new Map<number, number>();
  let [made, underWay, most] = [0, 0, 0];
  const isLookUp = (url: string) => new URL(url).pathname.startsWith('/api/failover/tracking/');
  page.on('request', (request) => {
    if (!isLookUp(request.url())) return;
    made++;
    underWay++;
    most = Math.max(most, underWay);
  });
  const ended = (url: string) => isLookUp(url) && underWay--;
  page.on('requestfinished', (request) => ended(request.url()));
  page.on('requestfailed', (request) => ended(request.url()));
  page.on('response', (response) => {
    if (isLookUp(response.url())) byStatus.set(response.status(), (byStatus.get(response.status()) ?? 0) + 1);
  });
  return () => ({ made, mostAtOnce: most, byStatus });
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` is processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface Task {
  readonly wallMs: number;
  readonly processorMs: number;
}

/**
 * The tasks of the page's main thread, longest first. What counts is their processor time: on a machine with other work to do, a
 * task stands still for as long as others run.
 */
function tasksOf(trace: { readonly traceEvents: readonly TraceEvent[] }): Task[] {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const names = trace.traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const mains = new Set(names.map(thread));
  return trace.traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('::RunTask') && mains.has(thread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ wallMs: Math.round(dur / 1000), processorMs: Math.round(tdur / 1000) }))
    .toSorted((one, other) => other.processorMs - one.processorMs);
}

async function heapMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_048_576;
}

/** Counts of the result by the name of its kind, from the buttons that filter by it. */
async function counts(page: Page): Promise<Record<string, number>> {
  const texts = await page.getByRole('button', { name: /^[a-z ]+ [\d,]+$/ }).allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = '', count = ''] = /^\W*([a-z ]+?)\s*([\d,]+)$/.exec(text.replaceAll('\n', ' ')) ?? [];
      return [name, Number(count.replaceAll(',', ''))];
    }),
  );
}

interface Measured {
  readonly seconds: number;
  readonly calls: Calls;
  readonly routeeCalls: number;
  /** Longest first. */
  readonly tasks: readonly Task[];
  readonly heapBeforeMB: number;
  readonly heapAfterMB: number;
  readonly gatewayMB: number;
  readonly counts: Record<string, number>;
  /** Rows of the list that the result lacks. */
  readonly lost: number;
}

async function measure(browser: Browser, url: string, ids: readonly string[]) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const calls = watchCalls(page);
  await page.goto(`${url}/lookup`);
  // Until the page is taken over, a text that is filled in is the form's alone.
  await page.waitForLoadState('networkidle');
  const heapBeforeMB = await heapMB(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ids.join('\n'));
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.getByLabel('List of tracking IDs').press('Control+V');
  const started = Date.now();
  await page.getByRole('button', { name: 'Look them up' }).click();
  await page.getByText('1,000 of 1,000', { exact: true }).waitFor({ timeout: longestMs });
  const seconds = (Date.now() - started) / 1000;
  // What a person does with the result, so that its tasks are measured too.
  await page.getByRole('columnheader', { name: 'Result' }).getByRole('button').click();
  await page.getByRole('searchbox', { name: 'Find in the list' }).fill('viber');
  await page.getByRole('searchbox', { name: 'Find in the list' }).fill('');
  const rows = Number(await page.getByRole('table', { name: 'Flows of the list' }).getAttribute('aria-rowcount')) - 1;
  await page.waitForTimeout(500);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return {
    seconds,
    calls: calls(),
    tasks: tasksOf(trace).slice(0, mostTasksKept),
    heapBeforeMB,
    heapAfterMB: await heapMB(page),
    counts: await counts(page),
    lost: ids.length - rows,
  };
}

const tooLong = (tasks: readonly Task[]) => tasks.filter(({ processorMs }) => processorMs > mostTaskMs);

function tell(measured: Measured): void {
  const { calls, tasks } = measured;
  const round = (value: number) => value.toFixed(1);
  const statuses = [...calls.byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
  console.log(`${wanted} IDs in ${round(measured.seconds)} s while Routee refuses a fifth of its calls (429 and 502)`);
  console.log(`result: ${JSON.stringify(measured.counts)}; rows lost: ${measured.lost}`);
  console.log(`calls of the browser: ${calls.made} (${statuses.join(', ')}), at most ${calls.mostAtOnce} at once`);
  console.log(`calls of the gateway to Routee: ${measured.routeeCalls}`);
  const [longest] = tasks;
  console.log(`tasks over ${mostTaskMs} ms of processor time: ${tooLong(tasks).length}`);
  if (longest !== undefined) console.log(`longest: ${longest.processorMs} ms, ${longest.wallMs} by the clock`);
  console.log(`heap of the page: ${round(measured.heapBeforeMB)} MB before, ${round(measured.heapAfterMB)} MB after`);
  console.log(`gateway: ${round(measured.gatewayMB)} MB`);
}

/** Sentences on what is not as it must be. */
function faults({ calls, counts: said, tasks, lost }: Measured, { strangers, ids }: Listed): string[] {
  const found = said.found ?? 0;
  const [unknown, all] = [said['not found'] ?? 0, said.all ?? 0];
  const checks: [boolean, string][] = [
    [lost === 0 && all === ids.length, `${ids.length - all} rows are not counted, ${lost} not shown`],
    [found === ids.length - strangers.size, `${found} rows were found, and ${ids.length - strangers.size} can be`],
    [unknown === strangers.size, `${unknown} rows are said not to be there, and ${strangers.size} are not`],
    [(calls.byStatus.get(429) ?? 0) + (calls.byStatus.get(502) ?? 0) > 0, 'nothing was refused: this measured nothing'],
    [calls.mostAtOnce <= mostAtOnce, `${calls.mostAtOnce} calls were under way at once`],
    [calls.made <= mostCallsPerRow * ids.length, `${calls.made} calls were made`],
    [tasks.length > 0 && tooLong(tasks).length === 0, `too long took ${JSON.stringify(tooLong(tasks))}`],
  ];
  return checks.filter(([good]) => !good).map(([, sentence]) => sentence);
}

async function run(emulator: Emulator, browser: Browser, listed: Listed): Promise<Measured> {
  const gateway = await startGateway({
    ROUTEE_APP_ID: 'bench',
    ROUTEE_APP_SECRET: 'bench-secret',
    ROUTEE_API_URL: emulator.url,
    ROUTEE_AUTH_URL: emulator.url,
    LOG_LEVEL: 'silent',
    PORT: '0',
  });
  try {
    const measured = await measure(browser, gateway.url, listed.ids);
    const routeeCalls = emulator.control.calls('tracking');
    return { ...measured, routeeCalls, gatewayMB: await gateway.memoryMB() };
  } finally {
    await gateway.stop();
  }
}

/** Measures, tells, writes bench/results/lookup.local.json; false where something is not as it must be. */
export async function lookUpMany(executablePath: string): Promise<boolean> {
  const listed = list();
  const emulator = await startEmulator({ credentials: { id: 'bench', secret: 'bench-secret' } });
  emulator.control.setFailureRate(failing, { kinds: ['429', '502'], operations: ['tracking'] });
  emulator.control.setLatency(20);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    const measured = await run(emulator, browser, listed);
    tell(measured);
    mkdirSync('bench/results', { recursive: true });
    const kept = { ...measured, calls: { ...measured.calls, byStatus: Object.fromEntries(measured.calls.byStatus) } };
    writeFileSync('bench/results/lookup.local.json', `${JSON.stringify(kept, null, 2)}\n`);
    const wrong = faults(measured, listed);
    for (const sentence of wrong) console.error(`Not as it must be: ${sentence}.`);
    return wrong.length === 0;
  } finally {
    await browser.close();
    await emulator.close();
  }
}
