/** The clients of a soak test: each asks, waits a little, asks again, and looks at what it got. */
import { Pool } from 'undici';
import type { Visit } from './visits.ts';

const leavesAfterMs = 5;
const pauseMs = 150;
/** Troubles of Routee's that the gateway may pass on; any other answer but a good one is wrong. */
const honest = new Set(['upstream-error', 'upstream-down', 'upstream-slow', 'rate-limited', 'upstream-unreadable']);

export interface Tally {
  good: number;
  left: number;
  /** Problems that a person is told of, by code. */
  readonly told: Map<string, number>;
  /** What should never have been answered. */
  readonly wrong: string[];
  readonly ms: number[];
}

export function emptyTally(): Tally {
  return { good: 0, left: 0, told: new Map(), wrong: [], ms: [] };
}

/** What is wrong with an answer; the code of an honest problem is noted in the tally instead. */
export function judged(visit: Visit, status: number, text: string, tally: Tally): string | null {
  if (status === 200 || status === 404) {
    const objection = visit.objection(status, text);
    if (objection === null) tally.good += 1;
    return objection;
  }
  const { code } = JSON.parse(text);
  if (!honest.has(code)) return `status ${status}, ${code}`;
  tally.told.set(code, (tally.told.get(code) ?? 0) + 1);
  return null;
}

async function ask(pool: Pool, visit: Visit, tally: Tally): Promise<void> {
  const { method, path, body } = visit;
  const started = performance.now();
  const leave = new AbortController();
  const timer = visit.leaves === true ? setTimeout(() => leave.abort(), leavesAfterMs) : undefined;
  try {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await pool.request({ method, path, headers, body: body ?? null, signal: leave.signal });
    const objection = judged(visit, response.statusCode, await response.body.text(), tally);
    if (objection !== null) tally.wrong.push(`${method} ${path}: ${objection}`);
    tally.ms.push(performance.now() - started);
  } catch (error) {
    if (leave.signal.aborted) tally.left += 1;
    else tally.wrong.push(`${method} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** So many clients at once, until the signal aborts. Resolves when the last has its last answer. */
export async function runClients(
  url: string,
  count: number,
  next: () => Visit,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const pool = new Pool(url, { connections: count, pipelining: 1 });
  const client = async () => {
    while (!signal.aborted) {
      await ask(pool, next(), tally);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 * pauseMs));
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  await pool.close();
}
