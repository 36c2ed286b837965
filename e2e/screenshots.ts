/** `npm run screenshots`: the README's pictures, from the built app with the emulator behind it. */
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const path = (name: string) => `docs/images/${name}.png`;

test('a flow', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-24T09:00:00Z');
  await page.goto(`/flows/${scenarioNamed('three-channels-call-answered').trackingId}`);
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path('flow-light') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: path('flow-dark') });
});

test('explore', async ({ page }) => {
  await page.goto('/explore');
  await expect(page.getByRole('row').nth(8)).toBeVisible();
  await expect(page.getByRole('region', { name: 'How flows ended' })).toBeVisible();
  await page.screenshot({ path: path('explore-light') });
});
