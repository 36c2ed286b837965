/**
 * One budget of memory for all answers of Routee's: those on their way, those remembered, those being written to readers,
 * and their masked and compressed forms. Who wants to receive an answer waits until there is room for it.
 */
import { orAborted } from './patience.ts';

const megabyte = 1024 * 1024;
/** So many may be used by answers as they come; the rest is for their other forms and for small answers. */
const shareOfAnswers = 0.75;

interface Waiting {
  readonly bytes: number;
  readonly limit: number;
  readonly go: () => void;
}

export class AnswerMemory {
  readonly #total: number;
  readonly #forgetOldest: Set<() => boolean> = new Set();
  readonly #waiting = new Set<Waiting>();
  #used = 0;
  #isServing = false;

  /** `largestBytes`: of one answer. Two of them always fit, and their other forms. */
  constructor(largestBytes: number, totalBytes = 48 * megabyte) {
    this.#total = Math.max(totalBytes, 3 * largestBytes);
  }

  get usedBytes(): number {
    return this.#used;
  }

  get totalBytes(): number {
    return this.#total;
  }

  /** How many calls wait for room. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** A memory that can be done without when room is needed: `forgetOldest` gives up one answer, and says whether it had one. */
  addMemory(forgetOldest: () => boolean): void {
    this.#forgetOldest.add(forgetOldest);
  }

  lease(): Lease {
    return new Lease(this);
  }

  /** Resolves when so many bytes are taken; large answers leave a part of the budget alone. First come, first served. */
  async take(bytes: number, isSmall: boolean, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const limit = isSmall ? this.#total : this.#total * shareOfAnswers;
    if (this.#waiting.size === 0 && this.tryTake(bytes, limit)) return;
    let waiting: Waiting | undefined;
    const turn = new Promise<void>((go) => {
      waiting = { bytes, limit, go };
      this.#waiting.add(waiting);
    });
    try {
      await orAborted(turn, signal);
    } catch (error) {
      // Its turn may have come in the same moment.
      if (waiting !== undefined && !this.#waiting.delete(waiting)) this.give(bytes);
      throw error;
    } finally {
      this.next();
    }
  }

  /** Takes the bytes when there is room, forgetting what is only remembered. One that is larger than all takes all. */
  tryTake(bytes: number, limit = this.#total): boolean {
    const fits = () => this.#used + bytes <= limit || (this.#used === 0 && bytes > limit);
    while (!fits() && [...this.#forgetOldest].some((forget) => forget()));
    if (!fits()) return false;
    this.#used += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#used -= bytes;
    this.next();
  }

  /**
   * Serves those who wait, as far as there is room; to be called whenever there may be more. Not within itself: what is
   * forgotten for the first in the line comes back while it is still in the line.
   */
  next(): void {
    if (this.#isServing || this.#waiting.size === 0) return;
    this.#isServing = true;
    for (const waiting of this.#waiting) {
      if (!this.tryTake(waiting.bytes, waiting.limit)) break;
      this.#waiting.delete(waiting);
      waiting.go();
    }
    this.#isServing = false;
  }
}

/** The part of the budget that one answer has, from the call for it until the last reader has it. */
export class Lease {
  readonly #memory: AnswerMemory;
  #bytes = 0;
  #holders = 1;
  #isWaiting = false;

  constructor(memory: AnswerMemory) {
    this.#memory = memory;
  }

  /** Whether there is no room for it yet. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Waits until so many bytes more are to be had. Rejects with the signal's reason. */
  async reserve(bytes: number, isSmall: boolean, signal: AbortSignal): Promise<void> {
    this.#isWaiting = true;
    try {
      await this.#memory.take(bytes, isSmall, signal);
    } finally {
      this.#isWaiting = false;
    }
    if (this.#holders === 0) {
      this.#memory.give(bytes);
      throw new Error('The answer has been given up');
    }
    this.#bytes += bytes;
  }

  /** So many bytes more if they are to be had at once. Who holds an answer never waits for more, or all would wait. */
  tryReserve(bytes: number): boolean {
    if (this.#holders === 0 || !this.#memory.tryTake(bytes)) return false;
    this.#bytes += bytes;
    return true;
  }

  /** Gives back so many bytes. */
  giveBack(bytes: number): void {
    const given = Math.min(bytes, this.#bytes);
    this.#bytes -= given;
    this.#memory.give(given);
  }

  /** Gives back all bytes; the answer is to be called for again. */
  clear(): void {
    this.giveBack(this.#bytes);
  }

  /** One more who holds the answer. */
  hold(): void {
    if (this.#holders === 0) throw new Error('The answer has been given up');
    this.#holders++;
  }

  /** One fewer; the last gives everything back. */
  release(): void {
    if (this.#holders === 0) return;
    this.#holders--;
    // It may be only remembered now, and so be forgotten.
    if (this.#holders > 0) this.#memory.next();
    else this.clear();
  }
}
