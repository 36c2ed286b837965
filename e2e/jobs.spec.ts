/** The jobs people come with, in as few clicks as were promised: all to a number, a bad hour, "only him or everybody?". */

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });
test.setTimeout(90_000);

/** One of those who are written to again and again in the demo's week. */
const regular = '+306900000007';

/** Counts what a person clicks. */
function counted(page: Page) {
  let clicks = 0;
  return {
    click: async (name: RegExp | string, role: 'button' | 'link' = 'button', within: Page | Locator = page) => {
      clicks++;
      await within.getByRole(role, { name }).first().click();
    },
    count: () => clicks,
  };
}

test('all messages to a number: pasted, it lists its flows, and stands in no address', async ({ page }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/');
  const box = page.getByRole('textbox', { name: /Tracking ID/ }).first();
  await box.fill('0030 690 000 0007');
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Flows to', { timeout: 30_000 });
  await expect(page).toHaveURL('/recipient');
  const rows = page.getByRole('group', { name: 'Flows to this number' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible({ timeout: 30_000 });
  await rows.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/flows\//);
  await page.goBack();
  await expect(rows.nth(1)).toBeVisible();
  expect(addresses.filter((url) => /6900000007|690%20000/.test(url))).toEqual([]);
  await page.reload();
  await expect(page.getByText('The number is no longer here')).toBeVisible();
});

test('only this one, or everybody? One click on a flow answers', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('textbox', { name: /Tracking ID/ }).first();
  await box.fill(regular);
  await box.press('Enter');
  const rows = page.getByRole('group', { name: 'Flows to this number' }).getByRole('row');
  await rows.nth(1).getByRole('link').click({ timeout: 30_000 });
  const steps = counted(page);
  await steps.click('Look');
  const panel = page.getByRole('region', { name: 'Only this one, or everybody?' });
  await expect(panel.getByText(/24 h before and after/).first()).toBeVisible({ timeout: 40_000 });
  await expect(panel.getByText(/this hour/).first()).toBeVisible();
  await expect(panel.getByText(/failed \(/).first()).toBeVisible();
  expect(steps.count()).toBe(1);
  await panel.getByRole('link', { name: /Show in Explore.*recipient/ }).click();
  await expect(page.getByRole('table', { name: 'Flows' })).toBeVisible();
  expect(page.url()).not.toContain('6900000007');
});

test('which sender had a bad hour, at which operator? Three clicks from the start', async ({ page }) => {
  await page.goto('/');
  const steps = counted(page);
  await steps.click('Explore', 'link');
  await expect(page.getByRole('table', { name: 'Flows' })).toBeVisible({ timeout: 30_000 });
  const all = page.getByRole('button', { name: /load all/i }).first();
  if (await all.isVisible()) await steps.click(/load all/i);
  await steps.click('Where it fails');
  const table = page.getByRole('group', { name: 'Groups of attempts' }).getByRole('table');
  const row = table.getByRole('row', { name: /SMS.*Cosmote.*Clinic/ }).first();
  await expect(row).toBeVisible({ timeout: 60_000 });
  expect(steps.count()).toBeLessThanOrEqual(3);
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
});

/** A figure of Explore, by its name. */
const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Figures' }).locator('dl').filter({ hasText: name });

/** From Explore as the address opens it, all of its range loaded. */
async function exploreOpened(page: Page, search = '') {
  await page.goto(`/explore${search}`);
  await allLoaded(page);
  return counted(page);
}

const allLoaded = (page: Page) =>
  expect(page.getByText(/^Of all [\d,]+ flows of the range\./)).toBeVisible({ timeout: 60_000 });

test('which operator had a bad hour yesterday? Seen after three clicks, and shown by one more', async ({ page }) => {
  const steps = await exploreOpened(page, '?range=2h');
  await steps.click(/^Range /);
  await steps.click('yesterday');
  await steps.click('Operator');
  const worst = page.getByRole('region', { name: 'Operator: worst first' });
  const bad = worst.getByRole('button', { name: /^Bad: .*of \d+ failed/ }).first();
  await expect(bad).toBeVisible({ timeout: 60_000 });
  expect(steps.count()).toBeLessThanOrEqual(3);
  await expect(page).toHaveURL(/by=operator/);
  // What it says is what its click shows.
  const [, failed] = /, (\d+) of \d+ failed/.exec((await bad.textContent()) ?? '') ?? [];
  await bad.click();
  await expect(
    page.getByText(`${failed} of ${failed} flows loaded`).or(page.getByText(new RegExp(`^${failed} shown`))),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText(/Attempt failed, /);
});

test('what did failed attempts cost this week? Three clicks at most', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(240_000);
  const steps = await exploreOpened(page, '?range=2h');
  await steps.click(/^Range /);
  await steps.click('7 d');
  const all = page.getByRole('button', { name: /^Load all/ }).first();
  await expect(all).toBeVisible({ timeout: 90_000 });
  await steps.click(/^Load all/);
  await expect(page.getByText(/^Of all [\d,]+ flows of the range\./)).toBeVisible({ timeout: 200_000 });
  await expect(figure(page, 'Spend')).toContainText(/on attempts that failed: [1-9]/);
  expect(steps.count()).toBeLessThanOrEqual(3);
});

test('all flows to one number, from Explore: three clicks', async ({ page }) => {
  const steps = await exploreOpened(page, '?range=1d');
  await steps.click(/^\+? ?Filter$/);
  await steps.click('Recipient', 'button', page.getByRole('dialog'));
  await page.getByRole('dialog').getByLabel('Value').fill(regular);
  await steps.click('Apply');
  expect(steps.count()).toBeLessThanOrEqual(3);
  await expect(page.getByRole('table', { name: 'Flows' }).getByRole('link').first()).toBeVisible({ timeout: 30_000 });
  await expect(page).not.toHaveURL(/6900000007/);
});

test('Unknown Number in Greece: two clicks, and the list holds as many flows as the figure said', async ({ page }) => {
  const steps = await exploreOpened(page, '?range=1d');
  await steps.click('Latency, reasons and price');
  const cell = page.getByRole('button', { name: /Filter by Unknown Number, Greece$/ });
  const count = /^[\d,]+/.exec((await cell.getAttribute('aria-label', { timeout: 30_000 })) ?? '')?.[0] ?? '';
  await steps.click(/Filter by Unknown Number, Greece$/);
  expect(steps.count()).toBeLessThanOrEqual(3);
  await expect(page.getByText(new RegExp(`^${count} shown, `))).toBeVisible();
  await expect(figure(page, 'Flows')).toContainText(`${count} of`);
});

test('the slowest 1 %: one click, slowest first', async ({ page }) => {
  const steps = await exploreOpened(page, '?range=1d');
  const said = await figure(page, 'Time to reach')
    .getByText(/^n [\d,]+$/)
    .textContent();
  const reached = Number(said?.replace(/\D/g, ''));
  await steps.click(/^p99 /);
  expect(steps.count()).toBe(1);
  const shown = page.getByText(/^[\d,]+ shown, /);
  await expect(shown).toBeVisible();
  const count = Number(/^[\d,]+/.exec((await shown.textContent()) ?? '')?.[0].replace(/,/g, ''));
  expect(count).toBeGreaterThanOrEqual(Math.floor(reached / 100));
  expect(count).toBeLessThanOrEqual(Math.ceil(reached / 50));
  await expect(page.getByRole('columnheader', { name: /^Time to reach/ })).toHaveAttribute('aria-sort', 'descending');
});
