/** Links from a flow into other systems, as `LINKS_FILE` names them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';
import { type GatewayProcess, runGateway, startGatewayProcess } from './gateway-process.ts';

test.use({ expectedHosts: [/^http:\/\/127\.0\.0\.1:\d+\//] });
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'cascade links '));
const file = join(folder, 'links.json');
const id = scenarioNamed('viber-expires-sms-delivers').trackingId;
let gateway: GatewayProcess;

test.beforeAll(async () => {
  writeFileSync(
    file,
    JSON.stringify([
      { name: 'Log', address: 'https://logs.example/search?q={trackingId}' },
      { name: 'Message', address: 'https://logs.example/message/{messageId}' },
      { name: 'Customer', address: 'https://crm.example/by-number/{to}' },
    ]),
  );
  gateway = await startGatewayProcess({ LINKS_FILE: file, PAGE_WAIT_SECONDS: '5' });
});

test.afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

for (const width of [1440, 390]) {
  test(`the heading's menu and the cards lead there, with the host in sight, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${gateway.url}/flows/${id}`);
    const card = page.getByRole('region', { name: /^2 · SMS/ });
    await expect(card.getByRole('link', { name: /^Message logs\.example/ })).toHaveAttribute(
      'href',
      /^https:\/\/logs\.example\/message\/[\w%-]+$/,
    );
    await expect(card.getByRole('link', { name: /^Customer/ })).toBeHidden();
    const button = page.getByRole('button', { name: 'Links' });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Other systems' });
    const log = menu.getByRole('link', { name: /^Log logs\.example/ });
    await expect(log).toHaveAttribute('href', `https://logs.example/search?q=${id}`);
    await expect(log).toHaveAttribute('rel', 'noreferrer noopener');
    await expect(menu.getByText('Customer: needs the recipient, which is masked.')).toBeVisible();
    await expect(menu.getByText('Message: there is no single messageId to look for.')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  });
}

test('the recipient is put into a link only while it is revealed', async ({ page }) => {
  await page.goto(`${gateway.url}/flows/${id}`);
  expect(await page.content()).not.toMatch(/by-number\/(?!\{)/);
  await page.getByRole('button', { name: 'Show recipients and texts' }).click();
  const card = page.getByRole('region', { name: /^1 · Viber/ });
  const customer = card.getByRole('link', { name: /^Customer crm\.example/ });
  await expect(customer).toHaveAttribute('href', /^https:\/\/crm\.example\/by-number\/%2B\d{10,}$/);
  await page.keyboard.press('m');
  await expect(customer).toBeHidden();
});

test('the cards of an opened record lead there too', async ({ page }) => {
  const record = await (await fetch(`${gateway.url}/api/failover/tracking/${id}`)).text();
  await page.goto(`${gateway.url}/open`);
  await page.getByLabel('Paste the JSON here').fill(record);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const card = page.getByRole('region', { name: /^2 · SMS/ });
  await expect(card.getByRole('link', { name: /^Message logs\.example/ })).toBeVisible();
});

test('a file with a wrong entry stops the start, and says which', async () => {
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify([{ name: 'Odd', address: 'javascript:alert({to})' }]));
  const { code, errors } = await runGateway({ LINKS_FILE: join(folder, 'wrong.json') });
  expect(code).toBe(1);
  expect(errors).toContain('LINKS_FILE: entry 1, address is no address that begins with http:// or https://.');
});
