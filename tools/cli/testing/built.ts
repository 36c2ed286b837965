/** The program as `npm run build` makes it, run as a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildEntry, root } from '../../testing/built.ts';

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

export async function buildCli(): Promise<BuiltCli> {
  const { folder: dist, remove } = await buildEntry('tools/cli/cascade.ts');
  const folder = join(dist, 'cli');
  return {
    folder,
    remove,
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
