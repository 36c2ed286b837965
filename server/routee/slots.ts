/** A cap on calls under way: those beyond it wait for their turn, first come, first served. */
import PQueue from 'p-queue';
import { Problem } from '../problem.ts';

const longestQueue = 1000;

export class Slots {
  readonly #queue: PQueue;

  constructor(cap: number) {
    this.#queue = new PQueue({ concurrency: cap });
  }

  /** How many calls are under way. */
  get used(): number {
    return this.#queue.pending;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Runs the work in a slot of its own. Rejects with the signal's reason when it aborts, before a slot is free or after. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#queue.size >= longestQueue) {
      throw new Problem('rate-limited', 'Too many requests wait for Routee at the moment.', { retryAfter: 5 });
    }
    return this.#queue.add(work, { signal });
  }
}
