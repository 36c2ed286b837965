/** Holds what is the same on any machine to bench/budget.json: bytes, requests, layout shift. Never times. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const root = join(import.meta.dirname, '..');
const app = join(root, process.env.DIST ?? 'dist', 'app');

const budget = z
  .object({
    /** The page and what was begun before its timeline was painted. */
    requestsUntilTimeline: z.number(),
    /** Brotli: the drawn page of three messages, its record included. */
    pageBytes: z.number(),
    /** Brotli: all that a link's page fetches to be usable. */
    scriptBytesUntilUsable: z.number(),
    layoutShift: z.number(),
    /** Brotli, by a name of ours. */
    chunks: z.record(z.string(), z.number()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'bench/budget.json'), 'utf8')));

/** Names of the build's files by the name that the budget gives them. */
const files: Readonly<Record<string, RegExp>> = {
  entry: /^index-.*\.js$/,
  flow: /^flow-(?!text)[A-Za-z0-9_-]{8}\.js$/,
  styles: /^index-.*\.css$/,
  Greek: /^el-.*\.js$/,
  charts: /^latency-chart-.*\.js$/,
};

const manifest = z
  .record(
    z.string(),
    z.object({
      file: z.string(),
      name: z.optional(z.string()),
      isEntry: z.optional(z.boolean()),
      imports: z.optional(z.array(z.string())),
    }),
  )
  .parse(JSON.parse(readFileSync(join(app, '.vite/manifest.json'), 'utf8')));

/** Of a page by its module, of anything else by its file's name. */
function fileOf(name: string): string {
  const page = manifest[`src/pages/${name}/page.tsx`]?.file;
  if (page !== undefined) return page;
  const pattern = files[name];
  const found = readdirSync(join(app, 'assets')).filter((file) => pattern?.test(file) === true);
  expect(found, `files of ${name}`).toHaveLength(1);
  return `assets/${found[0]}`;
}

/** What a flow's page is made of: its own module and the entry, with all that they import. */
const firstFiles = new Set<string>();
function addFirst(key: string): void {
  const chunk = manifest[key];
  if (chunk === undefined || firstFiles.has(chunk.file)) return;
  firstFiles.add(chunk.file);
  for (const imported of chunk.imports ?? []) addFirst(imported);
}
for (const [key, { name, isEntry }] of Object.entries(manifest)) if (isEntry === true || name === 'flow') addFirst(key);

const finished = scenarioNamed('vendor-sample');
const running = scenarioNamed('running-now');

/** What the page saw of itself: requests begun before the timeline was painted, and how far things were moved. */
interface Seen {
  readonly requests: readonly string[] | null;
  readonly shift: number;
  /** Beginnings of the texts that were moved. */
  readonly moved: readonly string[];
}

async function watch(page: Page): Promise<() => Promise<Seen>> {
  await page.addInitScript(() => {
    const seen: { requests: string[] | null; shift: number; moved: string[] } = { requests: null, shift: 0, moved: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] = Reflect.get(
          entry,
          'sources',
        );
        // A running flow's bars grow, and their labels follow: that is what the drawing is for.
        const box = document.querySelector('section[aria-labelledby="timeline-title"]')?.getBoundingClientRect();
        // What was not seen before has no box.
        const inside = ({ top, bottom, height }: DOMRect) =>
          height === 0 || (box !== undefined && top >= box.top && bottom <= box.bottom);
        if (sources.every(({ previousRect, currentRect }) => inside(previousRect) && inside(currentRect))) continue;
        seen.shift += Number(Reflect.get(entry, 'value'));
        seen.moved.push(...sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? 'what is gone'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const names = () => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    const drawn = new MutationObserver(() => {
      const bar = document.querySelector('section[aria-labelledby="timeline-title"] :is([data-bar], li)');
      // What React hides while it waits for something is not seen either.
      if (bar === null || bar.getClientRects().length === 0) return;
      drawn.disconnect();
      requestAnimationFrame(() => {
        seen.requests = names();
      });
    });
    drawn.observe(document, { childList: true, subtree: true, attributes: true });
  });
  return () => page.evaluate((): Seen => Reflect.get(window, 'seen'));
}

/** The smallest files are sent as they are. */
function sentBytes(path: string): number {
  const packed = statSync(join(app, `${path}.br`), { throwIfNoEntry: false });
  return (packed ?? statSync(join(app, path))).size;
}

for (const [name, bytes] of Object.entries(budget.chunks)) {
  test(`${name} is at most ${bytes} bytes`, () => {
    expect(statSync(join(app, `${fileOf(name)}.br`)).size).toBeLessThanOrEqual(bytes);
  });
}

test("a link's timeline needs no more than its requests and scripts", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(`/flows/${finished.trackingId}`);
  await expect.poll(async () => (await seen()).requests).not.toBeNull();
  // The tab's icon is the browser's own wish.
  const needed = ['the page', ...((await seen()).requests ?? [])].filter((path) => !path.startsWith('/icon'));
  expect(needed.length, needed.join(', ')).toBeLessThanOrEqual(budget.requestsUntilTimeline);
});

test("a link's page is small, usable with few bytes, and asks for nothing that it holds", async ({ page }) => {
  const [scripts, asked]: [Set<string>, string[]] = [new Set(), []];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  // Comes back once the app has taken the page over: what is fetched later is not waited for.
  const response = await page.goto(`/flows/${finished.trackingId}`);
  const usable = [...scripts].filter((path) => firstFiles.has(path.slice(1)));
  expect(usable.length).toBeGreaterThan(0);
  const bytes = usable.reduce((sum, path) => sum + sentBytes(path), 0);
  expect(bytes, usable.join(', ')).toBeLessThanOrEqual(budget.scriptBytesUntilUsable);
  const { responseBodySize } = (await response?.request().sizes()) ?? { responseBodySize: Number.NaN };
  expect(responseBodySize).toBeLessThanOrEqual(budget.pageBytes);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
});

const record = (page: Page) => page.getByRole('region', { name: 'Raw record' });
const stable = [
  { what: 'a finished flow', path: `/flows/${finished.trackingId}`, last: record },
  { what: 'a running flow', path: `/flows/${running.trackingId}`, last: record },
  { what: 'Explore', path: '/explore', last: (page: Page) => page.getByRole('row').nth(3) },
];

for (const { what, path, last } of stable) {
  for (const width of [1440, 390]) {
    test(`nothing moves while ${what} is loaded, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const seen = await watch(page);
      await page.goto(path);
      await expect(last(page)).toBeVisible();
      await page.waitForLoadState('networkidle');
      const { shift, moved } = await seen();
      expect(shift, moved.join(' | ')).toBeLessThanOrEqual(budget.layoutShift);
    });
  }
}

test('nothing moves while the start page is loaded', async ({ page }) => {
  const seen = await watch(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect((await seen()).shift).toBeLessThanOrEqual(budget.layoutShift);
});
