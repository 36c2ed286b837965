/** How a person gets from what they have to the flow they want: the search box, recent flows, the demo's list. */
import type { Page } from '@playwright/test';
import { scenarioNamed, scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const vendorSample = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const vendorHeading = 'Delivered twice: by Viber and SMS.';
const other = 'f2a1c8de-7710-4a55-9f0b-5a7b21c0e9aa';

const searchBox = (page: Page) => page.getByRole('search').getByRole('textbox');

async function searchFor(page: Page, text: string): Promise<void> {
  await searchBox(page).fill(text);
  await searchBox(page).press('Enter');
}

test.describe('the search box', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/');
  });

  test('is where a person types on arrival', async ({ page }) => {
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type(vendorSample);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
    await expect(page).toHaveURL(`/flows/${vendorSample}`);
  });

  for (const [name, text] of [
    ['an ID in capitals, with quotes and spaces', `  "${vendorSample.toUpperCase()}" `],
    ['a link to this app', `http://cascade.example/flows/${vendorSample}?step=2&tz=UTC`],
    ['an address of the API', `https://connect.routee.net/failover/tracking/${vendorSample}`],
    [
      'a curl line',
      `curl -H 'Authorization: Bearer 3c6a8c2f-0d4e-4f0a-8a51-59e6a7f3b1aa' https://connect.routee.net/failover/tracking/${vendorSample}`,
    ],
    [
      'a log line',
      `2026-11-24T10:00:00Z INFO sent requestId=5c2d04a8-53a2-4d5b-9f6e-0c5ed0bb7a11 trackingId=${vendorSample} status=Queued`,
    ],
    ['an answer to sending', `{"trackingId":"${vendorSample}","status":"Queued","flow":[{"type":"Viber"}]}`],
  ] as const) {
    test(`takes ${name}`, async ({ page }) => {
      await searchFor(page, text);
      await expect(page).toHaveURL(`/flows/${vendorSample}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
    });
  }

  test('lists several IDs to choose from', async ({ page }) => {
    await searchFor(page, `first ${other}\nthen ${vendorSample}\nagain ${other}`);
    await expect(page.getByText('2 tracking IDs are in this text. Which flow?')).toBeVisible();
    const found = page.getByRole('list', { name: 'Flows found in the text' }).getByRole('link');
    await expect(found).toHaveText([other, vendorSample]);
    await found.nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
  });

  test('says plainly when there is no ID in the text, until the text changes', async ({ page }) => {
    await searchFor(page, 'the customer says nothing came');
    await expect(page.getByRole('alert')).toContainText('There is no tracking ID in this text.');
    await expect(searchBox(page)).toHaveAccessibleDescription(/There is no tracking ID in this text/);
    await searchBox(page).fill('the customer');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show flow' }).click();
    await expect(page.getByRole('alert')).toContainText('There is no tracking ID in this text.');
    await expect(page).toHaveURL('/');
  });

  test('asks for a text when there is none', async ({ page }) => {
    await searchBox(page).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Paste a tracking ID');
  });

  test('opens a pasted record here and sends it nowhere', async ({ page, request }) => {
    const record = await (await request.get(`/api/failover/tracking/${vendorSample}`)).text();
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(`${sent.url()} ${sent.postData() ?? ''}`));
    await searchFor(page, record);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
    await expect(page).toHaveURL('/open');
    await expect(page.getByText('From pasted text · read in this browser, sent nowhere')).toBeVisible();
    expect(asked.filter((line) => line.includes('/api/failover') || line.includes(vendorSample))).toEqual([]);
  });

  test('stays at hand on every other page', async ({ page }) => {
    await page.goto('/open');
    await searchFor(page, `${other} ${vendorSample}`);
    await page.getByRole('list', { name: 'Flows found in the text' }).getByRole('link').first().press('Escape');
    await expect(page.getByRole('list', { name: 'Flows found in the text' })).toHaveCount(0);
    await searchFor(page, `${other} ${vendorSample}`);
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.getByRole('list', { name: 'Flows found in the text' })).toHaveCount(0);
    await searchFor(page, vendorSample);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
    await expect(searchBox(page)).toHaveValue('');
  });
});

test('back and forward lead through what was opened', async ({ page }) => {
  const failed = scenarioNamed('three-channels-all-fail');
  await page.goto('/');
  await searchFor(page, vendorSample);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
  await searchFor(page, failed.trackingId);
  await expect(page).toHaveURL(`/flows/${failed.trackingId}`);
  await expect(page.getByText('✕ Failed').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What happened to this message?');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
});

test.describe('recent flows', () => {
  const recent = (page: Page) => page.getByRole('region', { name: 'Recent' });

  test('are listed with how they stood, newest first, without anything personal', async ({ page }) => {
    await page.goto('/');
    await expect(recent(page)).toContainText('Flows you open are listed here');
    for (const id of [vendorSample, scenarioNamed('three-channels-all-fail').trackingId]) {
      await page.goto(`/flows/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    }
    await page.goto('/');
    const rows = recent(page).getByRole('link');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText('Failed');
    await expect(rows.nth(1)).toContainText(`Succeeded${vendorSample}Viber → SMS`);
    const stored = await page.evaluate(() => localStorage.getItem('cascade.recent'));
    expect(JSON.parse(stored ?? '[]').map((entry: object) => Object.keys(entry))).toEqual([
      ['trackingId', 'status', 'channels', 'seenAt'],
      ['trackingId', 'status', 'channels', 'seenAt'],
    ]);
    await rows.nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
  });

  test('can be removed, one or all, and stay removed', async ({ page }) => {
    const entry = (trackingId: string) => ({ trackingId, status: 'Failed', channels: ['Viber'], seenAt: 0 });
    await page.goto('/');
    await page.evaluate(
      (list) => localStorage.setItem('cascade.recent', JSON.stringify(list)),
      [entry('one-1'), entry('two-2'), entry('three-3')],
    );
    await page.reload();
    await recent(page).getByRole('button', { name: 'Remove two-2 from the list' }).click();
    await expect(recent(page).getByRole('link')).toHaveText([/one-1/, /three-3/]);
    await page.reload();
    await expect(recent(page).getByRole('link')).toHaveText([/one-1/, /three-3/]);
    await recent(page).getByRole('button', { name: 'Clear the list of recent flows' }).click();
    await expect(recent(page)).toContainText('Flows you open are listed here');
  });

  test('that were stored as something else are passed over', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => localStorage.setItem('cascade.recent', '[{"trackingId":7},'));
    await page.reload();
    await expect(recent(page)).toContainText('Flows you open are listed here');
  });
});

test.describe("the demo's flows", () => {
  test('are there by group, more when asked for', async ({ page }) => {
    await page.goto('/');
    const demo = page.getByRole('region', { name: /Try a demo flow/ });
    const odd = demo.getByRole('list', { name: 'Odd records' });
    await expect(odd.getByRole('link')).toHaveCount(5);
    await odd.getByRole('button', { name: /more of “Odd records”/ }).click();
    expect(await odd.getByRole('link').count()).toBeGreaterThan(30);
    await odd.getByRole('button', { name: 'Show fewer of “Odd records”' }).click();
    await expect(odd.getByRole('link')).toHaveCount(5);
  });

  test('can be narrowed by a word and opened', async ({ page }) => {
    await page.goto('/');
    const demo = page.getByRole('region', { name: /Try a demo flow/ });
    await demo.getByRole('searchbox', { name: 'Filter demo flows' }).fill("routee's own");
    await expect(demo.getByRole('link')).toHaveCount(1);
    await demo.getByRole('link', { name: "Routee's own example" }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
    await page.goBack();
    await demo.getByRole('searchbox', { name: 'Filter demo flows' }).fill('nothing is called so');
    await expect(demo).toContainText('No demo flow is called so.');
  });
});

test('an address that leads nowhere says so and offers the search', async ({ page }) => {
  await page.goto('/flow/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address.');
  await expect(page).toHaveTitle('Not found · Cascade');
  await page.getByRole('search').getByRole('textbox').fill(vendorSample);
  await page.getByRole('search').getByRole('textbox').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vendorHeading);
});

test('the demo lists every scenario', async ({ request }) => {
  const config = await (await request.get('/api/config')).json();
  const expected = scenarios.map(({ trackingId, title, group }) => ({ trackingId, title, group }));
  expect(config).toMatchObject({ mode: 'demo', demoFlows: expected });
});
