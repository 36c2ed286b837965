/** Pages say everything without a script, and the search box leads where it leads with one. */
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

const sample = scenarios.find(({ title }) => title === 'Viber expires, SMS is undelivered, a call is answered');
const path = `/flows/${sample?.trackingId}`;

test('a flow: verdict, facts, findings, cards, price, latency, fields', async ({ page }) => {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Reached by Voice, after Viber expired and SMS was undelivered.',
  );
  await expect(page.getByLabel('Facts').getByText('Total price')).toBeVisible();
  for (const name of ['Failover timeline', 'Price', 'Latency'])
    await expect(page.getByRole('heading', { name, exact: false }).first()).toBeVisible();
  await expect(page.getByText('Unknown Number').first()).toBeVisible();
  await page.getByText('All fields').or(page.locator('details > summary')).first().click();
  await expect(page.locator('details[open]').first()).toContainText(/\S{3}/);
});

for (const width of [320, 390, 768, 1440]) {
  test(`the timeline is there at ${width} px: bars, hand-overs, labels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    const timeline = page.getByRole('region', { name: 'Failover timeline' });
    const plot = timeline.locator('[data-bar]:visible');
    const told = await timeline.innerText();
    // As bars where there is room, as a list with the same story where there is none.
    if (width >= 768) {
      expect(await plot.count()).toBeGreaterThanOrEqual(3);
      for (const bar of await plot.all()) {
        const box = await bar.boundingBox();
        expect(box?.width).toBeGreaterThanOrEqual(2.9);
        expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
      }
    }
    for (const word of ['Viber', 'EXPIRED', 'SMS', 'Undelivered', 'Voice', 'Completed']) expect(told).toContain(word);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('the evidence says it too', async ({ page }) => {
  await page.goto(`${path}/evidence`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reached by Voice');
  await expect(page.locator('footer')).toContainText(path);
});

test('a flow that is not known is said not to be known', async ({ page }) => {
  await page.goto('/flows/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toBeVisible();
});

for (const address of ['/', '/open', '/nothing/here', '/explore']) {
  test(`${address} is drawn`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('main')).toContainText(/\w{4}/);
  });
}

for (const width of [1440, 390]) {
  test(`Explore at ${width} px shows the first rows of what its address asks for, each a way to its flow`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await expect(async () => {
      // A gateway that has yet to make its demo's week of flows sends the frame alone.
      await page.goto('/explore?range=7d&status=Failed');
      await expect(page.getByRole('row')).toHaveCount(31, { timeout: 100 });
    }).toPass();
    await expect(page.getByRole('row').nth(1)).toContainText('Failed');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await expect(page).toHaveURL(/\/flows\/[0-9a-f-]{36}/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('the search box leads to the flow, and nothing of the text enters the address', async ({ page }) => {
  await page.goto('/');
  const box = page.locator('main textarea');
  await box.fill(`failed for +306900000001: ${sample?.trackingId}`);
  await page.locator('main form button[type="submit"]').click();
  await expect(page).toHaveURL(path);
  await page.goto('/');
  await page.locator('main textarea').fill('+30 690 000 0001 did not get it');
  await page.locator('main form button[type="submit"]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(page.url()).toMatch(/\/search$/);
});

test('Greek for who asks for Greek, and the theme that was chosen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'el-GR', ...(baseURL && { baseURL }) });
  await context.addCookies([
    { name: 'cascade-settings', value: encodeURIComponent(JSON.stringify({ theme: 'dark' })), url: baseURL ?? '' },
  ]);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  await expect(page.locator('html')).toHaveClass('dark');
  await context.close();
});
