import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { appPage } from './app-page.ts';

const html = '<html><head><script src="/theme.js"></script></head><body></body></html>';
const theme = 'document.title = "$&";';

function built(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cascade-page-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

async function answer(root: string, facts: object, headers: Readonly<Record<string, string>> = {}) {
  const app = fastify();
  const send = appPage(root);
  app.get('/', async (request, reply) => send?.(request, reply, facts));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(address, { headers });
  const text = await response.text();
  await app.close();
  return { response, text };
}

test('the theme stands in the page, allowed by its hash alone', async () => {
  const { response, text } = await answer(built({ 'index.html': html, 'theme.js': theme }), {});
  expect(text).toContain(`<script>${theme}</script>`);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(theme).digest('base64')}';`);
  expect(policy).not.toContain('unsafe');
});

test('facts come as data that ends no element', async () => {
  const { text } = await answer(built({ 'index.html': html }), { user: { name: '</script><script>alert(1)' } });
  const block = /<script type="application\/json" id="gateway">(.*?)<\/script>/.exec(text)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({ user: { name: '</script><script>alert(1)' } });
  expect(text).not.toContain('<script>alert');
});

test.each(['br', 'gzip'])('comes as %s to whoever takes it', async (encoding) => {
  const { response, text } = await answer(built({ 'index.html': html }), {}, { 'accept-encoding': encoding });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(text).toContain('<body>');
});

test('nothing is sent where nothing is built', () => {
  expect(appPage(built({}))).toBeNull();
});
