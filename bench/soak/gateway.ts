/** The built gateway as a process of its own, whose memory can be asked for. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const entry = join(process.env.DIST ?? 'dist', 'server', 'main.js');
const probe = pathToFileURL(resolve('bench/soak/memory-probe.mjs')).href;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface GatewayProcess {
  readonly url: string;
  /** Lines of its log and whatever else it wrote. */
  readonly written: () => string;
  /** Whether it still runs. */
  readonly runs: () => boolean;
  /** What it holds after a collection, in MB. */
  readonly memoryMB: () => Promise<number>;
  /** What the system has given it, in MB, as it is. */
  readonly residentMB: () => Promise<number>;
  /** Sends a signal, such as SIGKILL; resolves when the process is gone, if it goes. */
  readonly signal: (name: NodeJS.Signals) => Promise<Ended>;
  /** Sends SIGTERM; resolves when it is gone. */
  readonly stop: () => Promise<Ended>;
}

function child(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--expose-gc', '--import', probe, entry], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function usageOf(gateway: ChildProcess, question: 'memory' | 'resident'): Promise<NodeJS.MemoryUsage> {
  const answer = once(gateway, 'message');
  gateway.send(question);
  // What the probe sends.
  const [usage] = (await answer) as [NodeJS.MemoryUsage];
  return usage;
}

async function memoryMB(gateway: ChildProcess): Promise<number> {
  const { heapUsed, external } = await usageOf(gateway, 'memory');
  return (heapUsed + external) / 1024 / 1024;
}

/** Resolves when the gateway says where it listens; rejects when it does not start. */
export async function startGateway(env: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  const gateway = child(env);
  let written = '';
  const note = (bytes: Buffer) => {
    written += bytes.toString();
  };
  gateway.stdout?.on('data', note);
  gateway.stderr?.on('data', note);
  const ended = once(gateway, 'close').then(
    ([code, signal]): Ended => ({ code: code ?? null, signal: signal ?? null }),
  );
  const url = () => /Cascade is at (\S+)/.exec(written)?.[1];
  while (url() === undefined) {
    if (gateway.exitCode !== null) throw new Error(`The gateway did not start: ${written}`);
    await new Promise((next) => setTimeout(next, 20));
  }
  const signal = (name: NodeJS.Signals) => {
    gateway.kill(name);
    return ended;
  };
  return {
    url: url() ?? '',
    written: () => written,
    runs: () => gateway.exitCode === null && gateway.signalCode === null,
    memoryMB: () => memoryMB(gateway),
    residentMB: async () => (await usageOf(gateway, 'resident')).rss / 1024 / 1024,
    signal,
    stop: () => signal('SIGTERM'),
  };
}
