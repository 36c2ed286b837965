/** Keeps what the gateway sees, off the answers' path. No failure of the database reaches a page; what is lost is counted. */
import type { FastifyBaseLogger } from 'fastify';
import type { EpochMs } from '#model/values/time.ts';
import type { HistorySettings } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import type { AnswerMemory, Lease } from '../routee/memory.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { claimedRecords } from './claimed-records.ts';
import { type Database, statement } from './database.ts';
import { forgetBefore, forgetBeyond } from './forget.ts';
import { type Kept, keptOf, type Source } from './observation.ts';
import { openHistory } from './open.ts';
import { pageRecords } from './page-records.ts';
import { HistoryStore } from './store.ts';
import { historyKey } from './tracking-key.ts';

const mostQueued = 200;
/** A larger answer is parsed for too long while others wait for the gateway. */
const largestAnswer = 4 * 1024 * 1024;
/** Of the budget of memory: a slow database must not take the room that answers need. */
const shareOfMemory = 1 / 8;
/** Of a page of search results, in one transaction: who reads waits for one of them at most, where there is one connection. */
const keptAtOnce = 20;
const pruneEveryMs = 3600_000;
const drainMs = 5000;

/** Whether the last thing that the database was asked for was done. */
export type HistoryState = 'ok' | 'failing';

/** What was seen: the record of one flow, a page of search results, or what somebody posted. */
type Seen = { readonly kind: 'record'; readonly trackingId: string } | { readonly kind: 'page' | 'posted' };

interface Queued {
  readonly seen: Seen;
  readonly bytes: Buffer;
  readonly seenAt: number;
  readonly source: Source;
  readonly lease: Lease;
}

interface Options {
  readonly settings: HistorySettings;
  readonly memory: AnswerMemory;
  readonly metrics: Metrics;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  readonly open?: (settings: HistorySettings) => Promise<Database>;
  /** Before a second try. */
  readonly pauseMs?: number;
}

/** With the IDs that each may be kept under. */
function recordsOf({ seen, bytes }: Queued): { readonly trackingIds: readonly string[]; readonly bytes: Buffer }[] {
  switch (seen.kind) {
    case 'record':
      return [{ trackingIds: [seen.trackingId], bytes }];
    case 'page':
      return pageRecords(bytes).map((record) => ({ trackingIds: [record.trackingId], bytes: record.bytes }));
    case 'posted':
      return claimedRecords(bytes);
  }
}

export class HistoryKeeper {
  readonly #settings: HistorySettings;
  readonly #memory: AnswerMemory;
  readonly #metrics: Metrics;
  readonly #log: Options['log'];
  readonly #open: NonNullable<Options['open']>;
  readonly #pauseMs: number;
  readonly #queue: Queued[] = [];
  /** Answers that are remembered are given many times, and kept once. */
  readonly #noted = new WeakSet<Buffer>();
  readonly #prune: NodeJS.Timeout;
  #queuedBytes = 0;
  #opening: Promise<Database> | null = null;
  #working: Promise<void> | null = null;
  #isClosing = false;
  #state: HistoryState = 'ok';

  constructor({ settings, memory, metrics, log, open = openHistory, pauseMs = 1000 }: Options) {
    this.#settings = settings;
    this.#memory = memory;
    this.#metrics = metrics;
    this.#log = log;
    this.#open = open;
    this.#pauseMs = pauseMs;
    this.#prune = setInterval(() => void this.prune(Date.now()), pruneEveryMs).unref();
    metrics.watchHistory(() => this.#queue.length);
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** Whether an answer is new to the history, and small enough for it; one that is not is counted. */
  wants({ bytes }: Fetched): boolean {
    if (this.#isClosing || this.#noted.has(bytes)) return false;
    if (bytes.length <= largestAnswer) return true;
    this.#noted.add(bytes);
    this.#lost('tooLarge', 1);
    return false;
  }

  /** Notes an answer of Routee's: a flow's record, or a page of a search for null. Returns at once and never throws. */
  observe(answer: Fetched, trackingId: string | null, source: Source): void {
    if (!this.wants(answer)) return;
    this.#noted.add(answer.bytes);
    const { bytes, asOf: seenAt } = answer;
    const seen: Seen = trackingId === null ? { kind: 'page' } : { kind: 'record', trackingId: historyKey(trackingId) };
    this.#enqueue(seen, bytes, seenAt, source);
  }

  /** Notes what somebody posted, who need not be Routee. Returns at once; false where there is no room for it. */
  claim(bytes: Buffer, source: 'callback' | 'upload', seenAt: EpochMs): boolean {
    if (this.#isClosing) return false;
    return this.#enqueue({ kind: 'posted' }, bytes, seenAt, source);
  }

  #enqueue(seen: Seen, bytes: Buffer, seenAt: EpochMs, source: Source): boolean {
    const lease = this.#room(bytes.length);
    if (lease === null) return false;
    this.#queuedBytes += bytes.length;
    // A copy of its own: holding the answer's memory would hold its other forms too.
    this.#queue.push({ seen, bytes: Buffer.from(bytes), seenAt, source, lease });
    this.#wake();
    return true;
  }

  /** Null where there is none; that is counted. */
  #room(bytes: number): Lease | null {
    const isFull =
      this.#queue.length >= mostQueued || this.#queuedBytes + bytes > this.#memory.totalBytes * shareOfMemory;
    const lease = this.#memory.lease();
    if (!isFull && lease.tryReserve(bytes)) return lease;
    lease.release();
    this.#lost(isFull ? 'queueFull' : 'memoryFull', 1);
    return null;
  }

  /** Runs `ask` on the store. Rejects where the database cannot be had. */
  async read<Value>(ask: (store: HistoryStore) => Promise<Value>): Promise<Value> {
    return this.query((database) => ask(new HistoryStore(database)));
  }

  /** Runs `ask` on the database itself. Rejects where it cannot be had. */
  async query<Value>(ask: (database: Database) => Promise<Value>): Promise<Value> {
    return this.#tried(ask);
  }

  /** Deletes what is older or more than is to be kept. Never rejects. */
  async prune(now: number): Promise<void> {
    try {
      await this.#tried(async (database) => {
        await forgetBefore(database, now - this.#settings.keepMs);
        await forgetBeyond(database, this.#settings.mostBytes);
        // A server counts its rows by itself; without counts a large history is searched in the wrong order.
        if (database.kind === 'pglite') await database.run([statement('analyze')]);
      });
    } catch (error) {
      this.#log.warn({ code: codeOf(error) }, 'the history could not be shortened');
    }
  }

  /** Keeps what is queued, for some seconds at most, and closes the database. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#prune);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, drainMs);
    });
    await Promise.race([this.#working ?? Promise.resolve(), late]);
    clearTimeout(timer);
    for (const left of this.#queue.splice(0)) {
      this.#release(left);
      this.#lost('closed', 1);
    }
    const opened = await Promise.race([this.#opening?.catch(() => null) ?? null, late]);
    await opened?.close().catch(() => {});
  }

  #wake(): void {
    this.#working ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#work())
      .finally(() => {
        this.#working = null;
        if (this.#queue.length > 0) this.#wake();
      });
  }

  async #work(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      await this.#keep(next);
      this.#release(next);
    }
  }

  #release({ lease, bytes }: Queued): void {
    this.#queuedBytes -= bytes.length;
    lease.release();
  }

  async #keep(queued: Queued): Promise<void> {
    let left: Kept[] = [];
    try {
      left = await this.#observationsOf(queued);
      if (left.length === 0 && queued.seen.kind === 'posted') this.#lost('unreadable', 1);
      while (left.length > 0) {
        const next = left.slice(0, keptAtOnce);
        await this.#keepTwice(next);
        this.#metrics.historyKept.inc(next.length);
        left = left.slice(keptAtOnce);
      }
    } catch (error) {
      this.#lost('database', Math.max(1, left.length));
      this.#log.warn({ code: codeOf(error) }, 'a record was not kept');
    }
  }

  async #observationsOf(queued: Queued): Promise<Kept[]> {
    const { seenAt, source } = queued;
    const kept: Kept[] = [];
    for (const { trackingIds, bytes } of recordsOf(queued)) {
      const trackingId = await this.#knownOf(trackingIds);
      const one = trackingId === undefined ? null : keptOf({ trackingId, bytes, seenAt, source });
      if (one !== null) kept.push(one);
    }
    return kept;
  }

  /** Of several IDs the first that is kept already, else the first. */
  async #knownOf(trackingIds: readonly string[]): Promise<string | undefined> {
    if (trackingIds.length <= 1) return trackingIds[0];
    const known = await this.read((store) => store.known(trackingIds));
    return trackingIds.find((id) => known.has(id)) ?? trackingIds[0];
  }

  async #keepTwice(kept: readonly Kept[]): Promise<void> {
    const keep = (database: Database) => new HistoryStore(database).keep(kept);
    try {
      await this.#tried(keep);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, this.#isClosing ? 0 : this.#pauseMs));
      await this.#tried(keep);
    }
  }

  async #tried<Value>(ask: (database: Database) => Promise<Value>): Promise<Value> {
    try {
      this.#opening ??= this.#open(this.#settings);
      const opening = this.#opening;
      opening.catch(() => {
        // The next one who asks opens it anew.
        if (this.#opening === opening) this.#opening = null;
      });
      const value = await ask(await opening);
      this.#state = 'ok';
      return value;
    } catch (error) {
      this.#state = 'failing';
      throw error;
    }
  }

  #lost(reason: 'tooLarge' | 'queueFull' | 'memoryFull' | 'unreadable' | 'database' | 'closed', count: number): void {
    this.#metrics.historyLost.inc({ reason }, count);
  }
}

/** Messages of databases may hold values; codes do not. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
