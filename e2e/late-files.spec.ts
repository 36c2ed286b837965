/** Every file that is fetched late, refused once: it costs its own part, says so, comes with a retry, and never the page. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, noAnswer, test } from './fixtures.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = process.env.DIST ?? 'dist';
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${dist}/app/.vite/manifest.json`, 'utf8')); // the build's own

/** What every page loads with its HTML. */
function early(): Set<string> {
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(key);
  return found;
}

const earlyFiles = early();
const lateFiles = [...new Set(Object.values(manifest).map(({ file }) => file))].filter(
  (file) => file.endsWith('.js') && !earlyFiles.has(file),
);

const flow = `/flows/${scenarioNamed('vendor-sample').trackingId}`;

const told = 'This part could not be fetched.';
const again = (page: Page) =>
  page.getByRole('alert').filter({ hasText: told }).getByRole('button', { name: 'Try again' }).first().click();

/** How a person comes to a part that is fetched late. */
interface Way {
  readonly path: string;
  /** What a person does there; none where the part comes by itself. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What is seen once the part is there. */
  readonly there: (page: Page) => Locator;
  /** What says that it did not come. */
  readonly says?: (page: Page) => Locator;
  /** What brings it then; the retry beside what is said, else. */
  readonly next?: (page: Page) => Promise<void>;
}

const button = (name: string | RegExp) => async (page: Page) => page.getByRole('button', { name }).first().click();
const keys = (pressed: string) => async (page: Page) => page.keyboard.press(pressed);
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { level: 1, name });
const byKeys = (pressed: string): Pick<Way, 'reach' | 'says' | 'next'> => ({
  reach: keys(pressed),
  says: (page) => page.getByText('Could not be loaded.').first(),
  next: keys(pressed),
});
const twoFlows = ['vendor-sample', 'three-channels-all-fail'].map((slug) => scenarioNamed(slug).trackingId).join('...');

async function copyAsText(page: Page): Promise<void> {
  const copy = page.getByRole('button', { name: 'Copy as text, for a ticket' });
  if (!(await copy.isVisible())) await button('Export')(page);
  await copy.click();
}

async function copyForCustomer(page: Page): Promise<void> {
  const copy = page.getByRole('button', { name: 'A paragraph for the customer, in English' });
  if (!(await copy.isVisible())) await button('Export')(page);
  await copy.click();
}

async function lookUp(page: Page): Promise<void> {
  await page.getByRole('main').locator('textarea').fill(scenarioNamed('vendor-sample').trackingId);
  await page.getByRole('main').locator('button[type="submit"]').click();
}

/** By the module that is fetched. */
const ways: Readonly<Record<string, Way>> = {
  'src/app/palette.tsx': { path: '/', ...byKeys('Control+k'), there: (page) => page.getByRole('dialog') },
  'src/app/help.tsx': { path: flow, ...byKeys('?'), there: (page) => page.getByRole('dialog') },
  'src/app/settings-choices.tsx': {
    path: flow,
    reach: button('Your settings'),
    there: (page) => page.getByRole('dialog').getByText('Theme').first(),
  },
  'src/app/zone-choices.tsx': {
    path: flow,
    reach: button(/^Time zone/),
    there: (page) => page.getByLabel('Another zone'),
  },
  'src/ui/flyout-popup.tsx': {
    path: flow,
    reach: button('Export'),
    there: (page) => page.getByRole('button', { name: 'Copy as text, for a ticket' }),
  },
  'src/pages/flow/flow-text.ts': {
    path: flow,
    reach: copyAsText,
    says: (page) => page.getByRole('status').filter({ hasText: 'Could not copy' }),
    next: copyAsText,
    there: (page) => page.getByRole('status').filter({ hasText: 'Copied' }),
  },
  'src/features/kin/kin-answer.tsx': {
    path: flow,
    reach: button('Look'),
    there: (page) => page.getByRole('button', { name: /^Look(?:ing…| again)$/ }),
  },
  'src/features/problem/own-id-offer.tsx': {
    path: `/flows/${scenarioNamed('fault-404').trackingId}`,
    there: (page) => page.getByRole('button', { name: /^Look through/ }),
  },
  'src/features/raw/raw-panel.tsx': { path: flow, there: (page) => page.getByRole('treeitem').first() },
  'src/features/latency/latency-chart.tsx': {
    path: flow,
    there: (page) => page.getByRole('region', { name: 'Latency' }).locator('.recharts-surface').first(),
  },
  'src/pages/home/page.tsx': { path: '/', there: (page) => page.getByRole('main').locator('textarea') },
  'src/pages/evidence/page.tsx': { path: `${flow}/evidence`, there: heading(/^Delivered twice/) },
  'src/pages/compare/page.tsx': { path: `/compare/${twoFlows}`, there: heading(/./) },
  'src/pages/open/page.tsx': { path: '/open', there: heading(/./) },
  'src/pages/lookup/page.tsx': { path: '/lookup', there: heading(/./) },
  'src/pages/not-found/page.tsx': { path: '/nothing/here', there: heading(/./) },
  'src/pages/recipient/page.tsx': { path: '/recipient', there: (page) => page.getByRole('main').getByText(/number/) },
  'src/pages/explore/page.tsx': { path: '/explore', there: (page) => page.getByRole('row').nth(2) },
  'src/pages/explore/charts/charts.tsx': {
    path: '/explore',
    there: (page) => page.getByRole('region', { name: 'Charts' }).locator('svg').first(),
  },
  'src/pages/explore/failing/failing-panel.tsx': {
    path: '/explore',
    reach: button('Where it fails'),
    there: (page) => page.getByText('Groups of attempts that have ended').first(),
  },
  'src/pages/explore/charts/more-charts.tsx': {
    path: '/explore',
    reach: button('Latency, reasons and price'),
    there: (page) => page.getByRole('region', { name: 'Spend by channel' }),
  },
  'src/pages/explore/table/row-menu.tsx': {
    path: '/explore',
    reach: (page) => page.getByRole('row').nth(2).click({ button: 'right' }),
    there: (page) => page.getByRole('menu', { name: 'This flow' }),
  },
  'src/features/customer/customer-text.ts': {
    path: flow,
    reach: copyForCustomer,
    says: (page) => page.getByRole('status').filter({ hasText: 'Could not copy' }),
    next: copyForCustomer,
    there: (page) => page.getByRole('status').filter({ hasText: 'Copied' }),
  },
  'src/model/lookup/read-list.ts': {
    path: '/lookup',
    reach: lookUp,
    says: (page) => page.getByText('Could not be loaded.').first(),
    next: lookUp,
    there: (page) => page.getByRole('main').getByText('Delivered twice').first(),
  },
};

/** The way to a file: that of its own module, or of one that imports it. */
function wayTo(file: string): Way | undefined {
  const needs = (key: string, seen = new Set<string>()): boolean => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return false;
    seen.add(key);
    return chunk.file === file || (chunk.imports ?? []).some((imported) => needs(imported, seen));
  };
  const own = Object.entries(ways).find(([module]) => manifest[module]?.file === file);
  return own?.[1] ?? Object.entries(ways).find(([module]) => needs(module))?.[1];
}

/**
 * Fetched for what is told in its own tests (Greek, telephone numbers), with the page itself, or only where the gateway
 * keeps a history, which this one does not.
 */
const elsewhere =
  /^assets\/(el|phone|search-text|recent-flows|flow(?!-text)|use-history|history-evidence|history-list|notes-panel|keep-button)-/;
const reached = lateFiles.filter((file) => !elsewhere.test(file));

/** One expression: a list of several would be read as a fixture with its options. */
const expected = new RegExp(
  [noAnswer, failedAnswer, /dynamically imported module|PartNotLoaded|error occurred in/]
    .map(({ source }) => source)
    .join('|'),
);
test.use({
  expectedConsole: [expected],
  contextOptions: { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' },
});

test('every late file of the build has a way that leads to it', () => {
  expect(lateFiles.length).toBeGreaterThan(10);
  expect(reached.filter((file) => wayTo(file) === undefined)).toEqual([]);
});

for (const [place, file] of reached.entries()) {
  const tag = place % 3 === 0 ? [] : ['@long'];
  test(`${file} refused costs its own part, says so, and comes when asked again`, { tag }, async ({ page }) => {
    test.setTimeout(60_000);
    const way = wayTo(file);
    if (way === undefined) throw new Error(`no way leads to ${file}`);
    let [refuse, refused] = [true, 0];
    await page.route(`**/${file}`, (route) => {
      if (!refuse) return route.continue();
      refused++;
      return route.abort();
    });
    await page.goto(way.path);
    await way.reach?.(page);
    await expect((way.says ?? ((there) => there.getByText(told).first()))(page)).toBeVisible();
    expect(refused).toBeGreaterThan(0);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    refuse = false;
    await (way.next ?? again)(page);
    await expect(way.there(page)).toBeVisible();
  });
}

test('a menu whose code does not come says so, and comes with the retry', async ({ page }) => {
  const chunk = manifest['src/app/settings-choices.tsx']?.file ?? 'none';
  let refuse = true;
  await page.route(`**/${chunk}`, (route) => (refuse ? route.abort() : route.continue()));
  await page.goto(flow);
  const menu = page.getByRole('button', { name: 'Your settings' });
  await menu.click();
  await expect(page.getByText('This part could not be fetched.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delivered twice: by Viber and SMS.');
  refuse = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog', { name: 'Your settings' }).getByText('Theme').first()).toBeVisible();
});

test('a file that a new version took away is told once, with one reload', async ({ page }) => {
  for (const module of ['src/app/settings-choices.tsx', 'src/app/zone-choices.tsx']) {
    await page.route(`**/${manifest[module]?.file ?? 'none'}`, (route) => route.fulfill({ status: 404, body: 'gone' }));
  }
  await page.goto(flow);
  await page.getByRole('button', { name: 'Your settings' }).click();
  await expect(page.getByRole('button', { name: 'Reload the page' })).toHaveCount(1);
});
