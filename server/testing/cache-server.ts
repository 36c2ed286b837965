/** A real Valkey or Redis of this machine, started on a free port in a folder of its own; null where neither is installed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestCacheServer {
  /** For `CACHE_URL`. */
  readonly url: string;
  readonly kill: () => Promise<void>;
  /** Starts it again, empty, at the same address. */
  readonly start: () => Promise<void>;
  /** It takes connections and answers nothing, until `resume`. */
  readonly hang: () => void;
  readonly resume: () => void;
  /** Kills it and removes its folder. */
  readonly remove: () => Promise<void>;
}

const programs = ['valkey-server', 'redis-server'];
const folders = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin'];

/** The path of a server's program; null where there is none. */
export function cacheProgram(): string | null {
  return folders.flatMap((folder) => programs.map((name) => join(folder, name))).find(existsSync) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Root runs it as nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** `words`: more of its settings, as on its command line. */
export async function startCacheServer(words: readonly string[] = []): Promise<TestCacheServer | null> {
  const program = cacheProgram();
  if (program === null) return null;
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'cascade-cache-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  let running: ChildProcess | null = null;
  const start = async () => {
    running = spawn(program, [...settings, ...words], { ...user, stdio: 'ignore', cwd: folder });
    for (let tries = 0; tries < 400; tries++) {
      if (await takesConnections(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${program} did not start`);
  };
  const kill = () =>
    new Promise<void>((resolve) => {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    hang: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
