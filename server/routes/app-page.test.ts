import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import type { Drawing } from '#contract/drawing.ts';
import { cookieOfSettings, readSettings } from '#contract/settings.ts';
import { Drawer } from '../drawing.ts';
import { createLog } from '../log.ts';
import { acceptedLanguage, appPage, type PageOptions } from './app-page.ts';

const html =
  '<!doctype html><html lang="en"><head><title>Cascade</title></head><body><div id="root"></div></body></html>';

function built(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cascade-page-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

const drawing: Drawing = {
  headOf: (url, { language }) => ({ title: `Page ${url}`, language }),
  questionsOf: () => [{ kind: 'flow', key: 'flow a', keptKey: 'kept last a', trackingId: 'a' }],
  draw: ({ state }) => `<p>${state.answers.map(({ answer }) => answer.asOf).join()} ${state.settings.zone}</p>`,
};
const answered = [
  { question: 'flow a', answer: { status: 200, text: '</script><!--\u2028', asOf: 7, requestId: null } },
];

interface Given {
  readonly options?: Partial<PageOptions>;
  readonly drawn?: Partial<Drawing> | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly log?: (line: string) => void;
}

async function answer({ options = {}, drawn = {}, headers = {}, url = '/', log = () => {} }: Given) {
  const app = fastify();
  const drawer = drawn === null ? null : new Drawer({ ...drawing, ...drawn }, createLog('error', { write: log }));
  const root = built({ 'index.html': html });
  const answersFor = () => async () => answered;
  const send = appPage({ root, drawer, answersFor, facts: () => ({}), publicUrl: null, basePath: '', ...options });
  app.get('*', async (request, reply) => send?.(request, reply));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${address}${url}`, { headers });
  const text = await response.text();
  await app.close();
  drawer?.close();
  return { response, text };
}

const blockOf = (text: string, id: string) =>
  new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(text)?.[1];

test('facts come as data that ends no element', async () => {
  const facts = () => ({ user: { name: '</script><script>alert(1)' } });
  const { text } = await answer({ options: { facts } });
  expect(JSON.parse(blockOf(text, 'gateway') ?? '')).toEqual({ user: { name: '</script><script>alert(1)' } });
  expect(text).not.toContain('<script>alert');
});

test('what was drawn comes with what it was drawn from, which ends no element and opens no comment', async () => {
  const { text, response } = await answer({});
  expect(text).toContain('<div id="root"><p>7 utc</p></div>');
  const block = blockOf(text, 'drawn') ?? '';
  expect(JSON.parse(block)).toMatchObject({ answers: answered });
  expect(block).not.toMatch(/[<\u2028]/);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(response.headers.get('vary')).toContain('cookie');
});

test('no policy of a page lets a script or a style sheet be written into it', async () => {
  const { response } = await answer({});
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toMatch(/style-src 'self';/);
  expect(policy.match(/[a-z-]+ 'unsafe[^;]*/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
});

test.each([
  ['dark', '<html lang="el" class="dark">'],
  ['light', '<html lang="el" class="light">'],
  ['system', '<html lang="el">'],
] as const)('the viewer’s choices come from the cookie: %s', async (theme, expected) => {
  const settings = readSettings({ theme, zone: 'Europe/Athens', language: 'el' }, 'en');
  const cookie = `other=1; ${cookieOfSettings(settings, false).split(';', 1)[0]}`;
  const { text } = await answer({ headers: { cookie } });
  expect(text).toContain(expected);
  expect(text).toContain('<p>7 Europe/Athens</p>');
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['el', 'el'],
  ['el-GR,el;q=0.9,en;q=0.8', 'el'],
  ['de-DE, en;q=0.5, el;q=0.7', 'el'],
  ['en-GB,en;q=0.9,el;q=0.8', 'en'],
  ['el;q=0, en;q=0.1', 'en'],
  ['fr', 'en'],
])('accept-language %s: %s', (header, expected) => {
  expect(acceptedLanguage(header)).toBe(expected);
});

test('a title holds no element of the address', async () => {
  const { text } = await answer({ drawn: { headOf: () => ({ title: '</title><script>"&', language: 'en' }) } });
  expect(text).toContain('<title>&#60;/title&#62;&#60;script&#62;&#34;&#38;</title>');
});

test('a drawing that fails gives the outline, and a line in the log without what it said', async () => {
  const log = vi.fn();
  const draw: Drawing['draw'] = ({ state }) => {
    if (state.answers.length > 0) throw new Error('of +306900000001');
    return '<i>outline</i>';
  };
  const { text } = await answer({ drawn: { draw }, log });
  expect(text).toContain('<div id="root"><i>outline</i></div>');
  expect(JSON.parse(blockOf(text, 'drawn') ?? '')).toMatchObject({ answers: [] });
  expect(log).toHaveBeenCalledOnce();
  expect(String(log.mock.calls[0])).toContain('drawing failed');
  expect(String(log.mock.calls[0])).not.toContain('306900000001');
});

test('a page of which not even the outline can be drawn comes undrawn', async () => {
  const draw = () => {
    throw new Error('always');
  };
  const { text } = await answer({ drawn: { draw } });
  expect(text).toContain('<div id="root"></div>');
  expect(blockOf(text, 'drawn')).toBeUndefined();
});

test('the head goes out before the answers have come', async () => {
  const app = fastify();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const drawer = new Drawer(drawing, createLog('silent'));
  const answersFor = () => () => held.then(() => answered);
  const root = built({ 'index.html': html });
  const send = appPage({ root, drawer, answersFor, facts: () => ({}), publicUrl: null, basePath: '' });
  app.get('/', async (request, reply) => send?.(request, reply));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const reader = (await fetch(address, { headers: { 'accept-encoding': 'br' } })).body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toContain('<title>Page /</title>');
  expect(first).not.toContain('7 utc');
  release();
  const rest = new TextDecoder().decode((await reader?.read())?.value);
  expect(rest).toContain('7 utc');
  await reader?.cancel();
  drawer.close();
  await app.close();
});

test.each(['br', 'gzip'])('comes as %s to whoever takes it, drawn or not', async (encoding) => {
  for (const drawn of [{}, null]) {
    const { response, text } = await answer({ drawn, headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(text).toContain('<body>');
  }
});

test('nothing is sent where nothing is built', () => {
  const options = { drawer: null, answersFor: () => async () => [], facts: () => ({}), publicUrl: null, basePath: '' };
  expect(appPage({ root: built({}), ...options })).toBeNull();
});
