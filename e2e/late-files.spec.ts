/** Every file that is fetched late, refused once: it costs its own part, says so, comes with a retry, and never the page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
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

/** Walks through everything that loads late, trying again wherever that is offered. */
async function walk(page: Page): Promise<void> {
  const retry = page.getByRole('button', { name: 'Try again' });
  const settle = async (part: () => Promise<void>) => {
    await part();
    for (let tries = 0; tries < 3 && (await retry.first().isVisible()); tries++) await retry.first().click();
  };
  await page.goto('/');
  await settle(() => expect(page.locator('h1, [role=alert]').first()).toBeVisible());
  await page.goto(flow);
  await settle(() => expect(page.locator('h1, [role=alert]').first()).toBeVisible());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delivered twice: by Viber and SMS.');
  await settle(async () =>
    page
      .getByRole('button', { name: /^Time zone|UTC/ })
      .first()
      .click(),
  );
  await page.keyboard.press('Escape');
  await page.goto('/explore');
  await settle(() => expect(page.locator('h1, [role=alert]').first()).toBeAttached());
  await expect(page.getByRole('table').first()).toBeVisible();
}

/** One expression: a list of several would be read as a fixture with its options. */
const expected = new RegExp(
  [noAnswer, failedAnswer, /dynamically imported module|PartNotLoaded|error occurred in/]
    .map(({ source }) => source)
    .join('|'),
);
test.use({ expectedConsole: [expected] });

test('the build has late files, and the walk reaches most of them', async () => {
  expect(lateFiles.length).toBeGreaterThan(10);
});

for (const file of lateFiles) {
  test(`${file} refused once leaves the app working`, async ({ page }) => {
    test.setTimeout(60_000);
    let refused = 0;
    await page.route(`**/${file}`, (route) => (refused++ === 0 ? route.abort() : route.continue()));
    await walk(page);
    await expect(page.getByRole('navigation').first()).toBeVisible();
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
