/** What is copied to be handed on: exact times, a link that reads as a sentence, a finding, a step. */
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const id = scenarioNamed('viber-expires-sms-delivers').trackingId;

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const copiedText = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What a ticket would paste. */
async function copiedHtml(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
  });
}

test('Explore’s share holds exact times; the relative range is a choice beside it', async ({ page }) => {
  await page.goto('/explore?range=2h&status=Failed');
  await page.getByRole('button', { name: 'Share view' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  const exact = new URL(await copiedText(page));
  expect(exact.searchParams.get('range')).toBeNull();
  const [from, until] = [exact.searchParams.get('from') ?? '', exact.searchParams.get('until') ?? ''];
  expect(Date.parse(until) - Date.parse(from)).toBe(2 * 3_600_000);
  expect(Math.abs(Date.parse(until) - Date.now())).toBeLessThan(180_000);
  expect(exact.searchParams.get('status')).toBe('Failed');

  await page.getByRole('button', { name: 'Other ways to share' }).press('Enter');
  const choice = page.getByRole('button', { name: 'As “latest 2 h”' });
  await choice.focus();
  await choice.press('Enter');
  await expect.poll(() => copiedText(page)).toMatch(/\/explore\?range=2h&status=Failed$/);
  await page.goto(exact.pathname + exact.search);
  await expect(page.getByRole('button', { name: 'Share view' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Other ways to share' })).toBeHidden();
});

test('a flow’s link is pasted as its verdict, by button and by key', async ({ page }) => {
  await page.goto(`/flows/${id}`);
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect.poll(() => copiedHtml(page)).toContain(heading);
  const link = new RegExp(`^http://127\\.0\\.0\\.1:\\d+/flows/${id}$`);
  expect(await copiedText(page)).toMatch(link);
  const pasted = await page.evaluate(
    (html) => {
      const anchors = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a')];
      return anchors.map((anchor) => ({ href: anchor.href, words: anchor.textContent }));
    },
    await copiedHtml(page),
  );
  expect(pasted).toEqual([{ href: await copiedText(page), words: heading }]);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.keyboard.press('c');
  await expect.poll(() => copiedHtml(page)).toContain(heading);
});

test('where the browser has no ClipboardItem, or no clipboard at all, the link is copied all the same', async ({
  page,
}) => {
  await page.goto(`/flows/${id}`);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'ClipboardItem'));
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect.poll(() => copiedText(page)).toContain(`/flows/${id}`);
  // Over plain http there is no clipboard: the older way carries both forms.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  const forms = page.evaluate(
    () =>
      new Promise<string[]>((resolve) =>
        document.addEventListener('copy', ({ clipboardData }) =>
          resolve([clipboardData?.getData('text/plain') ?? '', clipboardData?.getData('text/html') ?? '']),
        ),
      ),
  );
  await page.getByRole('button', { name: 'Share link' }).click();
  const [text, html] = await forms;
  expect(text).toContain(`/flows/${id}`);
  expect(html).toContain('Reached by SMS');
});

test('a step and a finding have their own copy, masked as the page is', async ({ page }) => {
  const found = scenarioNamed('price-does-not-add-up').trackingId;
  await page.goto(`/flows/${found}`);
  await page.getByRole('button', { name: 'Copy step 1 as text' }).click();
  await expect.poll(() => copiedText(page)).toMatch(/^1\. .*\n(.*\n)*Flow: /);
  expect(await copiedText(page)).not.toMatch(/\+?\d{10,}/);
  const finding = page.getByRole('button', { name: /^Copy the finding: / }).first();
  await finding.focus();
  await page.keyboard.press('Enter');
  const title = ((await finding.getAttribute('title')) ?? '').replace('Copy the finding: ', '');
  await expect.poll(() => copiedText(page)).toContain(title);
});
