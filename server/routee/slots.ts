/** A cap on calls under way: those beyond it wait for their turn, first come, first served. */
import PQueue from 'p-queue';
import { Problem } from '../problem.ts';

const longestQueue = 1000;

export class Slots {
  readonly #queue: PQueue;
  #isShort = () => {};

  constructor(cap: number) {
    this.#queue = new PQueue({ concurrency: cap });
  }

  /** From now on so many at once, 0 too. Those under way go on. */
  setCap(cap: number): void {
    if (cap < 1) {
      this.#queue.pause();
      return;
    }
    this.#queue.concurrency = cap;
    if (this.#queue.isPaused) this.#queue.start();
  }

  /** Told whenever one more waits for its turn. */
  onWaiting(listener: () => void): void {
    this.#isShort = listener;
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
    const done = this.#queue.add(work, { signal });
    if (this.#queue.size > 0) this.#isShort();
    return done;
  }
}
