/** The reader's side: sign-in pages of proxies, plain http, browsers that lack something, and where a page is scrolled. */
import { newRun } from '#contract/demo-run.ts';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const id = scenarioNamed('vendor-sample').trackingId;
const heading = 'Delivered twice: by Viber and SMS.';

for (const [name, answer] of [
  ['a sign-in page', { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }],
  ['a redirect to another host', { status: 302, headers: { location: 'https://idp.example/login' } }],
] as const) {
  test(`${name} in place of an answer leaves the record, and offers one reload`, async ({ page }) => {
    await page.clock.install();
    await page.goto(`/flows/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    let calls = 0;
    await page.route('**/api/**', (route) => {
      calls += 1;
      return route.fulfill(answer);
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('The sign-in has ended.')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    const asked = calls;
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.clock.runFor(120_000);
    expect(calls).toBe(asked);
  });
}

test('a running flow behind an ended sign-in stops asking, and its clock stops', async ({ page }) => {
  await page.clock.install();
  await page.goto(`/flows/${newRun(scenarioNamed('running-several-minutes').trackingId)}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Running');
  let calls = 0;
  await page.route('**/api/**', (route) => {
    calls += 1;
    return route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Sign in' });
  });
  await page.clock.runFor(10_000);
  await expect(page.getByText('The sign-in has ended.')).toBeVisible();
  const [asked, text] = [calls, await page.getByRole('main').innerText()];
  await page.clock.runFor(120_000);
  expect(calls).toBe(asked);
  expect(await page.getByRole('main').innerText()).toBe(text);
});

test('without a clipboard the text is copied all the same, or shown to be copied', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`/flows/${id}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await page.getByRole('button', { name: 'Share' }).click();
  const byHand = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(byHand).toHaveValue(new RegExp(`/flows/${id}`));
  await expect(byHand).toBeFocused();
  expect(await byHand.evaluate((field: HTMLTextAreaElement) => field.selectionEnd)).toBeGreaterThan(20);
});

test('a browser that lacks storage, workers’ channels and notifications shows the flow', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
    for (const name of ['BroadcastChannel', 'Notification']) Reflect.deleteProperty(window, name);
  });
  await page.goto(`/flows/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await page.goto('/explore');
  await expect(page.getByRole('table').first()).toBeVisible();
});

for (const by of ['click', 'keyboard'] as const) {
  test(`a flow opened by ${by} from a scrolled Explore opens at its top, and Back returns to the row`, async ({
    page,
  }) => {
    await page.goto('/explore');
    // The table itself: the first rows, which the page arrives with, make no long page.
    await expect(page.locator('a[data-index]').nth(3)).toBeVisible();
    await page.mouse.wheel(0, 2500);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1500);
    const left = await page.evaluate(() => window.scrollY);
    const row = page.locator('a[data-index]').nth(12);
    const link = await row.getAttribute('href');
    if (by === 'click') await row.click();
    else {
      await row.focus();
      await page.keyboard.press('Enter');
    }
    await expect(page).toHaveURL(/\/flows\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await expect(page.locator(`a[data-index][href="${link}"]`)).toBeInViewport();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(left - 400);
  });
}

test('a running demo flow starts anew when it is opened anew', async ({ page }) => {
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Running now: SMS delivers in 6 s' });
  await page.getByRole('searchbox', { name: 'Filter demo flows' }).fill('delivers in 6 s');
  const first = await link.getAttribute('href');
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Running');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reached by SMS', { timeout: 20_000 });
  await page.getByRole('link', { name: 'Start anew' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Running');
  expect(new URL(page.url()).pathname).not.toBe(first);
});

test('Escape in a menu leaves the chosen step', async ({ page }) => {
  await page.goto(`/flows/${id}?step=2`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/step=2/);
});
