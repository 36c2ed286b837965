/** The raw record: searched, folded, copied, saved, and offered as a file where it is too long to show. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const { trackingId } = scenarioNamed('vendor-sample');
const record = (page: Page) => page.getByRole('region', { name: 'Raw record' });
const line = (page: Page, name: RegExp) => record(page).getByRole('treeitem', { name });

test.use({ contextOptions: { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' } });

test.describe('of a flow', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`/flows/${trackingId}?view=raw`);
    await expect(record(page).getByRole('button', { name: 'Unfold all' })).toBeVisible();
  });

  test('is searched, match by match', async ({ page }) => {
    const search = record(page).getByRole('searchbox', { name: 'Search in the record' });
    await search.fill('latency');
    await search.press('Enter');
    await expect(record(page)).toContainText('1 of 1');
    await search.fill('price');
    await search.press('Enter');
    await expect(record(page)).toContainText(/1 of \d/);
    await record(page).getByRole('button', { name: 'Next match' }).click();
    await expect(record(page)).toContainText(/2 of \d/);
    await search.fill('no such thing');
    await expect(record(page)).toContainText('nothing found');
  });

  test('folds and unfolds, all at once and one by one', async ({ page }) => {
    await record(page).getByRole('button', { name: 'Fold all', exact: true }).click();
    await expect(line(page, /detailedStatus/)).toHaveCount(0);
    await record(page).getByRole('button', { name: 'Unfold all' }).click();
    await expect(line(page, /detailedStatus/).first()).toBeVisible();
  });

  test('gives a value and its path to copy', async ({ page }) => {
    const search = record(page).getByRole('searchbox', { name: 'Search in the record' });
    await search.fill('totalPrice');
    await search.press('Enter');
    await line(page, /totalPrice/).click();
    await record(page).getByRole('button', { name: 'Copy value' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('0.036');
    await record(page).getByRole('button', { name: 'Copy path' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('totalPrice');
  });

  test('is saved masked, and as it was received once it is revealed', async ({ page }) => {
    const save = async () => {
      const download = page.waitForEvent('download');
      await record(page).getByRole('button', { name: 'Download' }).click();
      return readFile(await (await download).path(), 'utf8');
    };
    expect(await save()).toContain('•');
    await page.getByRole('button', { name: 'Show recipients and texts' }).click();
    const whole = await save();
    expect(whole).not.toContain('•');
    expect(JSON.parse(whole)).toMatchObject({ trackingId });
  });
});

test('of more than a megabyte is offered as a file', async ({ page }) => {
  await page.goto(`/flows/${scenarioNamed('hostile-long-body').trackingId}?view=raw`);
  await expect(record(page)).toContainText('too long to be shown as a tree');
  const download = page.waitForEvent('download');
  await record(page).getByRole('button', { name: 'Download' }).click();
  expect((await (await download).createReadStream()).readable).toBe(true);
  await expect(record(page).getByRole('tree')).toHaveCount(0);
});

test('a finding marks the fields that prove it', async ({ page }) => {
  await page.goto(`/flows/${trackingId}?finding=1&view=raw`);
  await expect(line(page, /totalPrice.*evidence of the chosen finding|evidence.*totalPrice/)).toBeVisible();
});
