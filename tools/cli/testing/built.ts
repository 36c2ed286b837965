/** The program as `npm run build` makes it, run as a process of its own. */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** Where its files are. */
  readonly folder: string;
  /** Runs it with these variables and no others but PATH. */
  readonly run: (words: readonly string[], options?: { env?: NodeJS.ProcessEnv; stdin?: string }) => Promise<Ended>;
  readonly remove: () => void;
}

/** Below node_modules, so that the packages it needs are found. */
export async function buildCli(): Promise<BuiltCli> {
  const parent = join(root, 'node_modules/.cache');
  mkdirSync(parent, { recursive: true });
  const dist = mkdtempSync(join(parent, 'cascade-cli-'));
  const words = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--ssr', 'tools/cli/cascade.ts'];
  await promisify(execFile)(process.execPath, words, { cwd: root, env: { ...process.env, DIST: dist, VITEST: '' } });
  const folder = join(dist, 'cli');
  return {
    folder,
    remove: () => rmSync(dist, { recursive: true, force: true }),
    run: (args, { env = {}, stdin = '' } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(folder, 'cascade.mjs'), ...args], {
          cwd: root,
          env: { PATH: process.env.PATH, ...env },
        });
        let [stdout, stderr] = ['', ''];
        child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
        child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
        // Who needs no input may have ended before it is written.
        child.stdin.on('error', () => {}).end(stdin);
      }),
  };
}
