/**
 * Calls to Routee that replicas share: who asks first makes the call and holds a lease, the others wait for what it brings. A
 * lease that is not renewed ends, and the next one calls. Where the store is of no use everybody calls for themselves.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Cache } from './cache.ts';
import type { CacheMetrics } from './cache-metrics.ts';
import { askScript, dropScript, holdScript, landScript } from './scripts.ts';
import type { Sealing } from './sealing.ts';

/** Without news of its holder a lease ends after so long; longer than a busy process is held up. */
const leaseMs = 3000;
const holdEveryMs = 700;
/** Who waits is told by a message; one that is lost costs so much. */
const lookEveryMs = 200;
/** What is for those alone who wait. */
const landedMs = 5000;
const mostUnreadable = 2;

/** What others get of a call. `problem` is never remembered. */
export interface Landing {
  readonly kind: 'finished' | 'running' | 'problem';
  readonly plain: Buffer;
  /** How long it is remembered for whoever asks later; 0: it is for those who wait. */
  readonly keepMs: number;
}

/** What another's call brought. */
export interface Landed {
  readonly kind: Landing['kind'];
  readonly plain: Buffer;
  /** How long it may still be remembered, milliseconds. */
  readonly leftMs: number;
  /** The ID of the call that brought it. */
  readonly flight: string;
  /** It came of a call that was under way when we asked, not from the memory. */
  readonly wasUnderWay: boolean;
}

export interface Flight<Value> {
  readonly kind: 'flow' | 'token';
  readonly name: string;
  /** What is finished and remembered does not do. */
  readonly fresh: boolean;
  /** Whoever waits for another's call longer calls for themselves. */
  readonly waitMs: number;
  readonly call: (signal: AbortSignal, flight: string) => Promise<Value>;
  /** Null: it is nothing for others, who then call in turn. */
  readonly landing: (value: Value) => Landing | null;
  readonly landingOfError: (error: unknown) => Landing | null;
  /** Rejects where what landed is an error; null: it cannot be read. */
  readonly read: (landed: Landed, signal: AbortSignal) => Promise<Value | null>;
}

type Reply =
  | { readonly kind: 'answer'; readonly value: Buffer; readonly leftMs: number }
  | { readonly kind: 'wait'; readonly holder: string }
  | { readonly kind: 'call' };

const text = z.pipe(
  z.instanceof(Buffer),
  z.transform((bytes) => bytes.toString('latin1')),
);
const replySchema = z.union([
  z.tuple([z.pipe(text, z.literal('answer')), z.instanceof(Buffer), z.number()]),
  z.tuple([z.pipe(text, z.literal('wait')), text]),
  z.tuple([z.pipe(text, z.literal('call'))]),
]);

const letters = { finished: 'f', running: 'r', problem: 'p' } as const;
const kinds: ReadonlyMap<string, Landing['kind']> = new Map([
  ['f', 'finished'],
  ['r', 'running'],
  ['p', 'problem'],
]);
const flightLength = 22;

/** The lease went to another while the call was under way. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

function replyOf(answer: unknown): Reply | null {
  const parsed = replySchema.safeParse(answer);
  if (!parsed.success) return null;
  const [kind, value, leftMs] = parsed.data;
  if (kind === 'answer') return { kind, value, leftMs };
  return kind === 'wait' ? { kind, holder: value } : { kind };
}

function keysOf(name: string): [remembered: string, landed: string, lease: string] {
  return [name, `${name}:landed`, `${name}:lease`];
}

interface Options {
  readonly cache: Cache;
  readonly sealing: Sealing;
  readonly channel: string;
  readonly metrics: CacheMetrics;
}

export class Flights {
  readonly #cache: Cache;
  readonly #sealing: Sealing;
  readonly #channel: string;
  readonly #metrics: CacheMetrics;
  /** Begins the ID of every flight of this replica's. */
  readonly #own = randomBytes(6).toString('base64url');
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #news = new Set<(name: string) => void>();

  constructor({ cache, sealing, channel, metrics }: Options) {
    this.#cache = cache;
    this.#sealing = sealing;
    this.#channel = channel;
    this.#metrics = metrics;
    cache.onMessage((message) => this.#hear(message));
  }

  /** Told the name of what another replica has called for. */
  onNews(listener: (name: string) => void): void {
    this.#news.add(listener);
  }

  /** Rejects as the call does, as what landed does, or with the signal's reason. */
  async share<Value>(flight: Flight<Value>, signal: AbortSignal): Promise<Value> {
    const alone = () => this.#counted(flight, 'alone', flight.call(signal, this.#newId()));
    const waitUntil = performance.now() + flight.waitMs;
    let awaited = '';
    let unreadable = 0;
    while (performance.now() < waitUntil && unreadable < mostUnreadable) {
      const ear = this.#listen(flight.name);
      try {
        const id = this.#newId();
        const reply = await this.#ask(flight, id, awaited);
        signal.throwIfAborted();
        if (reply === null) return await alone();
        if (reply.kind === 'call') {
          const value = await this.#called(flight, id, signal);
          if (value !== lost) return value;
        } else if (reply.kind === 'wait') {
          awaited = reply.holder;
          await ear.heard(signal);
        } else {
          const value = await this.#read(flight, reply, awaited, signal);
          if (value !== null) return value;
          unreadable++;
        }
      } finally {
        ear.stop();
      }
    }
    return alone();
  }

  /** Has what is remembered forgotten, if this flight brought it. */
  drop(name: string, flight: string): void {
    const asked = { operation: 'drop', script: dropScript, keys: [name], values: [flight] } as const;
    this.#cache.run(asked).catch(() => {});
  }

  async #counted<Value>({ kind }: Flight<Value>, result: string, value: Promise<Value>): Promise<Value> {
    this.#metrics.flights.inc({ kind, result });
    return value;
  }

  /** Null where the store is of no use. */
  async #ask<Value>({ name, fresh }: Flight<Value>, id: string, awaited: string): Promise<Reply | null> {
    try {
      const answer = await this.#cache.run({
        operation: 'ask',
        script: askScript,
        keys: keysOf(name),
        values: [id, String(leaseMs), fresh ? '1' : '0', awaited],
        // We have called without it by then; others shall not wait for us.
        late: (late) => {
          if (replyOf(late)?.kind === 'call') this.#land(name, id, null);
        },
      });
      return replyOf(answer);
    } catch {
      return null;
    }
  }

  async #read<Value>(
    flight: Flight<Value>,
    { value, leftMs }: { value: Buffer; leftMs: number },
    awaited: string,
    signal: AbortSignal,
  ): Promise<Value | null> {
    const beside = value.subarray(0, 1 + flightLength).toString('latin1');
    const kind = kinds.get(beside.slice(0, 1));
    const plain = this.#sealing.open(flight.name, beside, value.subarray(1 + flightLength));
    const by = beside.slice(1);
    if (kind !== undefined && plain !== null) {
      const landed = { kind, plain, leftMs: Math.max(0, leftMs), flight: by, wasUnderWay: by === awaited };
      this.#metrics.flights.inc({ kind: flight.kind, result: landed.wasUnderWay ? 'waited' : 'remembered' });
      const read = await flight.read(landed, signal);
      if (read !== null) return read;
    }
    this.#metrics.failures.inc({ reason: 'unreadable' });
    this.drop(flight.name, '');
    return null;
  }

  /** `lost` where the lease went to another, who is to be waited for. */
  async #called<Value>(flight: Flight<Value>, id: string, signal: AbortSignal): Promise<Value | typeof lost> {
    this.#metrics.flights.inc({ kind: flight.kind, result: 'called' });
    const given = new AbortController();
    const onAbort = () => given.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    const holding = setInterval(() => {
      this.#holds(flight.name, id).then((holds) => holds || given.abort(new LeaseLost()));
    }, holdEveryMs);
    try {
      const value = await flight.call(given.signal, id);
      this.#land(flight.name, id, flight.landing(value));
      return value;
    } catch (error) {
      if (error instanceof LeaseLost) return lost;
      this.#land(flight.name, id, flight.landingOfError(error));
      throw error;
    } finally {
      clearInterval(holding);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Whether the lease is still ours, as far as can be told. */
  async #holds(name: string, id: string): Promise<boolean> {
    const keys = keysOf(name).slice(2);
    const asked = { operation: 'hold', script: holdScript, keys, values: [id, String(leaseMs)] } as const;
    return this.#cache.run(asked).then(
      (answer) => answer !== 0,
      () => true,
    );
  }

  /** Gives the lease back, with what the call brought, and tells all. Goes on behind the answer. */
  #land(name: string, id: string, landing: Landing | null): void {
    const [remembered, landed, lease] = keysOf(name);
    const isRemembered = landing !== null && landing.keepMs > 0;
    const beside = landing === null ? '' : letters[landing.kind] + id;
    const value =
      landing === null
        ? ''
        : Buffer.concat([Buffer.from(beside, 'latin1'), this.#sealing.seal(name, beside, landing.plain)]);
    const keepMs = Math.max(1, Math.round(isRemembered ? landing.keepMs : landedMs));
    const asked = {
      operation: 'land',
      script: landScript,
      keys: [isRemembered ? remembered : landed, lease],
      values: [id, this.#channel, `${name} ${id}`, value, String(keepMs)],
    } as const;
    this.#cache.run(asked).catch(() => {});
  }

  #newId(): string {
    return (
      this.#own +
      randomBytes(11)
        .toString('base64url')
        .slice(0, flightLength - this.#own.length)
    );
  }

  #hear(message: string): void {
    const [name = '', flight = ''] = message.split(' ');
    for (const wake of this.#waiting.get(name) ?? []) wake();
    if (flight.startsWith(this.#own)) return;
    for (const listener of this.#news) listener(name);
  }

  /** Listens from now on, so that no message falls between asking and waiting. */
  #listen(name: string): { heard: (signal: AbortSignal) => Promise<void>; stop: () => void } {
    let hasCome = false;
    let wake = () => {
      hasCome = true;
    };
    const onMessage = () => wake();
    const ears = this.#waiting.get(name) ?? new Set();
    this.#waiting.set(name, ears.add(onMessage));
    const heard = (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const onAbort = () => {
          clearTimeout(look);
          reject(signal.reason);
        };
        const done = () => {
          clearTimeout(look);
          signal.removeEventListener('abort', onAbort);
          resolve();
        };
        const look = setTimeout(done, hasCome ? 0 : lookEveryMs);
        wake = done;
        signal.addEventListener('abort', onAbort, { once: true });
      });
    const stop = () => {
      ears.delete(onMessage);
      if (ears.size === 0 && this.#waiting.get(name) === ears) this.#waiting.delete(name);
    };
    return { heard, stop };
  }
}

const lost = Symbol('the lease went to another');
