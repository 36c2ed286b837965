/** What the gateway's history shows of a flow: versions, the page as it was, what Routee no longer has; callbacks as claims. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { startPostgres, type TestPostgres } from '#server/testing/postgres.ts';
import { expect, failedAnswer, test } from './fixtures.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';

// What is not kept, or no longer at Routee, is a 404.
test.use({ expectedHosts: [/^http:\/\/127\.0\.0\.1:\d+\//], expectedConsole: [failedAnswer] });
// One gateway and one database for all.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const secret = 'callback-secret-0123456789abcdefghij';
const start = Date.parse('2026-11-20T10:00:00Z');
const options = {
  start,
  steps: [viber({ at: 1, until: 60, status: 'EXPIRED', ttl: 1 }), sms({ at: 61, until: 66 })],
};
const phone = '+306900000001';

/** A Routee that answers for each flow what the test has put there. */
const answers = new Map<string, object | null>();
let routee: Server;
let gateway: GatewayProcess;
let postgres: TestPostgres | null = null;

function put(trackingId: string, seconds: number, change: object = {}): void {
  answers.set(trackingId, { ...record({ ...options, asOf: seconds }), ...change, trackingId });
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  // A server starts in a moment; the embedded database takes its time to open.
  postgres = await startPostgres();
  routee = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/oauth/token')
      return response.end(JSON.stringify({ access_token: 'a-token', token_type: 'bearer', expires_in: 3600 }));
    const body = answers.get(request.url?.split('/').at(-1) ?? '') ?? null;
    if (body === null) response.statusCode = 404;
    return response.end(JSON.stringify(body ?? { code: '404005000', developerMessage: 'Not found' }));
  });
  await new Promise<void>((resolve) => routee.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const url = `http://127.0.0.1:${(routee.address() as AddressInfo).port}`;
  gateway = await startGatewayProcess({
    ROUTEE_APP_ID: 'id',
    ROUTEE_APP_SECRET: 'secret-secret',
    ROUTEE_API_URL: url,
    ROUTEE_AUTH_URL: url,
    FINISHED_MEMORY_SECONDS: '0',
    PAGE_WAIT_SECONDS: '10',
    ...(postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url }),
    CALLBACK_SECRET: secret,
  });
  // The first that is kept opens the database.
  put('opening', 90);
  await fetch(`${gateway.url}/api/failover/tracking/opening`);
  await expect.poll(() => versionsOf('opening'), { timeout: 120_000 }).toBe(1);
});

test.afterAll(async () => {
  await gateway.stop();
  routee.close();
  await postgres?.remove();
});

async function versionsOf(trackingId: string): Promise<number> {
  const response = await fetch(`${gateway.url}/api/history/${trackingId}`);
  return response.ok ? (await response.json()).versions.length : -1;
}

/** Lets the gateway see each state of a flow, one after the other. */
async function seen(trackingId: string, ...states: readonly (readonly [seconds: number, change?: object])[]) {
  for (const [place, [seconds, change]] of states.entries()) {
    put(trackingId, seconds, change);
    const address = `${gateway.url}/api/failover/tracking/${trackingId}`;
    const look = async () => {
      await fetch(address, { headers: { 'cache-control': 'no-cache' } });
      return versionsOf(trackingId);
    };
    // What was asked for a moment ago is not asked for again at once.
    await expect.poll(look).toBe(place + 1);
  }
}

const panel = (page: Page) => page.getByRole('region', { name: 'History' }).last();

test('the panel tells the versions and what changed, and the timeline shows what was observed', async ({ page }) => {
  const id = randomUUID();
  // Begun just now, so that the looks lie within the flow's own time.
  const begun = Date.now() - 10_000;
  const at = (seconds: number) => [seconds, record({ ...options, start: begun, asOf: seconds })] as const;
  await seen(id, at(10), at(62), at(90));
  await page.goto(`${gateway.url}/flows/${id}`);
  const history = panel(page);
  await expect(history.getByRole('listitem').filter({ hasText: 'opened here' })).toHaveCount(3);
  await expect(history).toContainText('step 1 (Viber): QUEUED → EXPIRED');
  await expect(history).toContainText('flow: InProgress → Succeeded');
  await expect(history).toContainText('The first that was kept.');
  await expect(page.locator('[data-observed="at"]')).not.toHaveCount(0);
  await expect(page.locator('[data-observed="between"]')).not.toHaveCount(0);
  await expect(page.getByText('observed: changed between two looks')).toBeVisible();
  await history.getByText('Compare two versions').click();
  await expect(history.getByRole('row', { name: /messages\[1\]\.status\.name/ })).toBeVisible();
  await history.getByLabel('Second version').selectOption({ index: 1 });
  await expect(history.getByText('The two are the same.')).toBeVisible();
  expect(await page.content()).not.toContain(phone);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
});

test('the page as it was then, and back to now', async ({ page }) => {
  const id = randomUUID();
  await seen(id, [10], [90]);
  await page.goto(`${gateway.url}/flows/${id}`);
  await panel(page)
    .getByRole('link', { name: /^The page as it was at/ })
    .last()
    .click();
  await expect(page).toHaveURL(/asof=2\d\d\d-/);
  await expect(page.getByText(/^This is the page as it was at/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Failover timeline' })).toContainText('QUEUED');
  await expect(page.locator('[data-observed]')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^This is the page as it was at/)).toBeVisible();
  await page.getByRole('link', { name: 'The page as it is now' }).click();
  await expect(page.getByText(/^This is the page as it was at/)).toBeHidden();
  await page.goto(`${gateway.url}/flows/${id}?asof=2020-01-01T00:00Z`);
  await expect(page.getByText('Nothing of this flow is kept of that time.')).toBeVisible();
});

test('what Routee no longer has is shown as kept, with and without a script', async ({ page, browser }) => {
  const id = randomUUID();
  await seen(id, [10], [90]);
  answers.set(id, null);
  await page.goto(`${gateway.url}/flows/${id}`);
  await expect(page.getByText('Routee no longer has this flow')).toBeVisible();
  await expect(page.getByText(/last seen at/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Failover timeline' })).toContainText('Delivered');
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'opened here' })).toHaveCount(2);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${gateway.url}/flows/${id}`);
  await expect(plain.getByText('Routee no longer has this flow')).toBeVisible();
  await expect(plain.getByRole('region', { name: 'Failover timeline' })).toContainText('Delivered');
  await expect(plain.getByText(/This gateway keeps what it sees/)).toBeVisible();
  await context.close();
});

test('findings from the history, and a delivery that the record no longer tells', async ({ page }) => {
  const id = randomUUID();
  const back = { status: 'Failed', statusCode: '2', terminationChannel: 'Sms' };
  const undelivered = record({
    ...options,
    steps: [options.steps[0] ?? sms(), sms({ at: 61, until: 66, status: 'Undelivered' })],
    asOf: 90,
  });
  await seen(id, [90], [90, { ...back, messages: undelivered.messages }]);
  await page.goto(`${gateway.url}/flows/${id}`);
  await expect(page.getByText('Status went back:')).toBeVisible();
  await expect(page.getByText(/^From the history: SMS was Delivered when it was seen at/)).toBeVisible();
  await page.goto(`${gateway.url}/flows/${id}/evidence`);
  await expect(page.getByText(/^From the history: SMS was Delivered/)).toBeVisible();
  await expect(page.getByText(/Callbacks and uploads are not used/)).toBeVisible();
  await expect(page.getByText('Status went back')).toBeVisible();
});

test('a callback is listed as a claim, and changes nothing of the page', async ({ page }) => {
  const id = randomUUID();
  await seen(id, [10]);
  const claimed = { ...record({ ...options, asOf: 90 }), trackingId: id };
  const posted = await fetch(`${gateway.url}/api/callbacks/routee/${secret}`, {
    method: 'POST',
    body: JSON.stringify(claimed),
  });
  expect(posted.status).toBe(202);
  await expect.poll(() => versionsOf(id)).toBe(2);
  await page.goto(`${gateway.url}/flows/${id}`);
  const claim = panel(page).getByRole('listitem').filter({ hasText: 'posted as Routee’s callback' }).first();
  await expect(claim).toContainText('claim');
  await expect(claim).toContainText('Other than Routee’s answer of then:');
  await expect(claim.getByRole('link')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Failover timeline' })).not.toContainText('Delivered');
  expect(gateway.output()).not.toContain(secret);
});

test('an opened record is kept by choice, as a claim', async ({ page }) => {
  const id = randomUUID();
  await page.goto(`${gateway.url}/open`);
  await page
    .getByRole('textbox')
    .last()
    .fill(JSON.stringify({ ...record({ ...options, asOf: 90 }), trackingId: id }));
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Keep in the history' })).toBeVisible();
  expect(await versionsOf(id)).toBe(0);
  await page.getByRole('button', { name: 'Keep in the history' }).click();
  await expect(page.getByText('Sent: it is kept as a claim.')).toBeVisible();
  await expect.poll(() => versionsOf(id)).toBe(1);
});
