/** A flow and its evidence on paper, A4 and Letter: nothing is cut at the right, and no button is printed. */
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const flow = `/flows/${scenarioNamed('three-channels-call-answered').trackingId}`;
/** What is left of a sheet between margins of 12 mm, in px. */
const papers = [
  ['A4', 703],
  ['Letter', 725],
] as const;

/** Elements with text that reach over the right edge of the paper. */
const cut = (page: Page) =>
  // A step's story is for those who listen where the drawing is shown.
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.textContent !== '')
      .filter((element) => element.closest('.sr-only, ol > li > p') === null)
      // Of a label's two texts one is hidden inside it; what counts is the label's own box.
      .filter((element) => element.matches('[data-label]') || element.closest('[data-label]') === null)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
  );

for (const [paper, width] of papers) {
  for (const [what, path] of [
    ['the flow', flow],
    ['its evidence', `${flow}/evidence`],
  ] as const) {
    test(`${what} on ${paper}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 1000 });
      await page.goto(path);
      await expect(page.getByRole('region', { name: 'Failover timeline' })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await page.emulateMedia({ media: 'print' });
      expect(await cut(page)).toEqual([]);
      // A time, a finding and a step's name are texts that can be pressed on a screen; every other button is for a screen alone.
      await expect(page.locator('button:visible:not(:has(time), [data-step], li > button)')).toHaveCount(0);
      // The drawing is on paper, not the list for small screens.
      await expect(page.locator('[data-bar]').first()).toBeVisible();
    });
  }
}

test('times of the evidence stand on one line each', async ({ page }) => {
  await page.goto(`${flow}/evidence`);
  const cells = page.getByRole('cell', { name: /^\d\d:\d\d:\d\d\.\d{3}$/ });
  await expect(cells.first()).toBeVisible();
  const lines = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    }),
  );
  expect(lines).toEqual([1, 1, 1, 1, 1, 1]);
});
