/** A running flow's page keeps itself up to date, says how, and moves nothing while it does. */
import type { Page } from '@playwright/test';
import { scenarioNamed, scenarioRecord } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

const scenario = scenarioNamed('running-now');
const path = `/flows/${scenario.trackingId}`;
const api = `**/api/failover/tracking/${scenario.trackingId}`;
const startedAt = Date.parse('2026-11-24T09:00:00Z');

interface Upstream {
  /** Calls so far. */
  calls: number;
  /** Milliseconds of the flow's life that the next answer shows. */
  atMs: number;
  /** Seconds of Retry-After; null for an answer. */
  refuseFor: number | null;
}

/** The page with its clock in the test's hands, and the flow answered as of the moment the test says. */
async function openFlow(page: Page): Promise<Upstream> {
  const upstream: Upstream = { calls: 0, atMs: 0, refuseFor: null };
  await page.clock.install({ time: startedAt });
  await page.route(api, async (route) => {
    upstream.calls += 1;
    if (upstream.refuseFor !== null) {
      const body = { code: 'rate-limited', status: 429, title: 'x', requestId: 'r1', retryAfter: upstream.refuseFor };
      return route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(body) });
    }
    const body = scenarioRecord(scenario, upstream.atMs, startedAt) ?? '';
    return route.fulfill({ contentType: 'application/json', body });
  });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Running: Viber is being tried.');
  return upstream;
}

const freshness = (page: Page) => page.getByRole('region', { name: 'Freshness' });

test('looks again by itself, marks what changed, and stops at the end after one late look', async ({ page }) => {
  const upstream = await openFlow(page);
  await expect(freshness(page)).toContainText(/as of .* UTC, next in \d+ s/);
  await expect(page).toHaveTitle(/^◌ InProgress/);
  upstream.atMs = 24_000;
  await page.clock.runFor(5000);
  await expect(freshness(page)).toContainText('QUEUED → EXPIRED');
  await expect(page.getByRole('region', { name: '1 · Viber' })).toContainText('changed');
  upstream.atMs = 120_000;
  await page.clock.runFor(5000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reached by SMS, after Viber expired.');
  await expect(page).toHaveTitle(/^✓ Succeeded/);
  await page.clock.runFor(60_000);
  await expect(freshness(page)).toContainText('final');
  const calls = upstream.calls;
  await page.clock.runFor(600_000);
  expect(upstream.calls).toBe(calls);
});

test('can be paused, resumed and asked at once', async ({ page }) => {
  const upstream = await openFlow(page);
  await freshness(page).getByRole('button', { name: 'Pause' }).click();
  await expect(freshness(page)).toContainText('paused');
  const paused = upstream.calls;
  await page.clock.runFor(120_000);
  expect(upstream.calls).toBe(paused);
  await freshness(page).getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => upstream.calls).toBe(paused + 1);
  await freshness(page).getByRole('button', { name: 'Resume' }).click();
  await page.clock.runFor(70_000);
  await expect.poll(() => upstream.calls).toBeGreaterThan(paused + 1);
});

test('asks nothing in a hidden tab, and at once when it is seen again', async ({ page }) => {
  const upstream = await openFlow(page);
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  await show('hidden');
  const calls = upstream.calls;
  await page.clock.runFor(120_000);
  expect(upstream.calls).toBe(calls);
  await show('visible');
  await page.clock.runFor(1000);
  await expect.poll(() => upstream.calls).toBeGreaterThan(calls);
});

test.describe('refused for a while', () => {
  test.use({ expectedConsole: [failedAnswer] });

  test('never asks before Retry-After, and keeps what it showed, with its time', async ({ page }) => {
    const upstream = await openFlow(page);
    upstream.refuseFor = 45;
    await page.clock.runFor(5000);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Running: Viber is being tried.');
    const refused = upstream.calls;
    await page.clock.runFor(35_000);
    expect(upstream.calls).toBe(refused);
    upstream.refuseFor = null;
    await page.clock.runFor(30_000);
    await expect.poll(() => upstream.calls).toBeGreaterThan(refused);
    await expect(page.getByRole('alert')).toBeHidden();
  });
});

test('tells of the end where that was asked for, without naming anybody', async ({ page, context }) => {
  await context.grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const raised: string[] = [];
    Object.assign(window, { raised });
    class Quiet extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title: string, options: { body: string }) {
        super();
        raised.push(`${title} | ${options.body}`);
      }
    }
    Object.assign(window, { Notification: Quiet });
  });
  const upstream = await openFlow(page);
  await freshness(page).getByRole('button', { name: 'Tell me when it ends' }).click();
  await expect(freshness(page).getByRole('button', { name: 'You will be told when it ends' })).toBeVisible();
  upstream.atMs = 120_000;
  await page.clock.runFor(10_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reached by SMS, after Viber expired.');
  expect(await page.evaluate(() => Reflect.get(window, 'raised'))).toEqual([
    'Flow ended: Succeeded | Reached by SMS, after Viber expired.',
  ]);
});

test('moves nothing on the page while it runs', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    // Bars that grow and labels that follow them are what the drawing is for; nothing else may move.
    const inDrawing = ({ previousRect, currentRect }: { previousRect: DOMRect; currentRect: DOMRect }) => {
      const box = document.querySelector('section[aria-labelledby="timeline-title"]')?.getBoundingClientRect();
      // What was not seen before has no box.
      const inside = ({ top, bottom, height }: DOMRect) =>
        height === 0 || (box !== undefined && top >= box.top && bottom <= box.bottom);
      return inside(previousRect) && inside(currentRect);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: { previousRect: DOMRect; currentRect: DOMRect }[] = Reflect.get(entry, 'sources');
        if (!sources.every(inDrawing)) shifts.push(Number(Reflect.get(entry, 'value')));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const upstream = await openFlow(page);
  await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  for (const atMs of [10_000, 24_000, 27_000, 120_000]) {
    upstream.atMs = atMs;
    await page.clock.runFor(5000);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reached by SMS, after Viber expired.');
  const shifts = await page.evaluate((): number[] => Reflect.get(window, 'shifts'));
  // Words that are exchanged for others count as a shift of some thousandths where one of them begins elsewhere.
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.005);
});
