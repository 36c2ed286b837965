/** Sends answers to readers at their pace, and parts with those who do not take theirs: it is held in memory until they have. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { AnswerMemory, Lease } from '../routee/memory.ts';

const sliceBytes = 64 * 1024;
const lookEveryMs = 500;
/** How long a slice may take: 3 kB a second, and 13 while others wait for the memory. */
const longestMs = { calm: 20_000, whenWaitedFor: 5000 };

interface Reading {
  readonly reply: FastifyReply;
  /** When a slice was taken last, by a clock that never goes back. */
  tookAt: number;
}

export class Readers {
  readonly #memory: AnswerMemory;
  readonly #metrics: Metrics;
  readonly #reading = new Set<Reading>();
  #timer: NodeJS.Timeout | null = null;

  constructor(memory: AnswerMemory, metrics: Metrics) {
    this.#memory = memory;
    this.#metrics = metrics;
  }

  /** Watches the reply until it is out or the reader is gone; then the answer's memory has one holder fewer. */
  #watch(reply: FastifyReply, lease: Lease): Reading {
    const reading = { reply, tookAt: performance.now() };
    this.#reading.add(reading);
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs).unref();
    const done = () => {
      this.#reading.delete(reading);
      lease.release();
    };
    if (reply.raw.closed) done();
    else reply.raw.once('close', done);
    return reading;
  }

  /** The body as it is to be given to `reply.send`. Takes over the caller's hold on the memory. */
  body(reply: FastifyReply, bytes: Buffer, lease: Lease): Buffer | Readable {
    const reading = this.#watch(reply, lease);
    if (bytes.length <= sliceBytes) return bytes;
    reply.header('content-length', bytes.length);
    return Readable.from(slices(bytes, reading), { highWaterMark: 1 });
  }

  #look(): void {
    const longest = this.#memory.waiting > 0 ? longestMs.whenWaitedFor : longestMs.calm;
    const now = performance.now();
    for (const { reply, tookAt } of this.#reading) {
      if (now - tookAt <= longest) continue;
      this.#metrics.readersCut.inc();
      reply.raw.destroy();
    }
    if (this.#reading.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

function* slices(bytes: Buffer, reading: Reading): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    reading.tookAt = performance.now();
    yield bytes.subarray(at, at + sliceBytes);
  }
  reading.tookAt = performance.now();
}
