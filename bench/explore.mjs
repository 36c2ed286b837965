/**
 * Explore over 10,000 flows, in a real browser: `npm run build`, then `node bench/explore.mjs`. Ends with 1 when a task on
 * the main thread takes more than 50 ms after the first paint, or a sort or filter more than 100 ms.
 */
import { chromium } from '@playwright/test';
import { findBrowser, howToInstall } from '../tools/find-browser.mjs';
import { startGateway } from './start-gateway.mjs';

const wantedFlows = 10_000;
const mostTaskMs = 50;
const mostAnswerMs = 100;

/** The shortest range in hours up to now that holds so many flows. */
async function rangeWith(/** @type {string} */ url, /** @type {number} */ flows) {
  const minute = (/** @type {number} */ time) => `${new Date(time).toISOString().slice(0, 16)}Z`;
  const now = Date.now();
  for (let hours = 24; hours <= 7 * 24; hours += 4) {
    const query = new URLSearchParams({
      dateStart: minute(now - hours * 3_600_000),
      dateEnd: minute(now),
      size: '1',
    });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/failover/tracking?${query}`, { method: 'POST', body: '[]', headers });
    const { totalElements } = await answer.json();
    if (totalElements >= flows) return hours;
  }
  throw new Error(`no range holds ${flows} flows`);
}

/** Long tasks of the page so far, and when it was first painted. */
const watchTasks = () => {
  const kept = /** @type {{ start: number, ms: number }[]} */ ([]);
  Object.assign(globalThis, { longTasks: kept });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) kept.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
};

const tasksAfterPaint = () => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const { longTasks } = /** @type {{ longTasks?: { start: number, ms: number }[] }} */ (globalThis);
  return (longTasks ?? [])
    .filter(({ start }) => start > paint)
    .map(({ start, ms }) => [Math.round(start), Math.round(ms)]);
};

/** Bytes of all answers, uncompressed. */
const answerBytes = () =>
  performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.includes('/api/failover/'))
    .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.decodedBodySize : 0), 0);

/** Milliseconds from a click until the first row is another one and drawn. */
const answerTime = (/** @type {string} */ name) =>
  new Promise((resolve) => {
    const head = [...document.querySelectorAll('[role="columnheader"] button')].find((each) =>
      each.textContent?.startsWith(name),
    );
    const body = document.querySelectorAll('[role="table"] [role="rowgroup"]')[1];
    const first = () =>
      [...(body?.querySelectorAll('a[data-index]') ?? [])]
        .slice(0, 5)
        .map((link) => link.getAttribute('href'))
        .join();
    const before = first();
    const started = performance.now();
    const look = () => {
      if (first() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(Math.round(performance.now() - started)));
    };
    /** @type {HTMLElement | undefined} */ (head)?.click();
    requestAnimationFrame(look);
  });

const executablePath = await findBrowser();
if (executablePath === null) throw new Error(howToInstall);
const gateway = await startGateway();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const hours = await rangeWith(gateway.url, wantedFlows);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchTasks);
  await page.goto(`${gateway.url}/explore?range=${hours}h`);
  await page.locator('a[data-index]').first().waitFor();
  await page.getByRole('button', { name: 'load all', exact: true }).waitFor();
  const started = Date.now();
  await page.getByRole('button', { name: 'load all', exact: true }).click();
  await page.getByText('all loaded').waitFor({ timeout: 300_000 });
  const loadedMs = Date.now() - started;
  await page.waitForTimeout(1000);
  const loading = await page.evaluate(tasksAfterPaint);
  const flows = Number(await page.getByRole('table', { name: 'Flows' }).getAttribute('aria-rowcount')) - 1;
  const bytes = await page.evaluate(answerBytes);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;

  /** @type {Record<string, number>} */
  const answers = {};
  for (const column of ['Price', 'Recipient', 'Time to end', 'Findings', 'Chain', 'Created']) {
    await page.waitForTimeout(300);
    answers[`sort by ${column}`] = /** @type {number} */ (await page.evaluate(answerTime, column));
  }
  answers['filter by country'] = await filterTime(page);
  const all = await page.evaluate(tasksAfterPaint);

  const mb = (/** @type {number} */ value) => `${(value / 1_048_576).toFixed(1)} MB`;
  console.log(`${flows} flows (latest ${hours} h) loaded, checked and added up in ${(loadedMs / 1000).toFixed(1)} s`);
  console.log(`answers ${mb(bytes)}, kept for the export of records; JavaScript heap of the page ${mb(heap)}`);
  console.log(
    `tasks over ${mostTaskMs} ms after the first paint, [at, ms]: ${JSON.stringify(loading)} while loading, ${JSON.stringify(all.slice(loading.length))} while sorting and filtering`,
  );
  for (const [what, ms] of Object.entries(answers)) console.log(`${what}: ${ms} ms`);
  if (all.length > 0 || Object.values(answers).some((ms) => ms > mostAnswerMs)) process.exitCode = 1;
} finally {
  await browser.close();
  gateway.stop();
}

/** Chooses a country and applies it; milliseconds from the click on Apply until the first rows are others. */
async function filterTime(/** @type {import('@playwright/test').Page} */ page) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Country', exact: true }).click();
  await form.getByRole('checkbox').nth(1).check();
  return page.evaluate(
    () =>
      new Promise((/** @type {(ms: number) => void} */ resolve) => {
        const count = () => document.querySelector('[role="table"]')?.getAttribute('aria-rowcount');
        const before = count();
        const started = performance.now();
        const look = () => {
          if (count() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(Math.round(performance.now() - started)));
        };
        /** @type {HTMLElement | null} */ (document.querySelector('[role="dialog"] button[type="submit"]'))?.click();
        requestAnimationFrame(look);
      }),
  );
}
