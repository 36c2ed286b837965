/** What a page owes its viewer besides its content: calm, contrast, a tab that tells, panels that fail alone. */
import type { Page } from '@playwright/test';
import { newRun } from '#contract/demo-run.ts';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const vendor = `/flows/${scenarioNamed('vendor-sample').trackingId}`;
const icon = (page: Page) => page.locator('link[rel="icon"]');
const record = (page: Page) => page.getByRole('region', { name: 'Raw record' });

test("the tab's icon and title tell how the flow stands", async ({ page }) => {
  await page.goto(vendor);
  await expect(icon(page)).toHaveAttribute('href', '/icon-ok.svg');
  await expect(page).toHaveTitle(/^✓ Succeeded/);
  await page.goto(`/flows/${scenarioNamed('three-channels-all-fail').trackingId}`);
  await expect(icon(page)).toHaveAttribute('href', '/icon-bad.svg');
  await expect(page).toHaveTitle(/^✕ Failed/);
  await page.goto(`/flows/${newRun(scenarioNamed('running-several-minutes').trackingId)}`);
  await expect(icon(page)).toHaveAttribute('href', '/icon-run.svg');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore' }).click();
  await expect(icon(page)).toHaveAttribute('href', '/icon.svg');
});

test.describe('without the chart of latencies', () => {
  test.use({ expectedConsole: [/Failed to load resource|dynamically imported module/] });

  test('the other panels stand, and its own says what to do', async ({ page }) => {
    await page.route(/\/assets\/latency-chart-/, (route) => route.abort());
    await page.goto(vendor);
    const latency = page.getByRole('region', { name: 'Latency' });
    await expect(latency.getByText('This part could not be fetched.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Delivered twice/);
    await expect(page.getByRole('region', { name: 'Failover timeline' })).toBeVisible();
    await expect(record(page).getByRole('button', { name: 'Unfold all' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Price' })).toBeVisible();
    await page.unroute(/\/assets\/latency-chart-/);
    await latency.getByRole('button', { name: 'Try again' }).click();
    await expect(latency.locator('.recharts-surface').first()).toBeVisible();
  });
});

test('nothing moves by itself for those who asked for that', async ({ page }) => {
  await page.goto(`/flows/${newRun(scenarioNamed('running-several-minutes').trackingId)}`);
  await expect(record(page)).toBeVisible();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(({ playState, effect }) => {
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && Number(duration) > 1 && Number(iterations) > 0;
      }).length,
  );
  expect(moving).toBe(0);
});

test('in colours forced by the system, bars and states can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(vendor);
  await expect(record(page)).toBeVisible();
  const timeline = page.getByRole('region', { name: 'Failover timeline' });
  await expect(timeline).toContainText('✓ DELIVERED');
  // What is filled or outlined in the drawing stands out from the ground in these colours, too.
  const drawn = await timeline.locator('[data-bar]').evaluateAll(
    (bars) =>
      bars.filter((bar) => {
        const { backgroundColor, borderColor } = getComputedStyle(bar);
        return ![backgroundColor, borderColor].every((colour) => colour.startsWith('rgba(0, 0, 0, 0'));
      }).length,
  );
  expect(drawn).toBeGreaterThan(1);
});

test('a slow answer has a skeleton, and nothing jumps when it comes', async ({ page }) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route(`**/api/failover/tracking/*`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(vendor);
  const skeleton = page.getByRole('main').getByRole('status').filter({ hasText: 'Loading…' });
  await expect(skeleton).toBeVisible();
  answer();
  await expect(record(page)).toBeVisible();
  await expect(skeleton).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate((): number[] => Reflect.get(window, 'shifts'));
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
});
