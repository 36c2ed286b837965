/** One HTTP call to Routee: kept-alive connections, a time limit through its signal, a cap on the answer's size. */
import type { IncomingHttpHeaders } from 'node:http';
import { Pool } from 'undici';

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below the address of the pool, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly retryAfterS: number | null;
  readonly contentType: string;
  readonly body: Buffer;
}

/** How a call ended. `cut`: the connection broke within the answer; `unreachable`: before it. */
export type Outcome =
  | Answer
  | { readonly kind: 'cut'; readonly status: number; readonly body: Buffer }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'tooLarge'; readonly status: number };

/** One of Routee's two hosts. A path in its address stays in front of every call's own. */
export interface Host {
  readonly pool: Pool;
  readonly prefix: string;
}

export function openHost(address: string, connections: number, connectMs: number): Host {
  const url = new URL(address);
  // The limit on the whole call is a signal of ours; undici's own two would only compete with it.
  const unlimited = { headersTimeout: 0, bodyTimeout: 0 };
  const pool = new Pool(url.origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: connectMs },
    ...unlimited,
  });
  return { pool, prefix: url.pathname.replace(/\/$/, '') };
}

/** Seconds until the call may be repeated, from seconds or a date; null where the header says neither. Never negative. */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  // Date.parse takes "-5" for a year.
  const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

async function collected(body: AsyncIterable<Buffer>, maxBytes: number, chunks: Buffer[]): Promise<boolean> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) return false;
    chunks.push(chunk);
  }
  return true;
}

function answer(status: number, headers: IncomingHttpHeaders, chunks: readonly Buffer[]): Answer {
  return {
    kind: 'answer',
    status,
    retryAfterS: retryAfterSeconds(single(headers['retry-after']), Date.now()),
    contentType: headers['content-type'] ?? '',
    body: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks),
  };
}

/** Makes one call. Rejects only with the signal's reason. The connection is given up when the signal aborts. */
export async function callOnce(host: Host, call: Call, maxBytes: number, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  let response: Awaited<ReturnType<Pool['request']>>;
  try {
    response = await host.pool.request({ ...call, path: host.prefix + call.path, signal });
  } catch {
    signal.throwIfAborted();
    return { kind: 'unreachable' };
  }
  const { statusCode: status, headers, body } = response;
  // Giving a body up emits an error that nobody else would catch.
  body.on('error', () => {});
  const chunks: Buffer[] = [];
  try {
    const announced = Number(single(headers['content-length']) ?? 0);
    if (announced <= maxBytes && (await collected(body, maxBytes, chunks))) return answer(status, headers, chunks);
    body.destroy();
    return { kind: 'tooLarge', status };
  } catch {
    signal.throwIfAborted();
    return { kind: 'cut', status, body: Buffer.concat(chunks) };
  }
}
