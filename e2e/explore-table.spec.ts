/** Explore's table and charts under a person's hands: columns, the menu of a row, bars by keyboard. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

const table = (page: Page) => page.getByRole('table', { name: 'Flows' });
const head = (page: Page, name: RegExp) => table(page).getByRole('columnheader', { name });
const filters = (page: Page) => page.getByRole('group', { name: 'Filters' });

async function opened(page: Page, search = '?range=2h') {
  await page.goto(`/explore${search}`);
  await expect(page.getByText(/^Of all [\d,]+ flows of the range\./)).toBeVisible({ timeout: 30_000 });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('a column is made wider by keyboard, stays so in this browser, and goes back', async ({ page }) => {
  await opened(page);
  const chain = head(page, /^Chain/);
  const usual = (await chain.boundingBox())?.width ?? 0;
  const edge = table(page).getByRole('separator', { name: 'Width of the column Chain' });
  await edge.focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await chain.boundingBox())?.width).toBe(Math.round(usual) + 64);
  await page.reload();
  await expect.poll(async () => (await chain.boundingBox())?.width, { timeout: 20_000 }).toBe(Math.round(usual) + 64);
  await edge.focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await chain.boundingBox())?.width).toBe(usual);
});

test('columns are moved and pinned from their menu; a pinned one stays while the others scroll', async ({ page }) => {
  await opened(page, '?range=2h&cols=created.status.chain.recipient.country.operator.reason.reach.end.price.label.id');
  await page.getByRole('button', { name: 'Columns' }).click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('button', { name: 'Recipient: one place earlier' }).click();
  await menu.getByRole('button', { name: 'Recipient: stays in sight' }).click();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/cols=recipient\.created\.status\.chain.*pin=1/);
  const first = table(page).getByRole('row').nth(1);
  const cellOf = (column: string) => first.locator(`[data-column="${column}"]`);
  const [pinned, other] = [await cellOf('recipient').boundingBox(), await cellOf('status').boundingBox()];
  await table(page)
    .locator('[data-cut]')
    .evaluate((element) => {
      element.scrollLeft = 200;
    });
  await expect.poll(async () => (await cellOf('status').boundingBox())?.x).toBe((other?.x ?? 0) - 200);
  expect((await cellOf('recipient').boundingBox())?.x).toBe(pinned?.x);
});

test('a column is dragged before another one', async ({ page }) => {
  await opened(page);
  await head(page, /^Price/)
    .getByRole('button')
    .dragTo(head(page, /^Status/).getByRole('button'));
  await expect(page).toHaveURL(/cols=created\.price\.status/);
});

test('the other button of the mouse on a cell offers its value as a filter, and without it', async ({ page }) => {
  await opened(page);
  const status = table(page).getByRole('cell', { name: 'Succeeded' }).first();
  await status.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'This flow' });
  await expect(menu.getByRole('menuitem', { name: 'Copy tracking ID' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Status is not Succeeded' }).click();
  await expect(filters(page)).toContainText('Status is not Succeeded');
  await expect(page).toHaveURL(/status=is_not%3ASucceeded/);
});

test('the same by keyboard: all cells of the row, and Escape gives the focus back', async ({ page }) => {
  await opened(page);
  await table(page).getByRole('link').first().focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'This flow' });
  await expect(menu.getByRole('menuitem', { name: /^Channel tried is / }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(table(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: /^Price at least / }).press('Enter');
  await expect(filters(page)).toContainText(/Price at least/);
});

test('bars say their values by arrow keys, and Enter makes one the range; bands say theirs when reached', async ({
  page,
}) => {
  await opened(page);
  const bars = page.getByRole('group', { name: /^Flows per/ });
  await bars.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(bars.getByRole('status')).toHaveText(/ – \d\d:\d\d: Succeeded \d+/);
  const chain = page.getByRole('region', { name: 'How flows ended' });
  await chain.getByRole('button', { name: /^1 · Viber → 2 · SMS/ }).focus();
  await expect(chain.getByText(/^[\d,]+ flows, [\d.]+% of 1 · Viber$/)).toBeVisible();
  await bars.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=.*until=/);
  await expect(page.getByRole('region', { name: /^Flows per/ })).toContainText('Succeeded');
});
