/** Many flows at once: a list goes in, each row gets its answer, and nothing of the list is in the address. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { trackingIdOf } from '#emulator/week/tracking-ids.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

const named = (slug: string) => scenarioNamed(slug).trackingId;
const unknown = '11111111-2222-4333-8444-555555555555';
const list = [
  'ticket;tracking id;customer',
  `T-1;${named('viber-expires-sms-delivers')};Maria`,
  `T-2;${unknown};Nikos`,
  'T-3;not an id;Eleni',
  `T-4;${named('three-channels-all-fail')};Maria`,
].join('\n');

const rows = (page: Page) => page.getByRole('table', { name: 'Flows of the list' }).getByRole('row');

async function lookUp(page: Page, text: string): Promise<void> {
  await page.goto('/lookup');
  await page.getByLabel('List of tracking IDs').fill(text);
  await page.getByRole('button', { name: 'Look them up' }).click();
}

test('each row gets its answer, beside the list’s own columns', async ({ page }) => {
  await lookUp(page, list);
  await expect(page.getByText('4 rows in the list.')).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).nth(1)).toContainText('Reached by SMS, after Viber expired');
  await expect(rows(page).nth(1)).toContainText('T-1');
  await expect(rows(page).nth(1)).toContainText('Maria');
  await expect(rows(page).nth(2)).toContainText('not found');
  await expect(rows(page).nth(3)).toContainText('not an ID');
  await expect(rows(page).nth(4)).toContainText('Not reached');
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await expect(page).toHaveURL('/lookup');
  await expect(page.getByRole('region', { name: 'How flows ended' })).toBeVisible();
});

test('counts filter, columns sort, and the search finds tickets', async ({ page }) => {
  await lookUp(page, list);
  await page.getByRole('button', { name: 'not found 1' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'all 4' }).click();
  await page.getByRole('searchbox', { name: 'Find in the list' }).fill('maria');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('columnheader', { name: 'Result' }).getByRole('button').click();
  await expect(rows(page).nth(1)).toContainText('T-4');
  await page.getByRole('searchbox', { name: 'Find in the list' }).fill('nobody');
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect(rows(page)).toHaveCount(5);
});

test('a row opens its flow; next walks the list; Back returns to the row, and a reload keeps it', async ({ page }) => {
  await lookUp(page, list);
  await rows(page).nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reached by SMS');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Next flow in the results' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not reached');
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(rows(page)).toHaveCount(5);
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/api/failover/') && asked.push(request.url()));
  await page.reload();
  await expect(rows(page).nth(1)).toContainText('Reached by SMS');
  await expect(rows(page).nth(2)).toContainText('not found');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Another list' }).click();
  await expect(page.getByLabel('List of tracking IDs')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('List of tracking IDs')).toBeVisible();
});

test('the list leaves as CSV with its own columns', async ({ page }) => {
  await lookUp(page, list);
  await expect(rows(page).nth(4)).toContainText('Not reached');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const stream = await (await saved).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const read: Record<string, string>[] = parse(Buffer.concat(chunks), { columns: true });
  expect(read.map((row) => [row.ticket, row.customer, row.result])).toEqual([
    ['T-1', 'Maria', 'found'],
    ['T-2', 'Nikos', 'notFound'],
    ['T-3', 'Eleni', 'notAnId'],
    ['T-4', 'Maria', 'found'],
  ]);
});

test('several IDs in the box are handed over', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('textbox', { name: /Tracking ID/ }).first();
  await box.fill(`${named('viber-first-try')}\n${named('sms-first-try')}`);
  await box.press('Enter');
  await page.getByRole('button', { name: 'Look all 2 up at once' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText('Reached by Viber');
  await expect(page).toHaveURL('/lookup');
});

test('many rows: paused and resumed, with a gateway that refuses now and then; at most eight calls at once', async ({
  page,
}) => {
  const ids = Array.from({ length: 240 }, (_, index) => trackingIdOf(index * 7, 1));
  let underWay = 0;
  let most = 0;
  let turn = 0;
  await page.route('**/api/failover/tracking/*', async (route) => {
    most = Math.max(most, ++underWay);
    turn++;
    if (turn % 50 === 0)
      await route.fulfill({ status: 502, contentType: 'application/problem+json', body: '{"code":"upstream-error"}' });
    else if (turn === 120)
      await route.fulfill({
        status: 429,
        headers: { 'retry-after': '1' },
        contentType: 'application/problem+json',
        body: '{"code":"rate-limited"}',
      });
    else await route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"code":"not-found"}' });
    underWay--;
  });
  await lookUp(page, ids.join('\n'));
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('240 of 240', { exact: true })).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('button', { name: 'not found 240' })).toBeVisible();
  expect(most).toBeLessThanOrEqual(8);
});

for (const width of [1440, 390]) {
  test(`at ${width} px nothing scrolls sideways, the keyboard reaches rows, and axe finds nothing`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await lookUp(page, list);
    await expect(rows(page).nth(4)).toContainText('Not reached');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await rows(page).nth(1).getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(2).getByRole('link')).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
