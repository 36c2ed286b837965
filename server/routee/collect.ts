/** Takes in the body of an answer: no larger than allowed, in memory that was reserved for it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type JsonFacts, JsonScan } from './json-scan.ts';

/** Smaller bodies are kept as they come, and parsed as a whole. */
const smallBytes = 256 * 1024;
/** Of the body of an error no more is read: what Routee says in one fits a thousand times. */
export const largestErrorBytes = 256 * 1024;

/** Where memory comes from; resolves when it is to be had. A `Lease` is one. */
export interface Room {
  readonly reserve: (bytes: number, isSmall: boolean, signal: AbortSignal) => Promise<void>;
  readonly giveBack: (bytes: number) => void;
  /** Gives back everything: what was received so far is of no use. */
  readonly clear: () => void;
}

/** For answers that are always small. */
export const noRoomNeeded: Room = { reserve: async () => {}, giveBack: () => {}, clear: () => {} };

export interface Body {
  readonly bytes: Buffer;
  /** Of a large body whether it is JSON, and what it says; `unscanned` for a small one. */
  readonly json: JsonFacts | null | 'unscanned';
}

/** So long may scanning take until others have their turn, whoever's bodies are scanned. */
const longestTurnMs = 8;
let spentMs = 0;
let turn: Promise<void> | null = null;

/** Runs work that takes a moment; before it the event loop turns when too much of it was done. */
async function paced(work: () => void): Promise<void> {
  while (spentMs >= longestTurnMs) {
    turn ??= nextTurn().then(() => {
      spentMs = 0;
      turn = null;
    });
    await turn;
  }
  const started = performance.now();
  work();
  spentMs += performance.now() - started;
}

export class Collector {
  readonly #room: Room;
  readonly #signal: AbortSignal;
  /** What a body of unknown length may have; its memory is only touched as it fills. */
  readonly #capacity: number;
  readonly #chunks: Buffer[] = [];
  readonly #scan = new JsonScan();
  #large: Buffer | null = null;
  #size = 0;

  constructor(options: { room: Room; signal: AbortSignal; announced: number | null; maxBytes: number }) {
    this.#room = options.room;
    this.#signal = options.signal;
    this.#capacity = options.announced ?? options.maxBytes;
  }

  /** What has come so far, up to so many bytes. */
  beginning(bytes: number): Buffer {
    return this.#large?.subarray(0, Math.min(bytes, this.#size)) ?? Buffer.concat(this.#chunks).subarray(0, bytes);
  }

  get size(): number {
    return this.#size;
  }

  async push(chunk: Buffer): Promise<void> {
    if (this.#large === null && this.#size + chunk.length > smallBytes) await this.#grow();
    const from = this.#size;
    this.#size += chunk.length;
    if (this.#large === null) this.#chunks.push(chunk);
    else {
      chunk.copy(this.#large, from);
      await this.#scanned(this.#large.subarray(from, this.#size));
    }
  }

  async end(): Promise<Body> {
    if (this.#large === null) {
      // Always a copy: a chunk is a view of a much larger piece of memory, which it would hold.
      const bytes = Buffer.concat(this.#chunks);
      await this.#room.reserve(bytes.length, true, this.#signal);
      return { bytes, json: 'unscanned' };
    }
    const used = this.#large.subarray(0, this.#size);
    // A view of a buffer that is mostly empty would be small for us, and large for V8.
    const bytes = this.#size * 2 < this.#large.length ? Buffer.from(used) : used;
    this.#room.giveBack(this.#large.length - this.#size);
    return { bytes, json: this.#scan.end() };
  }

  async #grow(): Promise<void> {
    await this.#room.reserve(this.#capacity, false, this.#signal);
    this.#large = Buffer.allocUnsafeSlow(this.#capacity);
    let at = 0;
    for (const chunk of this.#chunks) at += chunk.copy(this.#large, at);
    this.#chunks.length = 0;
    await this.#scanned(this.#large.subarray(0, at));
  }

  async #scanned(bytes: Buffer): Promise<void> {
    const step = 32 * 1024;
    for (let at = 0; at < bytes.length; at += step) {
      await paced(() => this.#scan.push(bytes.subarray(at, at + step)));
      this.#signal.throwIfAborted();
    }
  }
}
