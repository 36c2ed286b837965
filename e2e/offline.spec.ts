/** The gateway away: what the page says, keeps and does, and how it comes back by itself. */
import type { Page, Request } from '@playwright/test';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, noAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [noAnswer] });

function flowOf(slug: string): string {
  const found = scenarios.find((scenario) => scenario.slug === slug);
  if (found === undefined) throw new Error(`no scenario ${slug}`);
  return `/flows/${found.trackingId}`;
}

const finished = flowOf('vendor-sample');
const verdict = 'Delivered twice: by Viber and SMS.';
const api = '**/api/**';
const away = (page: Page) => page.getByRole('status').filter({ hasText: 'Cascade’s server does not answer' });
const back = (page: Page) => page.getByText('Cascade’s server answers again.');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function openFlow(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
}

function asked(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => new URL(request.url()).pathname.startsWith('/api/') && requests.push(request));
  return requests;
}

test('says since when, keeps what it shows, and comes back by itself', async ({ page, context }) => {
  await openFlow(page, finished);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const offline = page.getByRole('status').filter({ hasText: 'This computer is offline' });
  await expect(offline).toContainText(/is offline since \d\d:\d\d:\d\d\. What is shown stays/);
  await expect(heading(page)).toHaveText(verdict);
  await context.setOffline(false);
  await expect(back(page)).toBeVisible();
  await expect(offline).toBeHidden();
  await expect(back(page)).toBeHidden();
  await expect(heading(page)).toHaveText(verdict);
});

test('a server that is gone is told as that, where the network is not to blame', async ({ page }) => {
  await openFlow(page, finished);
  await page.route(api, (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(away(page)).toContainText(/does not answer since \d\d:\d\d:\d\d\. What is shown stays/);
  await expect(heading(page)).toHaveText(verdict);
  await page.unroute(api);
  await expect(back(page)).toBeVisible();
  await expect(away(page)).toBeHidden();
});

test('nothing on the page moves for it', async ({ page }) => {
  await openFlow(page, finished);
  const before = await heading(page).boundingBox();
  await page.route(api, (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(away(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  expect(await heading(page).boundingBox()).toEqual(before);
});

test('a flow that could not be loaded appears by itself', async ({ page }) => {
  await openFlow(page, finished);
  await page.route(api, (route) => route.abort());
  await page.keyboard.press('Control+k');
  await page.keyboard.type(flowOf('running-several-minutes'));
  await page.getByRole('option', { name: /^Open flow/ }).click();
  await expect(heading(page)).toHaveText('Cascade’s server does not answer.');
  await page.unroute(api);
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
  await expect(away(page)).toBeHidden();
});

test('a running flow goes on at once when the person asks whether it is back', async ({ page }) => {
  await openFlow(page, flowOf('running-several-minutes'));
  await page.route(api, (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(away(page)).toBeVisible();
  await page.unroute(api);
  const again = page.waitForResponse('**/api/failover/tracking/*');
  await page.getByRole('button', { name: 'Try now' }).click();
  await again;
  await expect(back(page)).toBeVisible();
});

test('the palette, which could not be loaded, opens once the gateway is back', async ({ page }) => {
  await openFlow(page, finished);
  await page.route(/\/assets\/palette-/, (route) => route.abort());
  await page.keyboard.press('Control+k');
  await expect(page.getByText('Could not be loaded.')).toBeVisible();
  await page.unroute(/\/assets\/palette-/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find and do' })).toBeVisible();
});

test.describe('with the clock in hand', () => {
  test('asks less and less often, and not in a hidden tab', async ({ page }) => {
    await page.clock.install({ time: '2026-11-24T12:00:00Z' });
    await openFlow(page, finished);
    await page.route(api, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).click();
    // By the gateway's clock, whatever this browser's says.
    const since = await away(page).locator('time').getAttribute('datetime');
    expect(Math.abs(Date.parse(since ?? '') - Date.now())).toBeLessThan(120_000);
    const probe = async (waitMs: number) => {
      const request = page.waitForRequest('**/api/config');
      const failed = page.waitForEvent('requestfailed', (each) => each.url().endsWith('/api/config'));
      await page.clock.runFor(waitMs);
      await request;
      await failed;
      await expect(page.getByRole('button', { name: 'Try now' })).toHaveAttribute('aria-disabled', 'false');
    };
    for (const waitMs of [1000, 2000, 4000, 8000, 15_000, 15_000]) await probe(waitMs);
    const requests = asked(page);
    await page.clock.runFor(12_000);
    expect(requests).toEqual([]);
    await setVisibility(page, 'hidden');
    await page.clock.runFor(120_000);
    expect(requests).toEqual([]);
    const seen = page.waitForRequest('**/api/config');
    await setVisibility(page, 'visible');
    await seen;
  });

  test('an idle page of a finished flow does nothing', async ({ page }) => {
    await page.clock.install();
    await openFlow(page, finished);
    const requests = asked(page);
    await page.clock.runFor(10 * 60_000);
    expect(requests).toEqual([]);
  });
});

async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}
