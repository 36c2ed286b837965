import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { linkHeaders } from './preload.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function root(manifest: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'cascade-preload-'));
  folders.push(folder);
  mkdirSync(join(folder, '.vite'));
  if (manifest !== null) writeFileSync(join(folder, '.vite/manifest.json'), manifest);
  return folder;
}

const manifest = JSON.stringify({
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'], css: ['assets/index.css'] },
  '_react.js': { file: 'assets/react.js' },
  '_panel.js': { file: 'assets/panel.js', imports: ['_react.js', '_loop.js'], css: ['assets/panel.css'] },
  '_loop.js': { file: 'assets/loop.js', imports: ['_panel.js'] },
  'src/features/chart.tsx': { file: 'assets/chart.js' },
  'src/pages/flow/page.tsx': {
    file: 'assets/flow.js',
    imports: ['index.html', '_panel.js'],
    dynamicImports: ['src/features/chart.tsx'],
    css: ['assets/panel.css'],
  },
  'src/pages/home/page.tsx': { file: 'assets/home.js', imports: ['_react.js'] },
});

const data = (path: string) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`;
const script = (file: string) => `</assets/${file}>; rel=modulepreload; crossorigin`;

test('a deep link: the record, and the code that the HTML does not name', () => {
  const link = linkHeaders(root(manifest))('/flows/30830fad-21ed-49b0-89d0-bbada2fd5640');
  expect(link?.split(', ')).toEqual([
    data('/api/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640'),
    script('flow.js'),
    script('panel.js'),
    script('loop.js'),
    '</assets/panel.css>; rel=preload; as=style; crossorigin',
  ]);
});

test.each([
  ['/', [script('home.js')]],
  ['/flows/a_B-9/', [data('/api/failover/tracking/a_B-9')]],
])('%s', (path, expected) => {
  const links = linkHeaders(root(manifest))(path)?.split(', ') ?? [];
  expect(links.slice(0, expected.length)).toEqual(expected);
});

test.each([
  '/flows/',
  '/flows/a b',
  '/flows/a%3E',
  '/flows/a>;b',
  '/flows/ü',
  `/flows/${'a'.repeat(129)}`,
  '/flows/a/b',
  '/somewhere',
  '/flows/a\r\nset-cookie',
])('%j is announced nothing for', (path) => {
  expect(linkHeaders(root(manifest))(path)).toBeNull();
});

test.each([
  ['is missing', null],
  ['is no JSON', '{'],
  ['has another form', '{"index.html":7}'],
  ['does not know the page', '{}'],
])('without code when the manifest %s', (_, text) => {
  expect(linkHeaders(root(text))('/flows/a')).toBe(data('/api/failover/tracking/a'));
});

test('the code of a route that shares its chunk is found by the chunk’s name', () => {
  const shared = JSON.stringify({
    'index.html': { file: 'assets/index.js' },
    '_flow-abc.js': { file: 'assets/flow-abc.js', name: 'flow', imports: ['index.html'] },
  });
  expect(linkHeaders(root(shared))('/flows/a')).toBe(`${data('/api/failover/tracking/a')}, ${script('flow-abc.js')}`);
});
