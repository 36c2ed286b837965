/** Kills a writer, or the database itself, in the middle of its writes, again and again; every acknowledged observation must be there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seededRandom } from '#emulator/random.ts';
import { startPostgres } from '#server/testing/postgres.ts';
import type { WriterOptions } from './writer.ts';

export interface KillOptions {
  readonly kind: 'pglite' | 'postgres';
  readonly kills: number;
  /** The built child.ts. */
  readonly program: string;
  readonly say: (line: string) => void;
}

/** How long after its first acknowledged write a round goes on, at most. */
const longestMs = 400;

interface Round {
  readonly checked: number;
  /** What the writer said when it could not go on; null where it was killed, ended as it should, or broke down. */
  readonly failure: string | null;
  readonly kept: readonly string[];
}

/** One writer's life, up to its end. `strike` is called once, in the middle of its writes; null lets it end by itself. */
async function round(
  program: string,
  options: WriterOptions,
  strike: ((child: ChildProcess) => void) | null,
): Promise<Round> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kept: string[] = [];
  let checked: number | null = null;
  let failure: string | null = null;
  let struck = false;
  const lines = createInterface({ input: child.stdout });
  const ended = once(lines, 'close');
  lines.on('line', (line) => {
    const [word, ...rest] = line.split(' ');
    if (word === 'checked') checked = Number(rest[0]);
    if (word === 'failed') failure = rest.join(' ');
    if (word !== 'kept') return;
    kept.push(rest.join(' '));
    if (kept.length === 1) strike?.(child);
    struck = true;
  });
  await ended;
  if (checked === null) throw new Error(`Round ${options.round}: ${failure ?? 'it ended before it had checked'}`);
  if (strike !== null && !struck) throw new Error(`Round ${options.round} wrote nothing`);
  return { checked, failure, kept };
}

/** True where everything that was acknowledged in any round is there at the end. Rejects where something is missing. */
export async function killAndCheck({ kind, kills, program, say }: KillOptions): Promise<boolean> {
  const postgres = kind === 'postgres' ? await startPostgres() : null;
  if (kind === 'postgres' && postgres === null) {
    say('postgres: it is not installed, nothing was tried');
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cascade-kill-'));
  const acknowledged = join(folder, 'acknowledged.txt');
  const store = postgres?.url ?? join(folder, 'data');
  const random = seededRandom(kills);
  const begun = performance.now();
  let total = 0;
  let servers = 0;
  try {
    for (let number = 0; number < kills; number++) {
      // Of PostgreSQL every other time the server itself dies, and its writer with it.
      const server = number % 2 === 1 ? postgres : null;
      let down: Promise<void> = Promise.resolve();
      const strike = (child: ChildProcess) =>
        setTimeout(() => {
          if (server !== null) down = server.kill();
          else child.kill('SIGKILL');
        }, random() * longestMs);
      const { kept, failure } = await round(program, { store, acknowledged, round: number, checkOnly: false }, strike);
      await down;
      if (server !== null) {
        // A lost database must not bring down whoever writes to it.
        if (failure === null) throw new Error(`Round ${number}: the writer broke down with its database`);
        servers++;
        await server.start();
      }
      if (kept.length > 0) appendFileSync(acknowledged, `${kept.join('\n')}\n`);
      total += kept.length;
      if ((number + 1) % 20 === 0) say(`${kind}: ${number + 1} kills, ${total} acknowledged, none missing so far`);
    }
    const { checked } = await round(program, { store, acknowledged, round: kills, checkOnly: true }, null);
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(
      `${kind}: ${kills} kills (${servers} of the server), ${checked} acknowledged observations, none missing; ${seconds} s`,
    );
    return checked === total;
  } finally {
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
