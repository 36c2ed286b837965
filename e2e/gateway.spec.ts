/** The built gateway as a process, and what it hands to a browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { startEmulator } from '#emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { runGateway, startGatewayProcess } from './gateway-process.ts';

const flow = (slug: string) => `/api/failover/tracking/${scenarioNamed(slug).trackingId}`;

test.describe('settings that cannot be used are named in a sentence each, and nothing starts', () => {
  for (const [env, sentence] of [
    [{ PORT: 'eighty' }, /^PORT must be a number from 0 to 65535\.\n$/],
    [{ HOST: '0.0.0.0' }, /^HOST is 0\.0\.0\.0: ACCESS=local listens on this machine alone .*\.\n$/],
    [{ ROUTEE_APP_ID: 'id' }, /^ROUTEE_APP_SECRET is not set: .*\.\n$/],
    [
      { ROUTEE_APP_ID: 'id', ROUTEE_APP_SECRET_FILE: '/nowhere' },
      /^ROUTEE_APP_SECRET_FILE names a file that cannot .*\n$/,
    ],
    [{ ACCESS: 'oidc' }, /^OIDC_ISSUER is not set: ACCESS=oidc needs it\.\n(?:[A-Z_]+ is not set: [^\n]*\n)+$/],
    [{ ACCESS: 'anyone' }, /^ACCESS must be local, proxy or oidc\.\n$/],
    [{ ROUTEE_API_URL: 'http://example.com' }, /^ROUTEE_API_URL must be an https address .*\n$/],
  ] as const) {
    test(JSON.stringify(env), async () => {
      const { code, out, errors } = await runGateway(env);
      expect(errors).toMatch(sentence);
      expect({ code, out }).toEqual({ code: 1, out: '' });
    });
  }

  test('a port that is taken', async () => {
    const gateway = await startGatewayProcess();
    const { port } = new URL(gateway.url);
    const { code, errors } = await runGateway({ PORT: port });
    expect(errors).toMatch(new RegExp(`^Port ${port} is taken: .*\\n$`));
    expect(code).toBe(1);
    await gateway.stop();
  });
});

test('a secret from a file, and none in what the process writes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cascade-secret-'));
  const credentials = { id: 'application-5d', secret: 'secret-from-a-file-81' };
  writeFileSync(join(folder, 'secret'), `${credentials.secret}\n`);
  const emulator = await startEmulator({ credentials });
  const gateway = await startGatewayProcess({
    ROUTEE_APP_ID: credentials.id,
    ROUTEE_APP_SECRET_FILE: join(folder, 'secret'),
    ROUTEE_API_URL: emulator.url,
    ROUTEE_AUTH_URL: emulator.url,
    LOG_LEVEL: 'debug',
  });
  const response = await fetch(gateway.url + flow('vendor-sample'));
  expect(response.status).toBe(200);
  await response.text();
  const { code, out, errors } = await gateway.stop();
  expect(code).toBe(0);
  expect(out).toContain('(live)');
  expect(out + errors).not.toMatch(/secret-from-a-file|306912345678/);
  await emulator.close();
  rmSync(folder, { recursive: true });
});

test('SIGTERM: what is under way is answered, then the process ends', async () => {
  const gateway = await startGatewayProcess({ LOG_LEVEL: 'error' });
  // Routee asks to wait a second, so the answer is under way for longer than that.
  const answer = fetch(gateway.url + flow('fault-429-once'));
  const retried = async () => (await (await fetch(`${gateway.url}/metrics`)).text()).includes('reason="429"');
  await expect.poll(retried).toBe(true);
  const ended = gateway.stop();
  expect((await answer).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0, errors: '' });
});

test('the files a browser gets hold no secret, token or address of Routee’s', () => {
  const root = join(process.env.DIST ?? 'dist', 'app');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\w\.\w+$/.test(file));
  const texts = files.filter((file) => !/\.(br|gz)$/.test(file));
  expect(texts.length).toBeGreaterThan(5);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const forbidden =
    /routee\.net|\/oauth\/token|client_credentials|Basic [A-Za-z0-9+/=]{8}|eyJ[\w-]{10}|BEGIN [A-Z ]*KEY/;
  for (const file of texts) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(forbidden);
});

for (const path of [
  `/flows/${scenarioNamed('vendor-sample').trackingId}`,
  `/flows/${scenarioNamed('vendor-sample').trackingId}?view=raw`,
  '/',
]) {
  test(`what ${path} announces is used, and fetched once`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const response = await page.goto(path);
    const announced = [...(response?.headers().link ?? '').matchAll(/<([^>]+)>/g)].map((match) => match[1] ?? '');
    expect(announced.some((address) => address.startsWith('/assets/'))).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    // Chromium complains of what was announced in vain a few seconds after the page has loaded; fixtures would see it.
    const complaint = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('preload'),
      timeout: 6000,
    });
    await expect(complaint).rejects.toThrow();
    // The record lies in the page itself.
    expect(asked.filter((one) => one.startsWith('/api/failover/'))).toEqual([]);
    for (const address of announced)
      expect(
        asked.filter((one) => one === address),
        address,
      ).toHaveLength(1);
  });
}
