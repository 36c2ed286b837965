/** What a person pastes that is no whole ID, or no ID at all: answered here, without a call, and without personal addresses. */
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const id = scenarioNamed('vendor-sample').trackingId;
const heading = 'Delivered twice: by Viber and SMS.';
const box = (page: Page) => page.getByRole('search').getByRole('textbox');

async function paste(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

test.beforeEach(async ({ page }) => {
  await page.goto('/');
});

for (const [name, text] of [
  ['non-breaking hyphens', id.replaceAll('-', '\u2011')],
  ['a zero-width space', `${id.slice(0, 10)}\u200b${id.slice(10)}`],
  ['no hyphens', id.replaceAll('-', '')],
  ['a line end inside', `${id.slice(0, 20)}\n${id.slice(20)}`],
] as const) {
  test(`an ID with ${name} leads to its flow`, async ({ page }) => {
    await paste(page, text);
    await expect(page).toHaveURL(`/flows/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  });
}

test('35 characters are said to be too few, without a call', async ({ page }) => {
  const calls: string[] = [];
  page.on('request', (request) => request.url().includes('/api/failover') && calls.push(request.url()));
  await paste(page, id.slice(0, 35));
  await expect(page.getByRole('alert')).toContainText('One character is missing: this tracking ID has 35 of 36.');
  await expect(page).toHaveURL('/');
  expect(calls).toEqual([]);
});

test('letters that look like digits are put right when the person agrees', async ({ page }) => {
  await paste(page, id.replace('308', '3O8'));
  await page.getByRole('link', { name: id }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
});

for (const number of ['+30 690 000 0001', '6900000001', '00306900000001', 'tel:+306900000001']) {
  test(`${number} is a telephone number and stays out of every address`, async ({ page }) => {
    const seen: string[] = [];
    page.on('framenavigated', (frame) => seen.push(frame.url()));
    page.on('request', (request) => seen.push(request.url()));
    await paste(page, number);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Flows to');
    await expect(page).toHaveURL('/recipient');
    expect(seen.filter((url) => /6900000001|690%20|690\+000/.test(url))).toEqual([]);
  });
}

for (const address of [
  '/flows/%33%30%36900000001',
  '/flows/+30%20691%20234%205678',
  '/flows/306.912.345.678',
  '/flows/maria%40example.com',
  '/flows/%25%32%42306912345678',
]) {
  test(`${address} is cleared from the bar and the history, with a word why`, async ({ page }) => {
    const calls: string[] = [];
    page.on('request', (request) => request.url().includes('/api/failover') && calls.push(request.url()));
    await page.goto(address);
    await expect(page).toHaveURL('/');
    await expect(page.getByRole('alert')).toContainText('stood in the address');
    expect(calls).toEqual([]);
    await page.goto('/open');
    await page.goBack();
    await expect(page).toHaveURL('/');
  });
}
