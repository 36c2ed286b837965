/** Explore says how much of the range its figures, charts and files are of, and finds a number however it is written. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, failedAnswer, test } from './fixtures.ts';

const figures = (page: Page) => page.getByRole('region', { name: 'Figures' });
const flowLinks = (page: Page) => page.getByRole('table', { name: 'Flows' }).getByRole('link');

interface Part {
  readonly pages: number;
  readonly total: number;
  /** Flows of each page; a page without a number is refused, as Routee does past its result window. */
  readonly sizes: readonly number[];
}

/** Answers a search in pages made of one answer of the emulator's, each flow under an ID of its own. */
async function searchInPages(page: Page, { pages, total, sizes }: Part): Promise<void> {
  let first: { content: { createdAt: string }[] } | null = null;
  await page.route(/tracking\?/, async (route) => {
    const number = Number(new URL(route.request().url()).searchParams.get('page'));
    const size = sizes[number];
    if (size === undefined) {
      const said = 'Result window is too large, from + size must be less than or equal to: [10000]';
      const problem = { type: 'about:blank', status: 400, code: 'refused-by-routee', requestId: 'r-1' };
      const routee = { status: 400, code: '400000000', developerMessage: said };
      await route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, routee }),
      });
      return;
    }
    first ??= (await (await route.fetch()).json()) as NonNullable<typeof first>;
    const model = first.content[0];
    const content = Array.from({ length: size }, (_, place) => {
      const createdAt = new Date(Date.now() - 60_000 * (number * 20 + 1) - place * 1000).toISOString();
      return {
        ...model,
        createdAt,
        trackingId: `00000000-0000-4000-8${String(number).padStart(3, '0')}-${String(place).padStart(12, '0')}`,
      };
    });
    await route.fulfill({ json: { content, totalPages: pages, totalElements: total, number, size: 200 } });
  });
}

async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly text: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('loading goes on by itself; complete, nothing carries a share', async ({ page }) => {
  // A range that has ended: nothing comes between its pages.
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/explore?from=${day}T08:00Z&until=${day}T10:00Z`);
  await expect(figures(page).getByText('all loaded')).toBeVisible({ timeout: 20_000 });
  await expect(figures(page)).not.toContainText(/of [\d,]+ of [\d,]+/);
  const { name, text } = await saved(page, 'CSV, one line a flow');
  expect(name).not.toContain('incomplete');
  expect(text).toMatch(/^trackingId,/);
});

test('stopped, every figure and chart says its share, nothing is green, and the table says a dash for what is not loaded', async ({
  page,
}) => {
  await searchInPages(page, { pages: 50, total: 10_000, sizes: Array.from({ length: 50 }, () => 200) });
  let held = 0;
  await page.route(/tracking\?.*page=([3-9]|\d\d)&/, () => held++);
  await page.goto('/explore?range=1d');
  await expect(figures(page)).toContainText('of 600 of 10,000');
  await page.getByRole('button', { name: 'Stop loading' }).click();
  await expect(page.getByText('Figures, charts and table are of 600 of 10,000 flows')).toBeVisible();
  expect(held).toBeGreaterThan(0);
  await expect(figures(page).locator('.text-ok')).toHaveCount(0);
  const chart = page.getByRole('region', { name: /^Flows per/ }).first();
  await expect(chart).toContainText('of 600 of 10,000');
  await chart.getByRole('button', { name: 'Table' }).click();
  const cells = chart.getByRole('row').nth(1).getByRole('cell');
  await expect(cells.nth(1)).toHaveText('–');
  await expect(page.getByRole('button', { name: 'Only latest 12 h' })).toBeVisible();
});

test('flows that ended between two pages are told, and loading again asks again', async ({ page }) => {
  await searchInPages(page, { pages: 3, total: 480, sizes: [200, 200, 71] });
  await page.goto('/explore?range=2h&status=InProgress');
  await expect(page.getByText('480 announced, 471 came: some changed meanwhile')).toBeVisible();
  const asked = page.waitForRequest(/tracking\?.*page=0/);
  await page.getByRole('button', { name: 'Load again' }).click();
  await asked;
  const { name, text } = await saved(page, 'CSV, one line a flow');
  expect(name).toContain('incomplete');
  expect(text).toMatch(/^# INCOMPLETE: made from \d+ of 480 flows/);
});

test.describe('past the result window', () => {
  test.use({ expectedConsole: [failedAnswer] });
  test('it says how far it came and what to do, and the export says that it is incomplete', async ({ page }) => {
    await searchInPages(page, { pages: 9, total: 1700, sizes: [200, 200] });
    await page.goto('/explore?range=1d');
    const line = figures(page).getByRole('status');
    await expect(line).toContainText('400 of 1,700 flows are here');
    await expect(line).toContainText('Result window is too large');
    const { name, text } = await saved(page, 'NDJSON, whole records');
    expect(name).toMatch(/^cascade-flows-incomplete-/);
    expect(text.split('\n')[0]).toBe('{"incomplete":{"loaded":400,"total":1700}}');
    await page.keyboard.press('Escape');
    await line.getByRole('button', { name: /^Search what is before/ }).click();
    await expect(page).toHaveURL(/from=.*until=/);
  });
});

test.describe('in Greek', () => {
  test.use({ locale: 'el-GR' });
  test('for a Greek Excel: byte order mark, semicolons, decimal commas, numbers as text', async ({ page }) => {
    await page.goto('/explore?range=15m');
    await expect(page.getByRole('button', { name: 'Εξαγωγή' })).toBeVisible();
    await page.getByRole('button', { name: 'Εξαγωγή' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Για Excel/ }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toMatch(/Δημιουργία \(.+\);/);
    expect(text).toMatch(/;"\d+,\d+"/);
    expect(text).toMatch(/"=""\+30/);
  });
});

test.describe('a recipient', () => {
  for (const written of ['306912345678', '00306912345678', '+30 691 234 5678']) {
    test(`written ${written} is asked for as a whole number, with and without its plus`, async ({ page }) => {
      await page.goto('/explore?range=15m');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Recipient', exact: true }).click();
      await form.getByLabel('Value').fill(written);
      await expect(form.getByText('Searched as +306912345678')).toBeVisible();
      await expect(form.getByLabel('How to compare')).toHaveValue('is');
      const asked = page.waitForRequest((request) => request.postData()?.includes('"to"') === true);
      await form.getByRole('button', { name: 'Apply' }).click();
      expect((await asked).postDataJSON()).toEqual([
        { fieldName: 'to', searchOperator: 'ends_with', searchTerm: '306912345678' },
      ]);
      const empty = page.getByRole('region', { name: 'No flow found' });
      await expect(empty).toContainText('with or without a plus sign');
      await expect(empty.getByRole('button', { name: /^Try: ends with/ })).toBeVisible();
      expect(page.url()).not.toContain('6912345678');
    });
  }
});

test('today and yesterday are ranges of their own, and stay so in the address', async ({ page }) => {
  await page.goto('/explore?range=1h');
  await page.getByRole('button', { name: /^Range/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'yesterday' }).click();
  await expect(page).toHaveURL('/explore?range=yesterday');
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Range yesterday');
  await expect(flowLinks(page).first()).toBeVisible();
});

test('a view is renamed, not overwritten in silence, and comes back after it was removed', async ({ page }) => {
  await page.goto('/explore?range=15m&status=Failed');
  await page.getByRole('button', { name: 'Views' }).click();
  const menu = page.getByRole('dialog');
  await menu.getByLabel('Name of the view').fill('One');
  await menu.getByRole('button', { name: 'Save this view' }).click();
  await menu.getByLabel('Name of the view').fill('One');
  await expect(menu.getByText('There is a view “One”.')).toBeVisible();
  await expect(menu.getByRole('button', { name: 'Replace that view' })).toBeVisible();
  await menu.getByRole('button', { name: 'Rename the view: One' }).click();
  await menu.getByLabel('New name of “One”').fill('Two');
  await menu.getByRole('button', { name: 'Rename', exact: true }).click();
  await menu.getByRole('button', { name: 'Remove the view: Two' }).click();
  await expect(menu.getByRole('link', { name: 'Two' })).toBeHidden();
  await menu.getByRole('button', { name: 'Undo' }).click();
  await expect(menu.getByRole('link', { name: 'Two' })).toBeVisible();
});
