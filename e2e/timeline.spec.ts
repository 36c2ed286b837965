/** Working with the timeline: zoom, idle time, cursor, exact values, and the same story where there is no room for it. */
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const path = `/flows/${scenarioNamed('three-channels-call-answered').trackingId}`;
const timeline = (page: Page) => page.getByRole('region', { name: 'Failover timeline' });
const fitButton = (page: Page) => timeline(page).getByRole('button', { name: 'Fit' });
const zoomOf = (page: Page) => new URL(page.url()).searchParams.get('zoom');

test.beforeEach(async ({ page }) => {
  await page.goto(path);
  // What answers to pointer and keys is there once the record below is.
  await expect(page.getByRole('button', { name: 'Unfold all' })).toBeVisible();
});

/** A point of the bars' area: shares of its width and height. */
async function pointIn(page: Page, x: number, y = 0.5): Promise<{ x: number; y: number }> {
  const box = await timeline(page).boundingBox();
  if (box === null) throw new Error('the timeline is not drawn');
  // The first fifth holds the names of the steps.
  return { x: box.x + box.width * (0.25 + 0.65 * x), y: box.y + box.height * y };
}

async function rangeOf(page: Page): Promise<number> {
  await expect.poll(() => zoomOf(page)).not.toBeNull();
  const [from, to] = (zoomOf(page) ?? '').split('~').map(Number);
  return (to ?? 0) - (from ?? 0);
}

test('Ctrl and the wheel zoom in where the pointer is, and the address keeps it', async ({ page }) => {
  const { x, y } = await pointIn(page, 0.5);
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  expect(await rangeOf(page)).toBeLessThan(10 * 60_000);
  await fitButton(page).click();
  await expect.poll(() => zoomOf(page)).toBeNull();
  await expect(fitButton(page)).toBeDisabled();
});

test('the wheel alone scrolls the page', async ({ page }) => {
  const { x, y } = await pointIn(page, 0.5);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(zoomOf(page)).toBeNull();
});

test('dragging shows what was dragged over', async ({ page }) => {
  const [from, to] = [await pointIn(page, 0.2), await pointIn(page, 0.4)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const shown = await rangeOf(page);
  expect(shown).toBeGreaterThan(60_000);
  expect(shown).toBeLessThan(4 * 60_000);
  expect(new URL(page.url()).searchParams.get('step')).toBeNull();
});

test('keys zoom, move and show all again', async ({ page }) => {
  await timeline(page).getByRole('button', { name: /Viber/ }).first().focus();
  await page.keyboard.press('+');
  const first = await rangeOf(page);
  await page.keyboard.press('+');
  await expect.poll(() => rangeOf(page)).toBeLessThan(first);
  const before = zoomOf(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => zoomOf(page)).not.toBe(before);
  await page.keyboard.press('0');
  await expect.poll(() => zoomOf(page)).toBeNull();
});

test('idle time folds into a labelled break, which opens on click', async ({ page }) => {
  await timeline(page).getByRole('button', { name: 'Folded' }).click();
  const gap = timeline(page).getByRole('button', { name: /^Show the .* in which nothing happened$/ });
  await expect(gap.first()).toBeVisible();
  const gaps = await gap.count();
  await gap.first().click();
  await expect(gap).toHaveCount(gaps - 1);
});

test('the address keeps which gaps are folded, and true time is what its name says', async ({ page }) => {
  await page.goto(`/flows/${scenarioNamed('ended-after-ttl').trackingId}`);
  // Unfolded, what happened would be squeezed into next to nothing: this flow is folded from the start, and says so.
  await expect(timeline(page).getByRole('button', { name: 'Folded' })).toHaveAttribute('aria-pressed', 'true');
  const gap = timeline(page).getByRole('button', { name: /^Show the .* in which nothing happened$/ });
  await expect(gap).toHaveCount(2);
  await gap.first().click();
  await expect.poll(() => new URL(page.url()).searchParams.get('open')).not.toBeNull();
  await page.reload();
  await expect(gap).toHaveCount(1);
  await timeline(page).getByRole('button', { name: 'True time' }).click();
  await expect(gap).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('scale')).toBe('true');
});

test('zooming in ends at a millisecond, never at everything', async ({ page }) => {
  await timeline(page).getByRole('button', { name: /Viber/ }).first().focus();
  for (let times = 0; times < 40; times++) await page.keyboard.press('+');
  await expect.poll(() => rangeOf(page)).toBeLessThan(10_000);
  const length = await rangeOf(page);
  expect(length).toBeGreaterThanOrEqual(1);
  await expect(fitButton(page)).toBeEnabled();
});

test('a drag that leaves the drawing ends where the button is let go, and does not come back', async ({ page }) => {
  const [from, to] = [await pointIn(page, 0.2), await pointIn(page, 0.5)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, 3);
  await page.mouse.up();
  const shown = await rangeOf(page);
  await fitButton(page).click();
  await expect.poll(() => zoomOf(page)).toBeNull();
  expect(shown).toBeGreaterThan(60_000);
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.move(from.x, from.y, { steps: 3 });
  expect(zoomOf(page)).toBeNull();
});

test('the pointer has a line with offset and clock time, and a bar tells its exact values', async ({ page }) => {
  const { x, y } = await pointIn(page, 0.5, 0.3);
  await page.mouse.move(x, y);
  await expect(timeline(page).getByText(/^\+\d+ min.* · 12:\d\d:\d\d\.\d{3}$/)).toBeVisible();
  await expect(timeline(page).getByText('Took')).toBeVisible();
  await expect(timeline(page)).toContainText('12:14:10.420');
  await page.mouse.move(5, 5);
  await expect(timeline(page).getByText('Took')).toBeHidden();
});

test('the focus tells the same exact values, and Enter chooses the step', async ({ page }) => {
  const sms = timeline(page).getByRole('button', { name: /SMS/ }).first();
  await timeline(page).getByRole('button', { name: /Viber/ }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(sms).toBeFocused();
  await expect(timeline(page).getByText('Took')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('2');
  await expect(page.getByRole('region', { name: '2 · SMS' })).toBeInViewport();
});

test('even steps give each step the same room, in the address too', async ({ page }) => {
  await timeline(page).getByRole('button', { name: 'Even steps' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('scale')).toBe('even');
  await page.reload();
  await expect(timeline(page).getByRole('button', { name: 'Even steps' })).toHaveAttribute('aria-pressed', 'true');
});

test('on a narrow screen the story is a list to read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  const list = timeline(page).getByRole('list', { name: 'Steps of the flow' });
  await expect(list.getByText(/^Sent at 12:04:10\.\d{3}/)).toBeVisible();
  await expect(list).toContainText('EXPIRED is in failoverOnStatuses');
  await expect(timeline(page).getByRole('button', { name: 'Even steps' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
