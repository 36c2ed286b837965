/** Headers and files, as a browser gets them. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** An answer as it comes over the wire: fetch would unpack it. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });
}

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test.each([
  ['/', page],
  ['/icon.svg', {}],
  ['/assets/main-1a2b.js', {}],
  ['/api/config', {}],
  ['/api/failover/tracking/0a0300c4-7b3b-4da8-a188-7ac43eeb98a5', {}],
  ['/api/nothing', {}],
  ['/nothing.js', {}],
  ['/%zz', {}],
  ['/healthz', {}],
])('%s carries every security header', async (path, headers) => {
  const { headers: received } = await gateway.get(path, headers);
  expect(received.get('x-content-type-options')).toBe('nosniff');
  expect(received.get('x-frame-options')).toBe('DENY');
  expect(received.get('referrer-policy')).toBe('no-referrer');
  expect(received.get('permissions-policy')).toContain('camera=()');
  expect(received.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(received.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(received.get('strict-transport-security')).toBeNull();
  expect(received.get('access-control-allow-origin')).toBeNull();
  expect(received.get('server')).toBeNull();
  const policy = received.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "connect-src 'self'"])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
});

test('an address under https tells browsers to stay there', async () => {
  const other = await startTestGateway({
    env: { ACCESS: 'proxy', PROXY_ADDRESS: '127.0.0.1', PROXY_USER_HEADER: 'x-user', PUBLIC_URL: 'https://c.example' },
  });
  const response = await other.get('/', { ...page, 'x-user': 'maria' });
  expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  await other.close();
});

test.each([
  ['/', 'private, no-cache'],
  ['/flows/abc', 'private, no-cache'],
  ['/icon.svg', 'no-cache'],
  ['/assets/main-1a2b.js', 'public, max-age=31536000, immutable'],
  ['/api/config', 'no-store'],
  ['/api/nothing', 'no-store'],
  ['/readyz', 'no-store'],
])('%s: cache-control %s', async (path, expected) => {
  const response = await gateway.get(path, page);
  expect(response.headers.get('cache-control')).toBe(expected);
});

test.each([
  ['br', 'br', 'as brotli'],
  ['gzip', 'gzip', 'as gzip'],
  ['gzip, deflate, br', 'br', 'as brotli'],
  ['identity', null, 'console.log("plain");'],
])('accept-encoding %s', async (accepted, encoding, body) => {
  const answer = await raw(
    `GET /assets/main-1a2b.js HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\naccept-encoding: ${accepted}\r\n\r\n`,
  );
  const [head = '', content] = answer.split('\r\n\r\n');
  expect(/content-encoding: (\w+)/i.exec(head)?.[1] ?? null).toBe(encoding);
  expect(head).toMatch(/content-type: (application|text)\/javascript/i);
  expect(head).toMatch(/vary: accept-encoding/i);
  expect(content).toBe(body);
});

test.each([
  ['/', 200, 'text/html'],
  ['/index.html', 200, 'text/html'],
  ['/flows/30830fad-21ed-49b0-89d0-bbada2fd5640?step=2', 200, 'text/html'],
  ['/compare/30830fad-21ed-49b0-89d0-bbada2fd5640...30830fad-21ed-49b0-89d0-bbada2fd5641', 200, 'text/html'],
  ['/compare/a...b', 200, 'text/html'],
  ['/explore', 200, 'text/html'],
  ['/missing.js', 404, 'application/problem+json'],
  ['/assets/old-1a2b.js', 404, 'application/problem+json'],
  ['/assets/main-1a2b.js.map', 404, 'application/problem+json'],
  ['/../package.json', 404, 'application/problem+json'],
  ['/%2e%2e/package.json', 404, 'application/problem+json'],
  ['/..%2fpackage.json', 404, 'application/problem+json'],
  ['/.env', 404, 'application/problem+json'],
  ['/.vite/manifest.json', 404, 'application/problem+json'],
])('the page for addresses of the app, and nothing for files that are not there: %s', async (path, status, type) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\nconnection: close\r\n\r\n`);
  expect(answer.split('\r\n', 1)[0]).toContain(` ${status} `);
  expect(answer.toLowerCase()).toContain(`content-type: ${type}`);
});

test('a script that asks for data does not get the page', async () => {
  const response = await gateway.get('/flows/abc', { accept: 'application/json' });
  expect(response.status).toBe(404);
});

test('a page is not found by other methods', async () => {
  const response = await fetch(`${gateway.url}/flows/abc`, { method: 'POST', headers: page });
  expect(response.status).toBe(404);
});

test('an unchanged file is not sent again', async () => {
  const first = await gateway.get('/icon.svg');
  const etag = first.headers.get('etag');
  const again = await raw(
    `GET /icon.svg HTTP/1.1\r\nhost: localhost\r\nif-none-match: ${etag}\r\nconnection: close\r\n\r\n`,
  );
  expect(again).toMatch(/^HTTP\/1\.1 304 /);
});

test('the page of a flow announces its record and its code; a page that is nobody’s announces nothing', async () => {
  const link = (await gateway.get('/flows/abc?step=2', page)).headers.get('link');
  expect(link).toContain('</api/failover/tracking/abc>; rel=preload; as=fetch; crossorigin=anonymous');
  expect(link).toContain('</assets/flow-3c4d.js>; rel=modulepreload; crossorigin');
  for (const path of ['/flows/abc/x', '/icon.svg', '/api/config', '/api/failover/tracking/abc']) {
    expect((await gateway.get(path, page)).headers.get('link')).toBeNull();
  }
});
