/** Signing in through a real OpenID provider, in a real browser. */
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';
import { freePort } from './free-port.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { client, type IdentityProvider, type people, startIdentityProvider } from './identity-provider.ts';

// The gateway and the provider of these tests have addresses of their own.
test.use({ expectedHosts: [/^http:\/\/(127\.0\.0\.1|localhost):\d+\//], expectedConsole: [failedAnswer] });
test.describe.configure({ mode: 'serial' });

const deepLink = `/flows/${scenarioNamed('vendor-sample').trackingId}?step=2`;
const recipient = '306912345678';

let identity: IdentityProvider;
let gateway: GatewayProcess;

test.beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  identity = await startIdentityProvider(url);
  gateway = await startGatewayProcess({
    PORT: String(port),
    PUBLIC_URL: url,
    ACCESS: 'oidc',
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_SCOPE: 'openid profile groups',
    OIDC_GROUP: 'cascade',
    UNMASK_GROUP: 'support',
    SESSION_SECRET: 'a secret of the tests, long enough for a cookie',
  });
});

test.afterAll(async () => {
  await gateway.stop();
  await identity.close();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function signInAs(page: Page, user: keyof typeof people): Promise<void> {
  await expect(heading(page)).toHaveText('Sign in at the provider');
  await page.getByLabel('User').fill(user);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function atTheFlow(page: Page): Promise<void> {
  await expect(page).toHaveURL(gateway.url + deepLink);
  await expect(page.getByRole('region', { name: 'Failover timeline' })).toBeVisible();
}

test('a deep link leads through the provider and back to itself', async ({ page, context }) => {
  await page.goto(gateway.url + deepLink);
  expect(new URL(page.url()).origin).toBe(identity.issuer);
  await signInAs(page, 'maria');
  await atTheFlow(page);
  // The page brought its record along.
  const answer = await page.request.get(gateway.url + deepLink.replace('/flows', '/api/failover/tracking'));
  expect(await answer.text()).toContain(recipient);
  const cookies = (await context.cookies(gateway.url)).filter(({ name }) => name === 'cascade');
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ name: 'cascade', httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookies[0]?.value).not.toMatch(/maria|support/i);
  await expect.poll(gateway.output).toMatch(/"path":"\/api\/failover\/tracking\/30830fad[^}]+"user":"Maria Support"/);
});

test('signing out ends both sessions', async ({ page }) => {
  await page.goto(gateway.url + deepLink);
  await signInAs(page, 'maria');
  await atTheFlow(page);
  await page.getByRole('button', { name: /settings/i }).click();
  await expect(page.getByText('Maria Support')).toBeVisible();
  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(heading(page)).toHaveText('Signed out');
  expect((await page.request.get(`${gateway.url}/api/config`)).status()).toBe(401);
  await page.goto(gateway.url + deepLink);
  await expect(heading(page)).toHaveText('Sign in at the provider');
});

test('a session that is over leads back to the same page', async ({ page, context }) => {
  await page.goto(gateway.url + deepLink);
  await signInAs(page, 'maria');
  await atTheFlow(page);
  // The record's tree comes when the page has been taken over, and its keys are heard.
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await context.clearCookies({ name: 'cascade' });
  await page.keyboard.press('r');
  await page.getByRole('link', { name: 'Sign in' }).click();
  // The provider still knows who this is.
  await atTheFlow(page);
  expect((await page.request.get(`${gateway.url}/api/config`)).status()).toBe(200);
});

test('a person without the group is told so, and gets nothing', async ({ page }) => {
  await page.goto(gateway.url + deepLink);
  await signInAs(page, 'eva');
  await expect(heading(page)).toHaveText('You may not use Cascade');
  await expect(page.getByText('Eva Elsewhere is signed in')).toBeVisible();
  expect((await page.request.get(gateway.url + deepLink.replace('/flows', '/api/failover/tracking'))).status()).toBe(
    401,
  );
});

test('a person outside the group that may see recipients gets masked answers', async ({ page }) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // The page holds its record; the provider's own pages are not ours.
    if (pathname.startsWith('/api/') || (response.ok() && response.url().startsWith(gateway.url + deepLink)))
      bodies.push(response.text());
  });
  await page.goto(gateway.url + deepLink);
  await signInAs(page, 'nikos');
  await atTheFlow(page);
  await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  const search = await page.request.post(`${gateway.url}/api/failover/tracking?size=50`, { data: [] });
  const received = [...(await Promise.all(bodies)), await search.text(), await page.locator('body').innerText()];
  expect(received.length).toBeGreaterThanOrEqual(3);
  for (const text of received) expect(text).not.toMatch(/306\d{9}/);
});

test('an answer for another browser’s sign-in is not taken', async ({ page, browser }) => {
  await page.goto(`${gateway.url}/auth/sign-in?to=${encodeURIComponent(deepLink)}`);
  const arrived = page.waitForRequest('**/auth/callback**');
  await page.route('**/auth/callback**', (route) => route.abort());
  await signInAs(page, 'maria');
  const stolen = (await arrived).url();
  const other = await browser.newContext();
  const response = await other.request.get(stolen, { maxRedirects: 0 });
  // It has begun no sign-in: it is sent to begin one, and nothing of this answer is taken.
  expect(response.status()).toBe(302);
  expect(response.headers().location).toContain(identity.issuer);
  expect((await other.request.get(`${gateway.url}/api/config`)).status()).toBe(401);
  await other.close();
});
