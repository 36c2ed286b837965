/** Under a path of its host, behind a real nginx with TLS: one that strips the path, and one that does not. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';
import { freePort } from './free-port.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { client, type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { findNginx, type Nginx, startNginx } from './nginx.ts';

const basePath = '/ops/cascade';
const trackingId = scenarioNamed('vendor-sample').trackingId;
const flow = `${basePath}/flows/${trackingId}`;
const program = findNginx();

test.use({
  ignoreHTTPSErrors: true,
  expectedHosts: [/^https?:\/\/(127\.0\.0\.1|localhost):\d+\//],
  expectedConsole: [failedAnswer],
});
test.skip(program === null, 'nginx is not installed here: pages under a path are not tried through it.');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

interface Installation {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Setting {
  readonly strips: boolean;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

const proxySays = { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'X-Forwarded-User' };
const urlAt = (port: number) => `https://127.0.0.1:${port}`;

async function install({ strips, port, env }: Setting): Promise<Installation> {
  const gateway: GatewayProcess = await startGatewayProcess({ BASE_PATH: basePath, PUBLIC_URL: urlAt(port), ...env });
  const locations = `location ${basePath}/ {
      proxy_pass ${gateway.url}${strips ? '/' : ''};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Forwarded-User "Maria Support";
      proxy_buffering off;
    }
    location / { return 418; }`;
  const nginx: Nginx = await startNginx(program ?? '', { port, locations });
  const stop = async () => {
    await nginx.stop();
    await gateway.stop();
  };
  return { url: urlAt(port), stop };
}

for (const strips of [false, true]) {
  test.describe(strips ? 'behind a proxy that strips the path' : 'behind a proxy that keeps the path', () => {
    let installed: Installation;
    test.beforeAll(async () => {
      installed = await install({ strips, port: await freePort(), env: proxySays });
    });
    test.afterAll(() => installed.stop());

    test('every page works, and nothing is asked for outside the path', async ({ page, context }) => {
      test.setTimeout(90_000);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${installed.url}${basePath}/`);
      const box = page.getByRole('textbox', { name: /Tracking ID/ }).first();
      await box.fill(trackingId);
      await box.press('Enter');
      await expect(page).toHaveURL(`${installed.url}${flow}`);
      await expect(heading(page)).toHaveText('Delivered twice: by Viber and SMS.');
      await page.reload();
      await expect(page.getByRole('treeitem').first()).toBeVisible();
      await expect(page.getByRole('region', { name: 'Latency' }).locator('.recharts-surface').first()).toBeVisible();
      await page.getByRole('button', { name: 'Refresh' }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('link', { name: /print/i }).click();
      await expect(page).toHaveURL(`${installed.url}${flow}/evidence`);
      await page.getByRole('button', { name: 'Your settings' }).click();
      await page.getByRole('group', { name: 'Theme' }).getByText('Dark').click();
      const cookies = await context.cookies(`${installed.url}${basePath}/`);
      expect(cookies.map(({ name, path }) => [name, path])).toEqual([['cascade-settings', basePath]]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Explore' }).click();
      await expect(page.getByRole('row').nth(3)).toBeVisible({ timeout: 20_000 });
      await expect(page).toHaveURL(new RegExp(`^${installed.url}${basePath}/explore`));
      await page.getByRole('row').nth(3).getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`^${installed.url}${basePath}/flows/`));
      await page.goBack();
      await expect(page.getByRole('row').nth(3)).toBeVisible();
      for (const path of ['/lookup', '/open', '/nothing/here', `/compare/${trackingId}...${trackingId}`]) {
        await page.goto(`${installed.url}${basePath}${path}`);
        await expect(heading(page)).not.toBeEmpty();
      }
      const outside = asked.filter((url) => url.startsWith('http') && !url.startsWith(`${installed.url}${basePath}/`));
      expect(outside).toEqual([]);
    });

    test('announces its files under the path, and leaves nothing outside', async ({ request }) => {
      const answer = await request.get(`${installed.url}${flow}`, { headers: { accept: 'text/html' } });
      expect(answer.headers().link).toContain(`<${basePath}/assets/`);
      expect(answer.headers().link).not.toContain('</assets/');
      const html = await answer.text();
      const addresses = [...html.matchAll(/(?: href| src| action)="(\/[^"]*)"/g)].map(([, address]) => address);
      expect(addresses.length).toBeGreaterThan(5);
      expect(addresses.filter((address) => address !== basePath && !address?.startsWith(`${basePath}/`))).toEqual([]);
    });
  });

  test.describe(strips ? 'without script, path stripped' : 'without script, path kept', () => {
    test.use({ javaScriptEnabled: false });
    let installed: Installation;
    test.beforeAll(async () => {
      installed = await install({ strips, port: await freePort(), env: proxySays });
    });
    test.afterAll(() => installed.stop());

    test('the search box leads to the flow', async ({ page }) => {
      await page.goto(`${installed.url}${basePath}/explore`);
      await page
        .getByRole('textbox', { name: /Tracking ID/ })
        .first()
        .fill(trackingId);
      await page.getByRole('button', { name: 'Show flow' }).first().click();
      await expect(page).toHaveURL(`${installed.url}${flow}`);
      await expect(heading(page)).toHaveText('Delivered twice: by Viber and SMS.');
    });
  });

  test.describe(strips ? 'signing in, path stripped' : 'signing in, path kept', () => {
    let installed: Installation;
    let identity: IdentityProvider;
    test.beforeAll(async () => {
      const port = await freePort();
      identity = await startIdentityProvider(`${urlAt(port)}${basePath}`);
      const env = {
        ACCESS: 'oidc',
        OIDC_ISSUER: identity.issuer,
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
        OIDC_SCOPE: 'openid profile groups',
        SESSION_SECRET: 'a secret of the tests, long enough for a cookie',
      };
      installed = await install({ strips, port, env });
    });
    test.afterAll(async () => {
      await installed.stop();
      await identity.close();
    });

    test('a deep link leads through the provider and back to itself, and out again', async ({ page, context }) => {
      await page.goto(`${installed.url}${flow}`);
      await page.getByLabel('User').fill('maria');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(`${installed.url}${flow}`);
      await expect(heading(page)).toHaveText('Delivered twice: by Viber and SMS.');
      const session = (await context.cookies()).find(({ name }) => name.endsWith('cascade'));
      expect(session).toMatchObject({ path: basePath, secure: true, httpOnly: true });
      await expect(page.getByRole('treeitem').first()).toBeVisible();
      await page.getByRole('button', { name: 'Your settings' }).click();
      await page.getByRole('link', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Yes' }).click();
      await expect(page).toHaveURL(`${installed.url}${basePath}/auth/signed-out`);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await expect(heading(page)).toHaveText('Sign in at the provider');
    });
  });
}
