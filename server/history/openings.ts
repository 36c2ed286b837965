/** Who opened which flow, and when: kept off the answers' path, where the configuration says who may see it. */
import { LRUCache } from 'lru-cache';
import * as z from 'zod/mini';
import type { EpochMs } from '#model/values/time.ts';
import type { Person } from '../access/access.ts';
import { authorOf, nameOf, storedName } from './author.ts';
import { type Database, rowsOf, statement } from './database.ts';
import { whole } from './store.ts';
import { historyKey } from './tracking-key.ts';

export interface Opening {
  readonly person: string | null;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** Pages that follow a running flow ask all the time: what comes within half an hour is one time. */
  readonly times: number;
}

interface Noted {
  readonly trackingId: string;
  readonly person: string;
  readonly name: string;
  readonly at: EpochMs;
}

const oneTimeMs = 30 * 60_000;
/** The same person at the same flow is written down again no sooner. */
const againMs = 60_000;
const pauseMs = 1000;
const mostWaiting = 2000;

interface Options {
  readonly write: (ask: (database: Database) => Promise<unknown>) => Promise<unknown>;
  /** Openings that could not be kept. */
  readonly lost: (count: number) => void;
}

export class Openings {
  readonly #options: Options;
  readonly #known = new LRUCache<string, EpochMs>({ max: 10_000 });
  #waiting: Noted[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Notes that a person got a flow's record. Returns at once and never throws. */
  note(person: Person | null, trackingId: string, at: EpochMs): void {
    if (person === null || person.name === null) return;
    const author = authorOf(person);
    const key = JSON.stringify([author.id, historyKey(trackingId)]);
    if (at - (this.#known.get(key) ?? Number.NEGATIVE_INFINITY) < againMs) return;
    this.#known.set(key, at);
    if (this.#waiting.length >= mostWaiting) {
      this.#options.lost(1);
      return;
    }
    this.#waiting.push({ trackingId: historyKey(trackingId), person: author.id, name: storedName(author), at });
    this.#timer ??= setTimeout(() => void this.flush(), pauseMs).unref();
  }

  /** Writes down what waits. Never rejects. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const noted = this.#waiting;
    this.#waiting = [];
    if (noted.length === 0) return;
    try {
      await this.#options.write((database) => keepOpenings(database, noted));
    } catch {
      this.#options.lost(noted.length);
    }
  }
}

/** In the order of their keys: two gateways that write the same ones at once wait for each other, and never in a ring. */
export async function keepOpenings(database: Database, noted: readonly Noted[]): Promise<void> {
  const inOrder = noted.toSorted((a, b) => (a.trackingId + a.person < b.trackingId + b.person ? -1 : 1));
  await database.run(
    inOrder.map(({ trackingId, person, name, at }) =>
      statement(
        `insert into opening (tracking_id, person, name, first_at, last_at) values ($1, $2, $3, $4::bigint, $4::bigint)
         on conflict (tracking_id, person) do update set
           name = excluded.name,
           times = opening.times + case when excluded.last_at - opening.last_at > $5::bigint then 1 else 0 end,
           last_at = greatest(opening.last_at, excluded.last_at)`,
        trackingId,
        person,
        name,
        at,
        oneTimeMs,
      ),
    ),
  );
}

const mostListed = 200;
const openingSchema = z.object({ name: z.string(), first_at: whole, last_at: whole, times: whole });

/** Who opened a flow, the latest first, at most 200. */
export async function openingsOf(database: Database, trackingId: string): Promise<Opening[]> {
  const rows = await rowsOf(
    database,
    `select name, first_at, last_at, times from opening where tracking_id = $1 order by last_at desc, person limit ${mostListed}`,
    trackingId,
  );
  return rows.map((row) => {
    const { name, first_at: firstAt, last_at: lastAt, times } = openingSchema.parse(row);
    return { person: nameOf(name), firstAt, lastAt, times };
  });
}
