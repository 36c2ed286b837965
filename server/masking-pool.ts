/** Masks large answers in a worker, one after the other, so that nobody waits for the masking of another's answer. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import * as z from 'zod/mini';
import { type MaskedBytes, maskJsonBytes } from '#model/masking/json-bytes.ts';
import { Problem } from './problem.ts';

/** Masked on the spot: it takes less time than a worker's start. */
const smallBytes = 64 * 1024;
/** Answers that wait for the worker; each is held by the one who waits for it. */
const mostWaiting = 32;
const idleMs = 10_000;
/** Texts of the largest answer twice over, in two bytes a character. */
const heapMb = 128;

const resultSchema = z.union([z.instanceof(Uint8Array), z.enum(['notJson', 'tooDeep', 'tooLarge'])]);

function masked(result: unknown): MaskedBytes {
  const known = resultSchema.parse(result);
  if (typeof known === 'string') return { ok: false, why: known };
  const { buffer, byteOffset, byteLength } = known;
  // Shared memory is what the worker never makes.
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError('The masking worker answered with shared memory');
  return { ok: true, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
}

export class MaskingPool {
  readonly #jobFile: string;
  readonly #isBuilt: boolean;
  readonly #line = new PQueue({ concurrency: 1 });
  #pool: Piscina<Uint8Array, unknown> | null = null;

  /** `jobFile`: the built masking-job.ts; by default the one beside the built server. The worker starts when needed. */
  constructor(jobFile = fileURLToPath(new URL('./masking-job.js', import.meta.url))) {
    this.#jobFile = jobFile;
    this.#isBuilt = existsSync(jobFile);
  }

  /**
   * `onTurn` is called when the work begins, and may throw. Rejects with a Problem when too many wait already, or when the
   * worker's memory does not do, and with the signal's reason.
   */
  async mask(bytes: Buffer, signal: AbortSignal, onTurn: () => void): Promise<MaskedBytes> {
    // Without a built worker (the gateway run from its source) it is done on the spot.
    if (bytes.length <= smallBytes || !this.#isBuilt) {
      onTurn();
      return maskJsonBytes(bytes);
    }
    if (this.#line.size >= mostWaiting) {
      throw new Problem('rate-limited', 'Too many large answers wait to be masked.', { retryAfter: 5 });
    }
    const work = async () => {
      onTurn();
      return masked(await this.#worker().run(bytes, { signal }));
    };
    return this.#line.add(work, { signal });
  }

  #worker(): Piscina<Uint8Array, unknown> {
    this.#pool ??= new Piscina({
      filename: this.#jobFile,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = null;
  }
}
