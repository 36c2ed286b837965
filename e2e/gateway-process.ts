/** The built gateway as a process of its own, set up as a test wants. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(process.env.DIST ?? 'dist', 'server', 'main.js');

/** How a process ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export interface GatewayProcess {
  readonly url: string;
  /** Everything written so far, log lines included. */
  readonly output: () => string;
  /** Sends SIGTERM; resolves when the process is gone. */
  readonly stop: () => Promise<Ended>;
}

/** Nothing of the shell's own settings but what a process needs to start. */
function launch(env: Readonly<Record<string, string>>): {
  child: ChildProcess;
  ended: Promise<Ended>;
  out: () => string;
} {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [entry], {
    env: { PATH, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, out, errors }));
  return { child, ended, out: () => out };
}

/** Runs the gateway until it ends by itself: with a setting that it refuses. */
export function runGateway(env: Readonly<Record<string, string>>): Promise<Ended> {
  return launch(env).ended;
}

/** Resolves when the gateway says where it listens. */
export async function startGatewayProcess(env: Readonly<Record<string, string>> = {}): Promise<GatewayProcess> {
  const { child, ended, out } = launch(env);
  const found = () => /Cascade is at (\S+)/.exec(out())?.[1];
  const gone = ended.then(({ errors }) => Promise.reject(new Error(`The gateway ended: ${errors}`)));
  gone.catch(() => {});
  while (found() === undefined && child.stdout !== null) await Promise.race([once(child.stdout, 'data'), gone]);
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url: found() ?? '', output: out, stop };
}
