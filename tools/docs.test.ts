/** Holds README and docs to the code they describe. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '#contract/api.ts';
import { problemCodes } from '#contract/problem-codes.ts';
import { problemKinds } from '#contract/problem-kinds.ts';
import { readConfig } from '#server/config.ts';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = text('README.md');

function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** The rows of the table under a heading, as cells. */
function table(heading: string): string[][] {
  const section = readme.split(/^##+ /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const variables = table('Environment').flatMap(([names = '', defaults = '']) => {
  const values = codes(defaults);
  return codes(names).map((name, index) => ({ name, value: values[index] ?? null }));
});

/** What signing in needs at the least, so that its defaults show. */
const oidc = {
  ACCESS: 'oidc',
  PUBLIC_URL: 'https://cascade.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'cascade',
  OIDC_CLIENT_SECRET: 'secret',
  SESSION_SECRET: 'x'.repeat(32),
};

describe('README', () => {
  it('names every variable of the configuration, and no other', () => {
    const [, schema = ''] = /const schema = z\.object\(\{([\s\S]*?)\n\}\);/.exec(text('server/config.ts')) ?? [];
    const known = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? '');
    expect(known.length).toBeGreaterThan(10);
    expect(variables.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it('names every secret that a file may hold', () => {
    const [, list = ''] = /const fileNames = \[([^\]]*)\]/.exec(text('server/environment.ts')) ?? [];
    const known = [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
    const sentence = readme.split('\n\n').find((part) => part.includes('`_FILE`')) ?? '';
    expect(codes(sentence).filter((code) => code !== '_FILE')).toEqual(known);
  });

  it.each(variables.filter(({ value }) => value !== null))('tells the default of $name', ({ name, value }) => {
    const base = /^(OIDC|SESSION)_/.test(name) ? oidc : {};
    expect(readConfig({ ...base, [name]: value ?? '' })).toEqual(readConfig(base));
  });

  it('names commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('names folders, files and pictures that exist', () => {
    const folders = table('Folders').flatMap(([name = '']) => codes(name));
    const others = [...readme.matchAll(/(?:docs|tools)\/[\w./-]+\.\w+/g)].map((match) => match[0]);
    expect([...folders, ...others].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const [product = '', tools = '', overrides = ''] = text('docs/dependencies.md').split(/^## /m).slice(1);
  const listed = (section: string) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .flatMap((line) => codes(line.slice(0, line.indexOf(': '))));

  it.each([
    ['dependencies', product, manifest.dependencies],
    ['devDependencies', tools, manifest.devDependencies],
    ['overrides', overrides, manifest.overrides],
  ])('gives a reason for each of the %s', (_name, section, packages) => {
    expect(listed(section).sort()).toEqual(Object.keys(packages).sort());
  });

  it('dates what is held back for Node 20', () => {
    const lines = text('docs/dependencies.md')
      .split('\n')
      .filter((line) => /\bNode 2\d\b/.test(line));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !/\(\d{1,2} [A-Z][a-z]+ 20\d\d\)/.test(line))).toEqual([]);
  });
});

describe('docs/api.md', () => {
  const document = text('docs/api.md');

  it('lists every code of a problem with its status, title and meaning, and no other', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('| `'));
    const expected = problemCodes.map((code) => {
      const { status, title, meaning } = problemKinds[code];
      return `| \`${code}\` | ${status} | ${title} | ${meaning} |`;
    });
    expect(rows).toEqual(expected);
  });

  it('names paths that there are', () => {
    const paths = operations.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
    const prose = document.replace(/```[\s\S]*?```/g, '');
    const named = codes(prose).flatMap((code) => /^(?:GET|POST) (\/api\/\S+)$/.exec(code)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });
});

const rooms = [
  ...['app', 'pages', 'features', 'ui', 'texts', 'api', 'contract', 'model'].map((room) => `src/${room}`),
  ...['server', 'emulator', 'golden', 'tools', 'e2e', 'bench'],
];

describe.each(rooms)('the README of %s', (room) => {
  const lines = text(join(room, 'README.md')).trimEnd().split('\n');

  it('is long enough to help and short enough to be read', () => {
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  it('names files that are there', () => {
    const named = lines.flatMap(codes).filter((name) => /^[a-z][a-z-/.]*\.(?:ts|tsx|mjs|json)$/.test(name));
    const places = [room, '.', ...(existsSync(join(root, room, 'cases')) ? [`${room}/cases`] : [])];
    const lost = named.filter((name) => !places.some((place) => existsSync(join(root, place, name))));
    expect(lost.filter((name) => name !== 'url.ts')).toEqual([]);
  });
});

describe('the documents at the top', () => {
  const named = (path: string) =>
    codes(text(path).replace(/```[\s\S]*?```/g, '')).filter((code) =>
      /^(?:src|server|emulator|tools|docs|golden)\/[\w./-]*$/.test(code),
    );

  it.each(['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s names files and folders that exist', (path) => {
    expect(named(path).filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('have an entry for the version that is built or the one after it', () => {
    const [major = 0, minor = 0] = manifest.version.split('.').map(Number);
    expect(text('CHANGELOG.md')).toMatch(new RegExp(`^## ${major}\\.${minor}`, 'm'));
  });

  it('develop on the Node that the image has', () => {
    expect(text('Dockerfile')).toContain(`ARG NODE=node:${text('.nvmrc').trim()}-slim`);
  });
});
