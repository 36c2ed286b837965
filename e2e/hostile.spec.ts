/** What senders write stays text: it runs nothing, leads nowhere by itself and fetches nothing unasked. */
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const flow = (slug: string) => `/flows/${scenarioNamed(slug).trackingId}`;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('cascade.settings', JSON.stringify({ masked: false })));
});

test('markup is shown as it was written', async ({ page }) => {
  await page.goto(flow('hostile-markup'));
  const viber = page.getByRole('region', { name: '1 · Viber' });
  await expect(viber).toContainText('<script>window.hacked = true</script>');
  await expect(viber).toContainText('<i>Brand</i>');
  await expect(page.getByRole('main').locator('script, b:has-text("System Failure"), i:has-text("Brand")')).toHaveCount(
    0,
  );
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page).not.toHaveTitle(/hacked/);
});

test('characters that turn text around or hide are shown by their code', async ({ page }) => {
  await page.goto(flow('hostile-directions'));
  await expect(page.getByRole('region', { name: '1 · Viber' })).toContainText('⟨U+202E⟩');
  await expect(page.getByRole('region', { name: 'Raw record' })).toContainText('\\u202e');
  expect(await page.getByRole('main').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
});

test('only web addresses are links; they name their host and open apart, without a referrer', async ({ page }) => {
  await page.goto(flow('hostile-addresses'));
  await expect(page.getByRole('region', { name: '1 · Viber' })).toContainText('not a web address: javascript:alert');
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        rel: link.getAttribute('rel') ?? '',
        text: link.textContent ?? '',
      })),
    );
  const outward = links.filter(({ href }) => !href.startsWith('/'));
  expect(outward.length).toBeGreaterThan(0);
  for (const { href, rel, text } of outward) {
    expect(href).toMatch(/^https?:\/\//);
    expect(rel).toContain('noreferrer');
    expect(text).toContain(new URL(href).host);
  }
});

test.describe('pictures', () => {
  test.use({ expectedHosts: [/^https:\/\/example\.com\//] });

  test('load only when asked for, having said where from', async ({ page }) => {
    const asked: string[] = [];
    await page.route(/^https:\/\/example\.com\//, (route) => {
      asked.push(route.request().url());
      return route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>',
      });
    });
    await page.goto(flow('vendor-sample'));
    const load = page.getByRole('button', { name: 'Image · load from example.com' });
    await expect(load).toBeVisible();
    await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
    expect(asked).toEqual([]);
    await load.click();
    await expect(page.getByRole('img', { name: 'The image of this message' })).toBeVisible();
    expect(asked).toHaveLength(1);
  });
});
