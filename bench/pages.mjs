/**
 * `npm run bench:pages`: how soon a link shows its timeline, beside a floor in plain React that prints the same record as
 * a list. Cold and warm, unthrottled and at a fourth of the processor with 1.6 Mbit/s and 150 ms. Medians of interleaved
 * runs (RUNS, 7 if not given). Prints a table and writes bench/results/pages.local.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { findBrowser, howToInstall } from '../tools/find-browser.mjs';
import { dist, startGateway, startProcess } from './start-gateway.mjs';

const runs = Number(process.env.RUNS ?? 7);
/** Flows of the emulator by how many messages they hold. */
const flows = /** @type {const} */ ({
  3: '0c28cec1-b947-42af-a4b9-36976b4b76b0',
  30: 'a1f09f54-9e1c-4c57-9c84-cce8caacacbd',
  300: '4d2ce3ed-159e-42d1-82ac-9fb828edb566',
  3000: '23233c9e-e9cc-4c81-9270-d664d5cfff79',
});

/** @typedef {{ name: string, floor: boolean, path: string, seen: string }} Place */
/** @typedef {{ visible: number, requests: number, bytes: number, scriptBytes: number, fcp: number, lcp: number, script: number, layout: number, longest: number, shift: number, heap: number }} Figures */

/** @type {Place[]} */
const all = [
  ...Object.entries(flows).flatMap(([count, id]) => [
    {
      name: `flow, ${count}`,
      floor: false,
      path: `/flows/${id}`,
      seen: 'section[aria-labelledby="timeline-title"] :is([data-bar], li)',
    },
    { name: `floor, ${count}`, floor: true, path: `/flows/${id}`, seen: 'li' },
  ]),
  { name: 'explore', floor: false, path: '/explore', seen: 'a[data-index]' },
];
/** ONLY, a regular expression, chooses among them while one works on something. */
const places = all.filter(({ name }) => new RegExp(process.env.ONLY ?? '').test(name));

/** Notes in the page when what is waited for has been painted, and what happened until then. */
const watch = (/** @type {string} */ seen) => {
  const figures = { visible: 0, lcp: 0, longest: 0, shift: 0, requests: 0, bytes: 0, scriptBytes: 0 };
  Object.assign(globalThis, { figures });
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => {
    figures.lcp = startTime;
  });
  observe('longtask', ({ duration }) => {
    figures.longest = Math.max(figures.longest, duration);
  });
  observe('layout-shift', ({ value }) => {
    figures.shift += value;
  });
  const painted = () => {
    figures.visible = performance.now();
    const entries = /** @type {PerformanceResourceTiming[]} */ ([
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]).filter(({ name, startTime }) => startTime < figures.visible && !name.includes('/icon'));
    figures.requests = entries.length;
    figures.bytes = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
    figures.scriptBytes = entries
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  };
  const drawn = new MutationObserver(() => {
    // What React hides while it waits for something is not seen either.
    if ((document.querySelector(seen)?.getClientRects().length ?? 0) === 0) return;
    drawn.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = painted;
      port2.postMessage(null);
    });
  });
  drawn.observe(document, { childList: true, subtree: true, attributes: true });
};

const throttles = {
  none: null,
  slow: {
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
  },
};

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} url
 * @param {Place} place
 * @param {(typeof throttles)[keyof typeof throttles]} throttle
 * @returns {Promise<Figures>}
 */
async function load(context, url, place, throttle) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (throttle !== null) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', throttle.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
  }
  await session.send('Performance.enable');
  await page.addInitScript(watch, place.seen);
  await page.goto(`${url}${place.path}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).figures.visible > 0, null, { timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const figures = await page.evaluate(() => ({
    .../** @type {any} */ (globalThis).figures,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await page.close();
  return {
    ...figures,
    script: metric('ScriptDuration') * 1000,
    layout: (metric('LayoutDuration') + metric('RecalcStyleDuration')) * 1000,
    heap: metric('JSHeapUsedSize') / 1_048_576,
  };
}

/** The longest frame while the timeline of 3,000 messages, then the page, is scrolled from end to end. */
async function scrollFrames(/** @type {import('@playwright/test').Browser} */ browser, /** @type {string} */ url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/flows/${flows[3000]}`);
  await page.getByRole('button', { name: 'Unfold all' }).or(page.getByText('too long to be shown')).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  const longest = await page.evaluate(async () => {
    const scrolled = [...document.querySelectorAll('section[aria-labelledby="timeline-title"] *')].find(
      (element) => element.scrollHeight > element.clientHeight + 200,
    );
    /** @type {number[]} */
    const frames = [];
    let before = performance.now();
    const step = async (/** @type {Element} */ element, /** @type {number} */ by) => {
      element.scrollTop += by;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - before);
      before = now;
    };
    for (const element of [scrolled ?? document.documentElement, document.documentElement]) {
      before = performance.now();
      for (let steps = 0; steps < 120; steps++) await step(element, 90);
    }
    return Math.max(...frames);
  });
  await page.close();
  return longest;
}

function median(/** @type {number[]} */ values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const floorDist = join(dist, 'floor');
await build({
  configFile: false,
  logLevel: 'error',
  root: join(import.meta.dirname, 'floor'),
  plugins: [react()],
  build: { outDir: floorDist, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
const executablePath = await findBrowser();
if (executablePath === null) throw new Error(howToInstall);
const gateway = await startGateway();
const floor = await startProcess(join(import.meta.dirname, 'floor/serve.mjs'), '/', {
  GATEWAY: gateway.url,
  FLOOR: floorDist,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });

/** @type {Map<string, Figures[]>} */
const measured = new Map();
try {
  for (let run = 0; run < runs; run++) {
    for (const [throttleName, throttle] of Object.entries(throttles)) {
      for (const place of places) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        // Warm is the third time: the second leaves compiled code in the cache.
        for (const cache of ['cold', 'second', 'warm']) {
          const figures = await load(context, place.floor ? floor.url : gateway.url, place, throttle);
          if (cache === 'second') continue;
          const key = `${place.name}, ${cache}, ${throttleName}`;
          measured.set(key, [...(measured.get(key) ?? []), figures]);
        }
        await context.close();
      }
    }
    process.stderr.write(`run ${run + 1} of ${runs}\n`);
  }
  const scroll = [];
  for (let run = 0; run < Math.min(runs, 3); run++) scroll.push(await scrollFrames(browser, gateway.url));

  /** @type {Record<string, Record<string, number>>} */
  const table = {};
  for (const [key, loads] of measured) {
    const of = (/** @type {keyof Figures} */ name) => median(loads.map((figures) => figures[name]));
    const floorKey = key.replace('flow', 'floor');
    const floorVisible = median((measured.get(floorKey) ?? []).map(({ visible }) => visible));
    table[key] = {
      'visible ms': Math.round(of('visible')),
      '× floor': key.startsWith('flow') ? Math.round((of('visible') / floorVisible) * 100) / 100 : Number.NaN,
      requests: of('requests'),
      kB: Math.round(of('bytes') / 100) / 10,
      'script kB': Math.round(of('scriptBytes') / 100) / 10,
      'FCP ms': Math.round(of('fcp')),
      'LCP ms': Math.round(of('lcp')),
      'script ms': Math.round(of('script')),
      'layout ms': Math.round(of('layout')),
      'longest task ms': Math.round(of('longest')),
      CLS: Math.round(of('shift') * 10_000) / 10_000,
      'heap MB': Math.round(of('heap') * 10) / 10,
    };
  }
  console.table(table);
  console.log(`longest frame while scrolling 3,000 messages: ${scroll.map(Math.round).join(', ')} ms`);
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  const file = join(results, 'pages.local.json');
  writeFileSync(file, JSON.stringify({ runs, table, scrollMs: scroll, all: Object.fromEntries(measured) }, null, 2));
  console.log(`written to ${file}`);
} finally {
  await browser.close();
  floor.stop();
  gateway.stop();
}
