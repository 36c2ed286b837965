/** A cap on calls under way: those beyond it wait for their turn, first come, first served. */
import { Problem } from '../problem.ts';

const longestQueue = 1000;

export class Slots {
  readonly #cap: number;
  readonly #waiting = new Set<() => void>();
  #used = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** How many calls are under way. */
  get used(): number {
    return this.#used;
  }

  /** Runs the work in a slot of its own. Rejects with the signal's reason when it aborts before a slot is free. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#used >= this.#cap) await this.#turn(signal);
    else this.#used++;
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.#free();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= longestQueue) {
      throw new Problem('rate-limited', 'Too many requests wait for Routee at the moment.', { retryAfter: 5 });
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.delete(go);
        reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Hands the slot to the one who waits longest. */
  #free(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#used--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
