/**
 * The store that replicas share, with its time limits: whatever it does, nobody waits longer than a moment for it. After
 * three failures in a row, or the end of the connection, it counts as failing and is not asked; a probe in the background
 * finds out when it is of use again.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { CacheSettings } from '../config.ts';
import { pause } from '../routee/patience.ts';
import { type CacheConnection, type OpenCache, openCache, type Word } from './cache-connection.ts';
import type { CacheMetrics } from './cache-metrics.ts';

/** Whether the store is asked. */
export type CacheState = 'ok' | 'failing';

const openMs = 1500;
/** What goes on behind an answer may take so many times as long as what a person waits for. */
const timesBehind = 6;
const failuresInARow = 3;
const pauseMs = { first: 100, longest: 5000 };
/** Having been well for so long, the next failure is a first one. */
const wellForMs = 10_000;

type Reason = 'away' | 'slow' | 'full' | 'refused';

/** The store could not be asked, or did not answer in time or as it should. */
export class CacheTrouble extends Error {
  override readonly name = 'CacheTrouble';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`The shared store is of no use: ${reason}`);
    this.reason = reason;
  }
}

/** One script that the store runs as a whole. */
export interface Asked {
  readonly operation: 'ask' | 'hold' | 'land' | 'drop' | 'grant';
  readonly script: string;
  readonly keys: readonly string[];
  readonly values: readonly Word[];
  /** Told of an answer that came when it was no longer waited for. */
  readonly late?: (answer: unknown) => void;
}

interface Options {
  readonly settings: CacheSettings;
  readonly channel: string;
  readonly metrics: CacheMetrics;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  readonly open?: OpenCache;
}

/** The server's refusals begin with a word in capitals. */
function reasonOf(error: unknown): Reason {
  const word = error instanceof Error ? (/^[A-Z]+(?= )/.exec(error.message)?.[0] ?? null) : null;
  if (word === null) return 'away';
  return word === 'OOM' ? 'full' : 'refused';
}

/** Resolves after so many milliseconds, when what has come meanwhile has been read: a busy process is no slow store. */
function timer(ms: number): { over: Promise<void>; stop: () => void } {
  let handle: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    handle = setTimeout(() => setImmediate(() => setImmediate(resolve)), ms);
  });
  return { over, stop: () => clearTimeout(handle) };
}

/** Rejects with CacheTrouble where the work takes longer; `late` is told what comes after that. */
async function limited<Value>(work: Promise<Value>, ms: number, late?: (value: Value) => void): Promise<Value> {
  const { over, stop } = timer(ms);
  let isLate = false;
  const watched = work.then((value) => {
    if (isLate) late?.(value);
    return value;
  });
  watched.catch(() => {});
  try {
    return await Promise.race([
      watched,
      over.then(() => {
        isLate = true;
        throw new CacheTrouble('slow');
      }),
    ]);
  } finally {
    stop();
  }
}

export class Cache {
  readonly #options: Options;
  readonly #open: OpenCache;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<(message: string) => void>();
  #connection: CacheConnection | null = null;
  #state: CacheState = 'failing';
  #hasFailed = false;
  #failed = 0;
  #running: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#open = options.open ?? openCache;
    options.metrics.up.set(0);
  }

  get state(): CacheState {
    return this.#state;
  }

  /** Connects in the background and stays connected. Resolves when the first try is over, whatever came of it. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      this.#running = this.#stayConnected(resolve);
    });
  }

  /** Messages of all replicas, this one's own included. */
  onMessage(listener: (message: string) => void): void {
    this.#listeners.add(listener);
  }

  /** What the script gives. Rejects with CacheTrouble: at once while the store is failing, else within its time limit. */
  async run({ operation, script, keys, values, late }: Asked): Promise<unknown> {
    const connection = this.#connection;
    if (connection === null || this.#state === 'failing') throw new CacheTrouble('away');
    const { metrics, settings } = this.#options;
    const stop = metrics.seconds.startTimer({ operation });
    const isWaitedFor = operation === 'ask' || operation === 'grant';
    const words = ['EVAL', script, String(keys.length), ...keys, ...values];
    const limitMs = settings.askMs * (isWaitedFor ? 1 : timesBehind);
    try {
      const answer = await limited(connection.send(words), limitMs, late);
      this.#failed = 0;
      return answer;
    } catch (error) {
      throw this.#noted(error, connection);
    } finally {
      stop();
    }
  }

  /** Ends the connection; from then on the store is failing. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The gateway closes'));
    this.#connection?.close();
    await this.#running;
  }

  #noted(error: unknown, connection: CacheConnection): CacheTrouble {
    const trouble = error instanceof CacheTrouble ? error : new CacheTrouble(reasonOf(error));
    this.#options.metrics.failures.inc({ reason: trouble.reason });
    this.#failed++;
    if (this.#failed >= failuresInARow && this.#connection === connection) {
      this.#turn('failing', trouble.reason);
      connection.close();
    }
    return trouble;
  }

  async #stayConnected(tried: () => void): Promise<void> {
    let waitMs = pauseMs.first;
    while (!this.#closing.signal.aborted) {
      const wellSince = await this.#connected();
      tried();
      if (wellSince !== null) await this.#connection?.ended;
      this.#connection?.close();
      this.#connection = null;
      this.#turn('failing', 'away');
      const wasWell = wellSince !== null && performance.now() - wellSince > wellForMs;
      waitMs = wasWell ? pauseMs.first : Math.min(pauseMs.longest, waitMs * 2);
      await pause(waitMs, this.#closing.signal).catch(() => {});
    }
  }

  /** By the clock since when the store is of use, milliseconds; null where it is not. A probe writes: a full store is of no use. */
  async #connected(): Promise<number | null> {
    const { settings, channel, metrics } = this.#options;
    const onMessage = (message: string) => {
      for (const listener of this.#listeners) listener(message);
    };
    try {
      const opening = this.#open(settings.url, { channel, onMessage });
      const connection = await limited(opening, openMs, (late) => late.close());
      this.#connection = connection;
      await limited(connection.send(['SET', `${channel}:probe`, '', 'PX', '1000']), settings.askMs);
      this.#failed = 0;
      if (this.#closing.signal.aborted) return null;
      this.#turn('ok', null);
      return performance.now();
    } catch (error) {
      const reason = error instanceof CacheTrouble ? error.reason : reasonOf(error);
      metrics.failures.inc({ reason });
      this.#turn('failing', reason);
      return null;
    }
  }

  /** A store that comes and goes is a line each time; one that stays away is one line. */
  #turn(state: CacheState, reason: Reason | null): void {
    const { metrics, log } = this.#options;
    metrics.up.set(state === 'ok' ? 1 : 0);
    this.#state = state;
    const hasFailed = state === 'failing';
    if (hasFailed === this.#hasFailed || this.#closing.signal.aborted) return;
    this.#hasFailed = hasFailed;
    if (hasFailed) log.warn({ reason }, 'the shared store is failing: this replica goes on alone');
    else log.warn('the shared store is of use again');
  }
}
