/** Holds what the linter cannot say of the rooms: imports that slip past a room's name, and who may read the clock. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  /** What it imports, as paths from the root; packages left out. */
  readonly imports: readonly string[];
}

const root = join(import.meta.dirname, '..');
const all = ['src', 'server', 'emulator', 'golden', 'tools', 'e2e', 'bench'].flatMap(sourcesBelow);
const shipped = all.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path));

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => source(posix.join(folder, path.split(sep).join('/'))));
}

function source(path: string): Source {
  const code = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map((match) => match[1] ?? '');
  return { path, code, imports: found.flatMap((name) => resolved(path, name)) };
}

function resolved(from: string, name: string): string[] {
  if (name.startsWith('.')) return [posix.join(posix.dirname(from), name)];
  const [, room, rest] = /^#(\w+)\/(.+)$/.exec(name) ?? [];
  if (room === undefined || rest === undefined) return [];
  return [['server', 'emulator', 'golden', 'tools'].includes(room) ? `${room}/${rest}` : `src/${room}/${rest}`];
}

/** `src/features`, `server`: what the arrows between rooms join. */
function roomOf(path: string): string {
  return path.split('/', path.startsWith('src/') ? 2 : 1).join('/');
}

function pageOf(path: string): string | null {
  return /^src\/pages\/([^/]+)/.exec(path)?.[1] ?? null;
}

/** Every import that `isWrong`, as "from -> to"; none is right. */
function wrongImports(sources: readonly Source[], isWrong: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter((to) => isWrong(path, to)).map((to) => `${path} -> ${to}`),
  );
}

function filesWith(pattern: RegExp, sources: readonly Source[]): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

describe('rooms', () => {
  it('are reached by their name, never by a path out of another room', () => {
    const relative = all.map((one) => ({
      ...one,
      imports: [...one.code.matchAll(/'(\.\.?\/[^']+\.tsx?)'/g)].map((match) =>
        posix.join(posix.dirname(one.path), match[1] ?? ''),
      ),
    }));
    const rooms = ['src/', 'server/', 'emulator/'];
    expect(
      wrongImports(
        relative,
        (from, to) =>
          roomOf(from) !== roomOf(to) &&
          rooms.some((room) => to.startsWith(room)) &&
          ![from, to].some((path) => path.startsWith('src/entry-')),
      ),
    ).toEqual([]);
  });

  it('import one way', () => {
    expect(wrongImports(all, (from, to) => isUpward(from, to) || isAcross(from, to))).toEqual([]);
  });

  it('keep one page out of another', () => {
    expect(wrongImports(all, (from, to) => isAnotherPage(pageOf(from), pageOf(to)))).toEqual([]);
  });

  it('ship nothing that only tests need', () => {
    const fromEmulator = (from: string) => from.startsWith('emulator/');
    expect(
      wrongImports(shipped, (from, to) => !isTestFile(from) && to.includes('/testing/') && !fromEmulator(from)),
    ).toEqual([]);
  });

  it('leave calling the gateway to src/api', () => {
    const outside = all.filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/api/'));
    expect(filesWith(/\bfetch\(|XMLHttpRequest|EventSource|sendBeacon|WebSocket/, outside)).toEqual([]);
  });

  it('let the model read neither the clock nor chance', () => {
    const model = shipped.filter(({ path }) => path.startsWith('src/model/'));
    expect(filesWith(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b/, model)).toEqual([]);
  });
});

/** From the top: each room of `src` imports only those after it. */
const downward = ['app', 'pages', 'features', 'ui', 'api', 'texts', 'contract', 'model'].map((room) => `src/${room}`);

function isUpward(from: string, to: string): boolean {
  const place = downward.indexOf(roomOf(from));
  return place !== -1 && downward.slice(0, place).includes(roomOf(to));
}

/** Between `src`, `server` and `emulator`. Tests build their records with the emulator's builders. */
function isAcross(from: string, to: string): boolean {
  const [a, b] = [roomOf(from), roomOf(to)];
  if (a.startsWith('src/')) return b === 'server' || (b === 'emulator' && !from.includes('.test.'));
  if (a === 'server') return b.startsWith('src/') && !['src/contract', 'src/model'].includes(b);
  return a === 'emulator' && !isTest(from) && b !== 'emulator' && b !== 'src/model';
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path);
}

function isAnotherPage(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && from !== to;
}

function isTestFile(path: string): boolean {
  return path.startsWith('e2e/') || path.startsWith('bench/');
}
