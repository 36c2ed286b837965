/** The jobs people come with, in as few clicks as were promised: all to a number, a bad hour, "only him or everybody?". */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });
test.setTimeout(90_000);

/** One of those who are written to again and again in the demo's week. */
const regular = '+306900000007';

/** Counts what a person clicks. */
function counted(page: Page) {
  let clicks = 0;
  return {
    click: async (name: RegExp | string, role: 'button' | 'link' = 'button') => {
      clicks++;
      await page.getByRole(role, { name }).first().click();
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
