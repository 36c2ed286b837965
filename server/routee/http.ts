/** One HTTP call to Routee: kept-alive connections, a time limit through its signal, a cap on the answer's size. */
import { type Cause, causeOf, errorCode } from './cause.ts';
import { type Body, Collector, largestErrorBytes, type Room } from './collect.ts';
import { Connection, type SessionMemory } from './connection.ts';
import { orAborted } from './patience.ts';
import { retryAfterSeconds } from './retry-after.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below the address of the host, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly retryAfterS: number | null;
  readonly contentType: string;
  /** Of an error no more than its beginning. */
  readonly body: Buffer;
  readonly json: Body['json'];
}

/** Why there is no answer: `code` is Node's or undici's own, for the log. */
interface Broken {
  readonly cause: Cause;
  readonly code: string | null;
}

/** How a call ended. `cut`: the connection broke within the answer; `unreachable`: before it. */
export type Outcome =
  | Answer
  | ({ readonly kind: 'cut'; readonly status: number; readonly body: Buffer } & Broken)
  | ({ readonly kind: 'unreachable' } & Broken)
  | { readonly kind: 'tooLarge'; readonly status: number };

export interface Limits {
  readonly maxBytes: number;
  readonly room: Room;
}

/** One of Routee's two hosts. A path in its address stays in front of every call's own. */
export class Host {
  readonly #origin: string;
  readonly #connectMs: number;
  readonly prefix: string;
  readonly #sessions: SessionMemory = {};
  readonly #idle: Connection[] = [];
  readonly #inUse = new Set<Connection>();

  constructor(address: string, connectMs: number) {
    const url = new URL(address);
    this.#origin = url.origin;
    this.#connectMs = connectMs;
    this.prefix = url.pathname.replace(/\/$/, '');
  }

  /** How many connections a call has at the moment. */
  get inUse(): number {
    return this.#inUse.size;
  }

  /** A connection that nobody else has. It goes back by `giveBack` or `drop`, one of them, always. */
  take(): Connection {
    const connection = this.#idle.pop() ?? new Connection(this.#origin, this.#connectMs, this.#sessions);
    this.#inUse.add(connection);
    return connection;
  }

  /** For a connection on which a whole answer has come. */
  giveBack(connection: Connection): void {
    if (this.#inUse.delete(connection)) this.#idle.push(connection);
  }

  /** For one that nobody knows the state of. */
  drop(connection: Connection): void {
    this.#inUse.delete(connection);
    connection.destroy();
  }

  close(): void {
    for (const connection of [...this.#idle.splice(0), ...this.#inUse]) this.drop(connection);
  }
}

type Head = Awaited<ReturnType<Connection['request']>>;

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** What a body's head says of its length; null where it says nothing that is a length. */
function announcedBytes(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

async function received(response: Head, limits: Limits, signal: AbortSignal): Promise<Outcome> {
  const { statusCode: status, headers, body } = response;
  // Giving a body up emits an error that nobody else would catch.
  body.on('error', () => {});
  const announced = announcedBytes(single(headers['content-length']));
  const maxBytes = status === 200 ? limits.maxBytes : Math.min(limits.maxBytes, largestErrorBytes);
  if (status === 200 && announced !== null && announced > maxBytes) return { kind: 'tooLarge', status };
  const collector = new Collector({
    ...limits,
    announced: announced && Math.min(announced, maxBytes),
    signal,
    maxBytes,
  });
  const retryAfterS = retryAfterSeconds(single(headers['retry-after']), Date.now());
  const head = { kind: 'answer', status, retryAfterS, contentType: single(headers['content-type']) ?? '' } as const;
  try {
    for await (const chunk of body) {
      // undici's type says any.
      const bytes: Buffer = chunk;
      if (collector.size + bytes.length > maxBytes) {
        if (status === 200) return { kind: 'tooLarge', status };
        return { ...head, body: collector.beginning(maxBytes), json: null };
      }
      await collector.push(bytes);
    }
  } catch (error) {
    signal.throwIfAborted();
    const beginning = collector.beginning(largestErrorBytes);
    return { kind: 'cut', status, body: beginning, cause: causeOf(error), code: errorCode(error) };
  }
  const whole = await collector.end();
  return { ...head, body: whole.bytes, json: whole.json };
}

/** A request that cannot be sent as it stands: our own fault, which another try does not mend. */
function isOurs(error: unknown): boolean {
  return errorCode(error)?.startsWith('UND_ERR_INVALID_ARG') ?? !(error instanceof Error && 'code' in error);
}

/**
 * Makes one call on a connection of its own. Rejects with the signal's reason at once when it aborts, whatever the connection
 * is at (a lookup, a handshake, the body), and with the error of a request that cannot be sent. However it ends, the
 * connection is given back: to the next call when the whole answer was read, closed otherwise.
 */
export async function callOnce(host: Host, call: Call, limits: Limits, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  const connection = host.take();
  let isWhole = false;
  try {
    const outcome = await orAborted(exchange(connection, host.prefix, call, limits, signal), signal);
    isWhole = outcome.kind === 'answer' && outcome.json !== null;
    return outcome;
  } finally {
    if (isWhole) host.giveBack(connection);
    else host.drop(connection);
  }
}

async function exchange(
  connection: Connection,
  prefix: string,
  call: Call,
  limits: Limits,
  signal: AbortSignal,
): Promise<Outcome> {
  let response: Head;
  try {
    response = await connection.request({ ...call, path: prefix + call.path, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (isOurs(error)) throw error;
    return { kind: 'unreachable', cause: causeOf(error), code: errorCode(error) };
  }
  return received(response, limits, signal);
}
