/**
 * The calls to Routee that may be under way at once, shared by all replicas: each holds as many as it needs of them, and asks
 * again a few times a second. A replica that is gone loses its share. Where the store is of no use each goes on with its own limit.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { RetryBudget } from '../routee/retry-budget.ts';
import type { Slots } from '../routee/slots.ts';
import type { Cache } from './cache.ts';
import type { CacheMetrics } from './cache-metrics.ts';
import { grantScript } from './scripts.ts';
import type { Sealing } from './sealing.ts';

const everyMs = 250;
/** While calls wait for their turn, or another replica's do. */
const soonMs = 25;
const lastsMs = 3000;

const grantSchema = z.tuple([z.number(), z.number()]);

interface Options {
  readonly cache: Pick<Cache, 'run' | 'state' | 'onMessage'>;
  readonly sealing: Sealing;
  readonly channel: string;
  readonly metrics: CacheMetrics;
  readonly slots: Slots;
  readonly budget: RetryBudget;
  /** What all replicas together may have under way. */
  readonly most: number;
}

export class SharedSlots {
  readonly #options: Options;
  readonly #me = randomBytes(9).toString('base64url');
  readonly #key: string;
  readonly #message: string;
  #timer: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #dueAt = Number.POSITIVE_INFINITY;
  #asking: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: Options) {
    this.#options = options;
    this.#key = `${options.sealing.prefix}:slots`;
    this.#message = `slots ${this.#me}`;
    options.cache.onMessage((message) => {
      if (message.startsWith('slots ') && message !== this.#message) this.#askWithin(soonMs);
    });
    options.slots.onWaiting(() => this.#askWithin(0));
  }

  /** Asks for a share, and again and again until `close`. Resolves when the first is there, or is not to be had. */
  async start(): Promise<void> {
    await this.#ask(false);
  }

  /** Gives the share back to the others. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#expiry);
    await this.#asking;
    await this.#granted(-1);
  }

  #askWithin(ms: number): void {
    if (this.#isClosed || this.#asking !== null) return;
    const dueAt = performance.now() + ms;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => void this.#ask(true), ms).unref();
  }

  #ask(isTimed: boolean): Promise<void> {
    if (isTimed) this.#dueAt = Number.POSITIVE_INFINITY;
    this.#asking ??= this.#takeShare().finally(() => {
      this.#asking = null;
      const { slots } = this.#options;
      this.#askWithin(slots.waiting > 0 ? soonMs : everyMs);
    });
    return this.#asking;
  }

  async #takeShare(): Promise<void> {
    const { cache, slots, budget, metrics, most } = this.#options;
    const askedAt = performance.now();
    const share = await this.#granted(slots.used + slots.waiting);
    // One answer that is lost changes nothing.
    if (share === null && cache.state === 'ok') return;
    const [granted, replicas] = share ?? [most, 1];
    slots.setCap(granted);
    this.#expire(share === null ? null : askedAt + lastsMs - performance.now());
    budget.shareAmong(replicas);
    metrics.slots.set(granted);
    metrics.replicas.set(replicas);
  }

  /** A process that was stopped for a while finds its share with the others: its timers are the first to know. Null: never. */
  #expire(ms: number | null): void {
    clearTimeout(this.#expiry);
    if (ms === null || this.#isClosed) return;
    const over = () => {
      this.#options.slots.setCap(0);
      this.#askWithin(0);
    };
    this.#expiry = setTimeout(over, ms).unref();
  }

  /** Null where the store did not say. */
  async #granted(wanted: number): Promise<[slots: number, replicas: number] | null> {
    const { cache, channel, slots, most } = this.#options;
    const words = [this.#me, slots.used, wanted, most, lastsMs, channel, this.#message];
    const answer = await cache
      .run({ operation: 'grant', script: grantScript, keys: [this.#key], values: words.map(String) })
      .catch(() => null);
    const parsed = grantSchema.safeParse(answer);
    if (!parsed.success) return null;
    const [granted, replicas] = parsed.data;
    return [Math.min(most, Math.max(0, granted)), Math.max(1, replicas)];
  }
}
