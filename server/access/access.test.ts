/** Who may ask: local, behind a proxy, other sites. Signing in is tested in the browser. */
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

const page = { accept: 'text/html' };
const flow = `/api/failover/tracking/${scenarioNamed('vendor-sample').trackingId}`;

/** fetch sets host and sec-fetch-site itself; a request by hand sets what a browser would. */
function status(gateway: TestGateway, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(gateway.url + path, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

describe('local', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  test.each([
    ['localhost', 200],
    ['localhost:4173', 200],
    ['127.0.0.1:4173', 200],
    ['[::1]:4173', 200],
    ['evil.example', 403],
    ['evil.example:4173', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['192.168.1.4:4173', 403],
    ['localhost\\\\.evil', 403],
    ['localhost\\.evil', 403],
    ['evil@localhost', 403],
    ['localhost/evil.example', 403],
    ['localhost#evil', 403],
    ['localhost?evil', 403],
    ['127.1', 403],
    ['0x7f.1', 403],
    ['2130706433', 403],
  ])('under the name %s: %s', async (host, expected) => {
    expect(await status(gateway, '/api/config', { host })).toBe(expected);
    expect(await status(gateway, '/', { host, ...page })).toBe(expected);
  });

  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4173' }, 403],
    [{ origin: 'http://localhost:4173' }, 200],
    [{ origin: 'http://localhost:8080' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 200],
  ])('asked with %j: %s', async (headers, expected) => {
    const host = 'localhost:4173';
    expect(await status(gateway, '/api/config', { host, ...headers })).toBe(expected);
    expect(await status(gateway, '/%61pi/config', { host, ...headers })).toBe(expected);
    expect(await status(gateway, flow, { host, ...headers })).toBe(expected);
  });

  test('a link on another site may open a page', async () => {
    expect(await status(gateway, '/flows/abc', { 'sec-fetch-site': 'cross-site', ...page })).toBe(200);
  });
});

describe('proxy', () => {
  let gateway: TestGateway;
  const start = async (env: Record<string, string> = {}) => {
    gateway = await startTestGateway({
      env: { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1/32', PROXY_USER_HEADER: 'X-User', ...env },
    });
  };
  afterEach(() => gateway.close());

  test('takes people from the proxy, by name', async () => {
    await start();
    const response = await gateway.get('/api/config', { 'x-user': 'maria@example.com' });
    expect(await response.json()).toMatchObject({ access: 'proxy', user: { name: 'maria@example.com' } });
    await (await gateway.get(flow, { 'x-user': 'maria@example.com' })).text();
    expect(gateway.log()).toMatch(
      /"path":"\/api\/failover\/tracking\/30830fad[^"]+","status":200,.*"user":"maria@example.com"/,
    );
  });

  test.each([['/api/config'], [flow], ['/'], ['/assets/main-1a2b.js'], ['/icon.svg'], ['/%61pi/config']])(
    '%s without a name is refused',
    async (path) => {
      await start();
      for (const headers of [page, { ...page, 'x-user': ' ' }, { ...page, 'x-other': 'maria' }]) {
        expect(await status(gateway, path, headers)).toBe(403);
      }
      expect(gateway.emulator.control.calls('tracking')).toBe(0);
    },
  );

  const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  test('names and groups in UTF-8, and groups with their path', async () => {
    await start({ PROXY_GROUPS_HEADER: 'x-groups', UNMASK_GROUP: 'Ομάδα' });
    const headers = { 'x-user': bytes('Μαρία'), 'x-groups': bytes('/ops, /Ομάδα') };
    const response = await gateway.get('/api/config', headers);
    expect(await response.json()).toMatchObject({ user: { name: 'Μαρία' }, mask: 'toggle' });
    const latin = await gateway.get('/api/config', { 'x-user': 'Ren\u00e9', 'x-groups': 'Ops' });
    expect(await latin.json()).toMatchObject({ user: { name: 'René' }, mask: 'always' });
  });

  test('from elsewhere than the proxy, a name is worth nothing', async () => {
    await start({ PROXY_ADDRESS: '10.9.9.9' });
    for (const path of ['/api/config', flow, '/']) {
      expect(await status(gateway, path, { ...page, 'x-user': 'maria', 'x-forwarded-for': '10.9.9.9' })).toBe(403);
    }
  });

  test('health can be asked for without one', async () => {
    await start({ PROXY_ADDRESS: '10.9.9.9' });
    expect(await status(gateway, '/healthz', {})).toBe(200);
  });

  test('other sites’ pages are refused here too', async () => {
    await start();
    expect(await status(gateway, flow, { 'x-user': 'maria', 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  test('the public address counts as our own where the proxy changes Host', async () => {
    await start({ PUBLIC_URL: 'https://cascade.example' });
    const headers = { 'x-user': 'maria', host: 'internal:80' };
    expect(await status(gateway, flow, { ...headers, origin: 'https://cascade.example' })).toBe(200);
    expect(await status(gateway, flow, { ...headers, origin: 'https://evil.example' })).toBe(403);
  });
});

describe('oidc, before signing in', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      env: {
        ACCESS: 'oidc',
        OIDC_ISSUER: 'http://127.0.0.1:1',
        OIDC_CLIENT_ID: 'cascade',
        OIDC_CLIENT_SECRET: 'client-secret-4711',
        SESSION_SECRET: 'session-secret-of-32-characters-ok',
        PUBLIC_URL: 'https://cascade.example',
      },
    });
  });
  afterAll(() => gateway.close());

  test.each([['/api/config'], [flow], ['/%61pi/config'], ['/api/nothing']])(
    '%s: 401, and where to sign in',
    async (path) => {
      const response = await gateway.get(path, { accept: 'application/json' });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'sign-in', signIn: '/auth/sign-in' });
    },
  );

  test('a page leads to signing in and back', async () => {
    const response = await gateway.get('/flows/abc?step=2', page);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/auth/sign-in?to=%2Fflows%2Fabc%3Fstep%3D2');
  });

  test('a cookie that we did not seal is worth nothing', async () => {
    const response = await gateway.get('/api/config', { cookie: '__Host-cascade=Fe26.2*1*deadbeef*x*y**z*a~2' });
    expect(response.status).toBe(401);
  });

  test('a provider that cannot be reached: a page that says so', async () => {
    const response = await gateway.get('/auth/sign-in?to=/flows/abc', page);
    const text = await response.text();
    expect(response.status).toBe(502);
    expect(text).toContain('Signing in did not work');
    expect(text).toContain('href="/auth/sign-in?to=%2Fflows%2Fabc"');
    expect(text).not.toMatch(/client-secret|127\.0\.0\.1/);
  });

  test('an answer nobody waits for is not taken', async () => {
    const response = await gateway.get('/auth/callback?code=abc&state=def', page);
    expect(response.status).toBe(400);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('signing out from another site’s page is refused', async () => {
    expect(await status(gateway, '/auth/sign-out', { 'sec-fetch-site': 'cross-site', ...page })).toBe(403);
  });

  test('the app’s files are no secret', async () => {
    expect(await status(gateway, '/assets/main-1a2b.js', {})).toBe(200);
  });
});
