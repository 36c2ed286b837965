/** What a link carries, what it never touches, and what is copied. */
import type { BrowserContext } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const { trackingId } = scenarioNamed('vendor-sample');
const path = `/flows/${trackingId}`;
/** The choices in the cookie that app and gateway read. */
const cookieOf = (choices: object, url = '') => ({
  name: 'cascade-settings',
  value: encodeURIComponent(JSON.stringify(choices)),
  url,
});
async function choicesOf(context: BrowserContext): Promise<unknown> {
  const found = (await context.cookies()).find(({ name }) => name === 'cascade-settings');
  return JSON.parse(decodeURIComponent(found?.value ?? 'null'));
}

test.use({ contextOptions: { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' } });

test('an address alone restores step, scale, zoom and zone', async ({ page }) => {
  await page.goto(`${path}?step=2&scale=even&zoom=500~3000&tz=Europe%2FAthens`);
  const timeline = page.getByRole('region', { name: 'Failover timeline' });
  await expect(timeline.getByRole('button', { name: 'Even steps' })).toHaveAttribute('aria-pressed', 'true');
  await expect(timeline.getByRole('button', { name: 'Fit' })).toBeEnabled();
  await expect(page.getByLabel('Facts')).toContainText('13:28:44.440');
  await expect(page.getByLabel('Facts')).toContainText('5 Jul 2019 EEST');
  expect(new URL(page.url()).search).toBe('?step=2&scale=even&zoom=500~3000&tz=Europe%2FAthens');
});

test("a link's zone leaves the viewer's own as it was", async ({ page, context, baseURL }) => {
  await context.addCookies([cookieOf({ zone: 'America/New_York' }, baseURL)]);
  await page.goto(`${path}?tz=Europe%2FAthens`);
  await expect(page.getByLabel('Facts')).toContainText('13:28:44.440');
  expect(await choicesOf(context)).toMatchObject({ zone: 'America/New_York' });
  await page.goto(path);
  await expect(page.getByLabel('Facts')).toContainText('06:28:44.440');
  await expect(page).toHaveURL(/tz=America%2FNew_York/);
});

test('zones: this browser, the recipient, any by its name, always labelled', async ({ page }) => {
  await page.goto(path);
  const facts = page.getByLabel('Facts');
  await expect(facts).toContainText('10:28:44.440');
  await expect(facts).toContainText('UTC');
  await page.getByRole('button', { name: 'Time zone: UTC' }).click();
  await page.getByRole('button', { name: /^The recipient’s, Greece/ }).click();
  await expect(facts).toContainText('13:28:44.440');
  await page.getByRole('button', { name: 'Time zone: Europe/Athens' }).click();
  await page.getByLabel('Another zone').fill('tokyo');
  await page.getByRole('button', { name: 'Asia/Tokyo' }).click();
  await expect(facts).toContainText('19:28:44.440');
  await expect(facts).toContainText('GMT+9');
});

test('choosing a step, a scale and the record goes into the address, and Back out of it', async ({ page }) => {
  await page.goto('/');
  await page.goto(path);
  await page.getByRole('button', { name: 'Even steps' }).click();
  await expect(page).toHaveURL(/scale=even/);
  await page.getByRole('button', { name: /Price: The messages/ }).click();
  await expect(page).toHaveURL(/finding=1/);
  await expect(page.getByLabel('Fields that prove it')).toContainText('totalPrice0.036');
  const marked = page.getByRole('treeitem', { name: /evidence of the chosen finding/ });
  await expect(marked.first()).toBeVisible();
  await page.getByRole('button', { name: 'Raw', exact: true }).click();
  await expect(page).toHaveURL(/view=raw/);
  await expect(page.getByRole('region', { name: 'Failover timeline' })).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test.describe('copied', () => {
  const clipboard = () => navigator.clipboard.readText();

  test.beforeEach(async ({ page }) => {
    await page.goto(`${path}?step=2`);
    await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
  });

  test('the link to what is seen', async ({ page, baseURL }) => {
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect.poll(() => page.evaluate(clipboard)).toBe(`${baseURL}${path}?step=2`);
  });

  test('verdict and facts for a ticket, masked', async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Copy as text, for a ticket' }).click();
    await expect.poll(() => page.evaluate(clipboard)).toContain('Delivered twice: by Viber and SMS.');
    const text = await page.evaluate(clipboard);
    expect(text).toContain('Recipient: +30 69•••••678');
    expect(text).not.toContain('306912345678');
    expect(text).toContain('totalPrice says 0.036');
  });

  test('a curl command with placeholders for host and token', async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: /^Copy as curl/ }).click();
    const command = `curl -H "Authorization: Bearer $ROUTEE_TOKEN" "$ROUTEE_API_URL/failover/tracking/${trackingId}"`;
    await expect.poll(() => page.evaluate(clipboard)).toBe(command);
  });

  test('a time as ISO 8601', async ({ page }) => {
    await page
      .getByLabel('Facts')
      .getByRole('button', { name: /copy as ISO 8601/ })
      .click();
    await expect.poll(() => page.evaluate(clipboard)).toBe('2019-07-05T10:28:44.440Z');
  });
});

test('masked until revealed, everywhere, and remembered', async ({ page }) => {
  await page.goto(path);
  await expect(page.getByRole('region', { name: 'Raw record' })).toContainText('+30 69•••••678');
  expect(await page.content()).not.toContain('306912345678');
  await page.getByRole('button', { name: 'Show recipients and texts' }).click();
  await expect(page.getByLabel('Facts')).toContainText('+306912345678');
  await page.reload();
  await expect(page.getByLabel('Facts')).toContainText('+306912345678');
  await page.getByRole('button', { name: 'Mask recipients and texts' }).click();
  await expect(page.getByLabel('Facts')).toContainText('+30 69•••••678');
});

test('the theme is there before the first paint', async ({ page, context, baseURL }) => {
  await context.addCookies([cookieOf({ theme: 'dark' }, baseURL)]);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      Object.assign(window, { atBody: document.documentElement.classList.contains('dark') });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  expect(await page.evaluate(() => Reflect.get(window, 'atBody'))).toBe(true);
});

test('choices that an earlier version stored move into the cookie, once', async ({ page, context }) => {
  await page.goto('/open');
  await page.evaluate(() =>
    localStorage.setItem('cascade.settings', JSON.stringify({ zone: 'Europe/Athens', keys: false })),
  );
  await page.goto(path);
  await expect(page.getByLabel('Facts')).toContainText('13:28:44.440');
  expect(await choicesOf(context)).toMatchObject({ zone: 'Europe/Athens', keys: false, theme: 'system' });
  expect(await page.evaluate(() => localStorage.getItem('cascade.settings'))).toBeNull();
});

test('two tabs agree', async ({ page, context }) => {
  await page.goto(path);
  const other = await context.newPage();
  await other.goto(path);
  await page.getByRole('button', { name: 'Show recipients and texts' }).click();
  await expect(other.getByLabel('Facts')).toContainText('+306912345678');
});

test('the page to print: in UTC, masked, on at most two sheets', async ({ page }) => {
  await page.goto(`${path}/evidence?tz=Europe%2FAthens`);
  await expect(page.getByRole('region', { name: 'What does not add up' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('All times are UTC.');
  await expect(main).toContainText('10:28:44.566');
  await expect(main).toContainText('+30 69•••••678');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);
});

test('the timeline tells its story to a screen reader', async ({ page }) => {
  await page.goto(`/flows/${scenarioNamed('three-channels-call-answered').trackingId}`);
  const list = page.getByRole('list', { name: 'Steps of the flow' });
  // The three steps, and how the flow ended.
  await expect(list.getByRole('listitem')).toHaveCount(4);
  const story = await list.ariaSnapshot();
  const told = [
    'Viber',
    'EXPIRED',
    '10 min 0.2 s',
    'SMS',
    'Undelivered',
    'Unknown Number',
    'Voice',
    'Completed',
    '33 s',
  ];
  for (const word of told) expect(story).toContain(word);
  expect(story).toMatch(/EXPIRED is in failoverOnStatuses[\s\S]*SMS[\s\S]*Undelivered is in failoverOnStatuses/);
});
