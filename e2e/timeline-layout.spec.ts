/** The timeline at every width: nothing sticks out, and no label covers another, in any scale and zoomed. */
import type { Locator, Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const seen = [
  ['vendor-sample', ''],
  ['three-channels-call-answered', ''],
  ['three-channels-call-answered', 'scale=folded'],
  ['three-channels-call-answered', 'scale=even'],
  ['three-channels-call-answered', 'zoom=590000~625000'],
  ['three-channels-call-answered', 'zoom=100000~200000'],
  ['three-channels-sms-partly', ''],
  ['sms-12-parts-mixed', ''],
  ['ended-after-ttl', ''],
  ['steps-overlap', ''],
  ['steps-in-reverse', 'zoom=2000~30000'],
  ['times-out-of-order', ''],
  ['in-progress-for-days', ''],
  ['running-several-minutes', ''],
  ['steps-not-needed', ''],
  ['hostile-long-words', ''],
  ['large-300', ''],
] as const;

const timeline = (page: Page) => page.getByRole('region', { name: 'Failover timeline' });

/** Pairs of labels whose visible texts overlap. */
function overlaps(region: Locator): Promise<string[]> {
  return region.evaluate((element) => {
    const boxes = [...element.querySelectorAll('[data-label]')].flatMap((label) => {
      const box = label.getBoundingClientRect();
      const rects: DOMRect[] = [];
      const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        rects.push(...range.getClientRects());
      }
      // A label is one line high; what does not fit into it is hidden below.
      const inLine = rects.filter(({ top, bottom }) => (top + bottom) / 2 > box.top && (top + bottom) / 2 < box.bottom);
      if (box.width === 0 || inLine.length === 0) return [];
      const left = Math.max(box.left, Math.min(...inLine.map((rect) => rect.left)));
      const right = Math.min(box.right, Math.max(...inLine.map((rect) => rect.right)));
      return [{ text: label.textContent, left, right, top: box.top, bottom: box.bottom }];
    });
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1)
        .filter((b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
        .map((b) => `${a.text} × ${b.text}`),
    );
  });
}

const perTest = 4;
for (let first = 0; first < seen.length; first += perTest) {
  const batch = seen.slice(first, first + perTest);
  test(`from 320 to 1440 px: ${[...new Set(batch.map(([slug]) => slug))].join(', ')}`, async ({ page }) => {
    test.setTimeout(90_000);
    for (const [slug, query] of batch) {
      await page.goto(`/flows/${scenarioNamed(slug).trackingId}${query === '' ? '' : `?${query}`}`);
      await expect(timeline(page)).toBeVisible();
      for (const width of [320, 390, 768, 1440]) {
        const what = `${slug} ${query} at ${width} px`;
        await page.setViewportSize({ width, height: 900 });
        expect(await overlaps(timeline(page)), what).toEqual([]);
        const labels = await timeline(page).locator('[data-label]:visible').count();
        if (width >= 768) expect(labels, what).toBeGreaterThan(1);
        else expect(labels, what).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(
          0,
        );
      }
    }
  });
}

test('with larger type, the drawing gives way to the list', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(`/flows/${scenarioNamed('vendor-sample').trackingId}`);
  const bar = timeline(page).locator('[data-bar]').first();
  await expect(bar).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
  });
  await expect(bar).toBeHidden();
  await expect(
    timeline(page)
      .getByText(/^Sent at/)
      .first(),
  ).toBeVisible();
});
