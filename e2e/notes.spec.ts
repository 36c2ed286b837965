/** What colleagues add to flows and share, and the gateway's history as a source of Explore. */
import type { Browser, Page } from '@playwright/test';
import { expect, failedAnswer, takenOver, test } from './fixtures.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';

test.use({ expectedHosts: [/^http:\/\/127\.0\.0\.1:\d+\//], expectedConsole: [failedAnswer] });
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const groups: Readonly<Record<string, string>> = { ada: 'sees,audit', grace: 'sees', masked: 'none' };
const headersOf = (who: string) => ({ 'x-user': who, 'x-groups': groups[who] ?? '' });

let gateway: GatewayProcess;
/** A flow of the demo's week, which searches find. */
let trackingId = '';
const open: Page[] = [];
const broken: string[] = [];

/** A page of this person's, in a browser of their own. */
async function pageOf(browser: Browser, who: string, path: string): Promise<Page> {
  const context = await browser.newContext({ extraHTTPHeaders: headersOf(who) });
  const page = await context.newPage();
  open.push(page);
  page.on('pageerror', (error) => broken.push(String(error)));
  await page.goto(gateway.url + path);
  await takenOver(page);
  return page;
}

async function ask(path: string, body?: unknown): Promise<Response> {
  return fetch(gateway.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headersOf('ada'), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  gateway = await startGatewayProcess({
    HISTORY: 'memory',
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
    UNMASK_GROUP: 'sees',
    OPENINGS_GROUP: 'audit',
    PAGE_WAIT_SECONDS: '5',
    LOG_LEVEL: 'error',
  });
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
  const found = await (await ask(`/api/failover/tracking?dateStart=${hourAgo}Z&size=20`, [])).json();
  trackingId = String(found.content[5].trackingId);
  // The embedded database takes seconds to open.
  await expect(async () => {
    expect(await (await ask(`/api/history/${trackingId}/notes`)).json()).toMatchObject({ kept: true });
  }).toPass({ timeout: 100_000 });
});
test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(broken.splice(0)).toEqual([]);
});
test.afterAll(() => gateway?.stop());

const panel = (page: Page) => page.getByRole('region', { name: 'Notes' });

test('a note and a pin are seen by a colleague, who cannot delete the note', async ({ browser }) => {
  const ada = await pageOf(browser, 'ada', `/flows/${trackingId}`);
  await panel(ada).getByLabel('New note').fill('The operator says\nit was them.');
  await panel(ada).getByRole('button', { name: 'Add the note' }).click();
  await expect(panel(ada).getByLabel('New note')).toHaveValue('');
  await panel(ada).getByText('Keep this flow').click();
  await panel(ada).getByLabel('Why').fill('Complaint');
  await panel(ada).getByLabel('Ticket').fill('OPS-7');
  await panel(ada).getByRole('button', { name: 'Pin' }).click();
  await expect(panel(ada).getByRole('button', { name: 'Take the pin off' })).toBeVisible();
  await expect(panel(ada).getByText('Opened by')).toBeVisible();

  const grace = await pageOf(browser, 'grace', `/flows/${trackingId}`);
  await expect(panel(grace)).toContainText('Pinned');
  // What is masked for glances is masked here too, until it is revealed.
  await expect(panel(grace)).not.toContainText('it was them');
  await grace.keyboard.press('m');
  await expect(panel(grace)).toContainText('it was them.');
  await expect(panel(grace)).toContainText('Complaint');
  await expect(panel(grace)).toContainText('ada');
  await expect(panel(grace).getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await expect(panel(grace).getByText('Opened by')).toHaveCount(0);
});

test('who sees texts masked sees how long a note is', async ({ browser }) => {
  const page = await pageOf(browser, 'masked', `/flows/${trackingId}`);
  await expect(panel(page)).toContainText('•••••• (30)');
  expect(await page.content()).not.toContain('it was them');
});

test('the pinned flow carries its tag in Explore, alone under its filter, and the evidence says why', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'grace', '/explore?range=2h&mark=pinned');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('pinned');
  await expect(rows.first()).toContainText('has notes');
  await page.goto(`${gateway.url}/flows/${trackingId}/evidence`);
  await takenOver(page);
  await expect(panel(page)).toContainText('Pinned');
  await page.keyboard.press('m');
  await expect(panel(page)).toContainText('OPS-7');
  await expect(panel(page)).toContainText('it was them.');
});

test('Explore searches the history by choice, and by itself where Routee refuses; it says so', async ({ browser }) => {
  const page = await pageOf(browser, 'ada', '/explore?range=2h');
  const line = page.getByText('From the history of this gateway');
  await expect(page.getByRole('button', { name: 'History' })).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(line).toBeVisible();
  await expect(page).toHaveURL(/source=history/);
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(rows.first()).toBeVisible();
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 24 * 3_600_000).toISOString().slice(0, 16);
  await page.goto(`${gateway.url}/explore?from=${day(9)}Z&until=${day(-0.01)}Z`);
  await takenOver(page);
  await expect(line).toBeVisible();
  await expect(page.getByText('Routee refused this search:')).toBeVisible();
  await expect(rows.first()).toBeVisible();
});

test('a view is shared by its name, and taken over by nobody', async ({ browser }) => {
  const ada = await pageOf(browser, 'ada', '/explore?range=2h&status=Failed');
  await ada.getByRole('button', { name: 'Views' }).click();
  await ada.getByLabel('Name for the team').fill('Failed lately');
  await ada.getByRole('button', { name: 'Share with the team' }).click();
  await expect(ada.getByText('“Failed lately” is shared.')).toBeVisible();

  const grace = await pageOf(browser, 'grace', '/explore?range=2h');
  await grace.getByRole('button', { name: 'Views' }).click();
  await grace.getByLabel('Name for the team').fill('Failed lately');
  await grace.getByRole('button', { name: 'Share with the team' }).click();
  await expect(grace.getByText(/The team has a view “Failed lately” already/)).toBeVisible();
  await expect(grace.getByRole('button', { name: /Rename the view/ })).toHaveCount(0);
  await grace.getByRole('link', { name: /Failed lately/ }).click();
  await expect(grace).toHaveURL(/status=Failed/);
});

test('the author takes the note back, and anybody the pin off', async ({ browser }) => {
  const grace = await pageOf(browser, 'grace', `/flows/${trackingId}`);
  await panel(grace).getByRole('button', { name: 'Take the pin off' }).click();
  await expect(panel(grace).getByText('Keep this flow')).toBeVisible();
  const ada = await pageOf(browser, 'ada', `/flows/${trackingId}`);
  await panel(ada).getByRole('button', { name: 'Delete' }).click();
  await expect(panel(ada)).toContainText('No notes.');
});
