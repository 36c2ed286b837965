/** A part of the project as `npm run build` makes it, in a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');

export interface Built {
  /** Holds one folder a room, as `dist` does. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds a program's entry, a path from the root. By a process of its own: a test's NODE_ENV is not the build's. */
export async function buildEntry(entry: string): Promise<Built> {
  // Below node_modules, so that the packages it needs are found.
  const parent = join(root, 'node_modules/.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'cascade-built-'));
  const words = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--ssr', entry];
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await promisify(execFile)(process.execPath, words, { cwd: root, env: { ...env, DIST: folder } });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
