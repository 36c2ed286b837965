/** Whatever goes wrong, a person reads what it is and what to do, with the request ID, and can try again. */
import type { Page } from '@playwright/test';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

const good = record({ steps: [viber({ at: 0, until: 30, status: 'EXPIRED', ttl: 0.5 }), sms({ at: 31 })] });
const api = (trackingId: string) => `**/api/failover/tracking/${trackingId}`;
const idOf = (slug: string) => scenarioNamed(slug).trackingId;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Lets the next answer be a good one. */
async function mend(page: Page, trackingId: string): Promise<void> {
  await page.route(api(trackingId), (route) => route.fulfill({ json: good }));
}

for (const { slug, title, says } of [
  { slug: 'fault-404', title: 'Routee knows no flow with this ID.', says: ['Tracking id not found', '404005000'] },
  { slug: 'fault-400', title: 'Routee refused the request.', says: ['Invalid value for trackingId', '400000003'] },
  { slug: 'fault-409', title: 'Routee refused the request.', says: ['The flow is being changed', '409000000'] },
  {
    slug: 'fault-401',
    title: 'Routee does not accept the credentials of this installation.',
    says: ['Tell whoever runs Cascade here', '401000000'],
  },
  {
    slug: 'fault-403',
    title: 'The Routee account may not read this flow.',
    says: ['the failover role', '403000000'],
  },
  { slug: 'fault-500', title: 'Routee failed.', says: ['Internal server error', '500017000'] },
  { slug: 'fault-502-html', title: 'Routee failed.', says: ['status 502', 'What was received'] },
  { slug: 'fault-503', title: 'Routee failed.', says: ['status 503'] },
  { slug: 'fault-html-200', title: 'The answer cannot be read.', says: ['not JSON', 'What was received'] },
  { slug: 'fault-cut-json', title: 'The answer cannot be read.', says: ['not JSON', 'What was received'] },
  { slug: 'fault-broken-off', title: 'The answer cannot be read.', says: ['broke', 'What was received'] },
  { slug: 'fault-empty', title: 'The answer cannot be read.', says: ['the answer was empty'] },
  { slug: 'fault-hang-up', title: 'Routee cannot be reached.', says: ['dropped it without an answer'] },
  { slug: 'fault-slow', title: 'Routee did not answer in time.', says: ['This says nothing about the message.'] },
]) {
  const tag = ['fault-404', 'fault-401', 'fault-502-html', 'fault-cut-json'].includes(slug) ? [] : ['@long'];
  test(`${slug}: ${title}`, { tag }, async ({ page }) => {
    await page.goto(`/flows/${idOf(slug)}`);
    await expect(heading(page)).toHaveText(title);
    await expect(page.getByRole('alert')).toHaveText(title);
    const main = page.getByRole('main');
    for (const text of [...says, idOf(slug)]) await expect(main).toContainText(text);
    await expect(main).toContainText(/Request ID[0-9a-f]{8}-[0-9a-f-]{27}/);
    await expect(main.getByRole('button', { name: 'Copy request ID' })).toBeVisible();
    await mend(page, idOf(slug));
    const retry = main.getByRole('button', { name: 'Try again' });
    // It may be trying by itself at this very moment, and find the good answer first.
    await retry.click({ timeout: 3000 }).catch(() => {});
    await expect(page.getByText('✓ Succeeded').first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('what was received is within reach, and masked until it may be seen', async ({ page }) => {
  await page.goto(`/flows/${idOf('fault-cut-json')}`);
  await page.getByText('What was received', { exact: true }).click();
  const received = page.getByRole('group').locator('pre');
  await expect(received).toContainText('"trackingId"');
  await expect(received).not.toContainText('+306912345678');
});

test('HTML that was received is shown as text', async ({ page }) => {
  await page.goto(`/flows/${idOf('fault-html-200')}`);
  await page.getByText('What was received', { exact: true }).click();
  await expect(page.getByRole('group').locator('pre')).toContainText('<!doctype html><title>Sign in</title>');
});

test('too many requests: counts down what Routee asks for, then tries again by itself', async ({ page }) => {
  const trackingId = idOf('fault-429');
  await page.clock.install();
  await page.goto(`/flows/${trackingId}`);
  await expect(heading(page)).toHaveText('Routee asks to wait: too many requests.');
  const retry = page.getByRole('main').getByRole('button', { name: /^Try again in/ });
  await expect(retry).toBeDisabled();
  await page.clock.runFor(12_000);
  await expect(retry).toHaveText(/^Try again in 1\d s$/);
  await mend(page, trackingId);
  await page.clock.runFor(20_000);
  await expect(page.getByText('✓ Succeeded').first()).toBeVisible();
});

for (const slug of ['fault-503-twice', 'fault-429-once']) {
  test(`${slug}: passes without a person's doing`, async ({ page }) => {
    await page.goto(`/flows/${idOf(slug)}`);
    await expect(page.getByText('✓ Succeeded').first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test("a proxy's page in place of the gateway's answer is told from it", async ({ page }) => {
  const trackingId = idOf('vendor-sample');
  const body = '<html><script>document.title="taken"</script>Bad gateway</html>';
  await page.route(api(trackingId), (route) => route.fulfill({ status: 502, contentType: 'text/html', body }));
  await page.goto(`/flows/${trackingId}`);
  await expect(heading(page)).toHaveText('The answer did not come from Cascade.');
  await expect(page.getByRole('main')).toContainText('Status 502');
  await page.getByText('What was received', { exact: true }).click();
  await expect(page.getByRole('group').locator('pre')).toContainText('Bad gateway');
  await expect(page).not.toHaveTitle('taken');
});

for (const [name, body, title] of [
  ['a list', '[]', 'This is JSON, but no record of a flow.'],
  ['an object without messages', '{"hello":"you"}', 'This is JSON, but no record of a flow.'],
  ['a page of results', '{"content":[],"totalElements":0}', 'This is a page of search results, not one record.'],
  [
    'an error under 200',
    '{"code":"500000000","developerMessage":"no"}',
    'This is an error message of Routee’s, not a record.',
  ],
] as const) {
  test(`readable JSON that is ${name} is said to be that, with its text`, async ({ page }) => {
    const trackingId = idOf('vendor-sample');
    await page.route(api(trackingId), (route) => route.fulfill({ contentType: 'application/json', body }));
    await page.goto(`/flows/${trackingId}`);
    await expect(page.getByRole('alert')).toHaveText(title);
    await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  });
}

test('an ID of an impossible form is refused with how IDs look', async ({ page }) => {
  await page.goto('/flows/a%20b');
  await expect(heading(page)).toHaveText('This is not a request that Cascade can make.');
  await page.getByRole('link', { name: 'Look for another flow' }).click();
  await expect(page.getByRole('search').getByRole('textbox')).toBeFocused();
});
