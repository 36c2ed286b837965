/** The browser takes over what the gateway drew without changing a node of it. */
import type { Page } from '@playwright/test';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

/** Opens a page and gives its #root as it was sent and as it is once the app has taken it over, a tag a line. */
async function openedPage(page: Page, path: string): Promise<{ sent: string[]; now: string[] }> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path);
  await page.goto(path);
  const html = await (await answered).text();
  return page.evaluate((text) => {
    const lines = (root: ParentNode) => {
      // Drawn by its measured width so far.
      root.querySelector('[aria-labelledby="timeline-title"]')?.remove();
      for (const late of root.querySelectorAll('[data-late]')) late.replaceChildren();
      return (root.querySelector('#root')?.innerHTML ?? '').split(/(?=<)/);
    };
    const parser = new DOMParser();
    // Both are written by the browser, so that they differ only where the nodes do.
    return {
      sent: lines(parser.parseFromString(text, 'text/html')),
      now: lines(document.cloneNode(true) as Document),
    };
  }, html);
}

/** The first line that differs, with those around it; empty where none does. */
function firstDifference({ sent, now }: { sent: string[]; now: string[] }): object {
  const place = sent.findIndex((line, index) => line !== now[index]);
  if (place === -1 && sent.length === now.length) return {};
  return { sent: sent.slice(Math.max(0, place - 3), place + 3), now: now.slice(Math.max(0, place - 3), place + 3) };
}

for (const { trackingId, title } of scenarios) {
  test(`taken over as it was drawn: ${title}`, async ({ page }) => {
    const opened = await openedPage(page, `/flows/${trackingId}`);
    expect(opened.sent.length).toBeGreaterThan(100);
    expect(firstDifference(opened)).toEqual({});
  });
}
