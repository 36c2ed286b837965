/** The browser takes over what the gateway drew without changing a node of it. */
import type { Page } from '@playwright/test';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

/** Opens a page and gives its #root as it was sent and as it is once the app has taken it over. */
async function openedPage(page: Page, path: string): Promise<{ sent: string; now: string }> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path);
  await page.goto(path);
  const html = await (await answered).text();
  const sent = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'text/html').getElementById('root')?.innerHTML ?? '',
    html,
  );
  return { sent, now: await page.evaluate(() => document.getElementById('root')?.innerHTML ?? '') };
}

for (const { trackingId, title } of scenarios) {
  test(`taken over as it was drawn: ${title}`, async ({ page }) => {
    const { sent, now } = await openedPage(page, `/flows/${trackingId}`);
    expect(sent.length).toBeGreaterThan(1000);
    expect(now).toBe(sent);
  });
}
