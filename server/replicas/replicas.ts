/** What several gateways share through one store, put together. */
import type { FastifyBaseLogger } from 'fastify';
import type { CacheSettings, Limits, RouteeAccount } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import type { RetryBudget } from '../routee/retry-budget.ts';
import type { Slots } from '../routee/slots.ts';
import type { TokenShare } from '../routee/token.ts';
import { Cache, type CacheState } from './cache.ts';
import type { OpenCache } from './cache-connection.ts';
import { createCacheMetrics } from './cache-metrics.ts';
import { Flights } from './flights.ts';
import { Sealing } from './sealing.ts';
import { SharedFlows } from './shared-flows.ts';
import { SharedSlots } from './shared-slots.ts';
import { sharedToken } from './shared-token.ts';

interface Options {
  readonly settings: CacheSettings;
  readonly account: RouteeAccount;
  readonly limits: Limits;
  readonly memory: AnswerMemory;
  readonly metrics: Metrics;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  readonly open?: OpenCache;
}

export class Replicas {
  readonly flows: SharedFlows;
  readonly token: TokenShare;
  readonly #cache: Cache;
  readonly #slots: (slots: Slots, budget: RetryBudget) => SharedSlots;
  #sharedSlots: SharedSlots | null = null;

  constructor({ settings, account, limits, memory, metrics: { registry }, log, open }: Options) {
    const metrics = createCacheMetrics(registry);
    const sealing = new Sealing(account);
    const channel = `${sealing.prefix}:news`;
    const cache = new Cache({ settings, channel, metrics, log, ...(open === undefined ? {} : { open }) });
    const flights = new Flights({ cache, sealing, channel, metrics });
    this.#cache = cache;
    this.flows = new SharedFlows({ flights, sealing, memory, ...limits });
    this.token = sharedToken(flights, sealing, limits.totalMs);
    this.#slots = (slots, budget) =>
      new SharedSlots({ cache, sealing, channel, metrics, slots, budget, most: limits.maxCalls });
  }

  get state(): CacheState {
    return this.#cache.state;
  }

  /** The slots become a share of what all replicas have. To be called once, before `start`. */
  shareSlots(slots: Slots, budget: RetryBudget): void {
    this.#sharedSlots = this.#slots(slots, budget);
  }

  /** Resolves when the store was tried once; it may be failing. */
  async start(): Promise<void> {
    await this.#cache.start();
    await this.#sharedSlots?.start();
  }

  async close(): Promise<void> {
    await this.#sharedSlots?.close();
    await this.#cache.close();
  }
}
