/** Asks the gateway. The only place that calls `fetch`; whatever goes wrong is thrown as an `ApiError`. */
import { type EpochMs, readTime } from '#model/values/time.ts';
import { ApiError, type Failure, failureOf } from './api-error.ts';
import { gatewayNow, noteGatewayTime } from './clock.ts';
import { noteOutcome } from './gateway-state.ts';

/** Longer than the gateway ever waits for Routee. */
const timeLimitMs = 30_000;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST';
  /** JSON. */
  readonly body?: string;
  /** Past every cache on the way. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly timeLimitMs?: number;
}

/** What is known of an answer beside its body. */
export interface AnswerFacts {
  /** When its bytes were fetched from Routee; when they came, for answers that are not Routee's. */
  readonly asOf: EpochMs;
  readonly requestId: string | null;
}

/** A plain GET carries no header of its own, so that it can be served from what the page was told to preload. */
function initOf({ method = 'GET', body, fresh = false }: RequestOptions, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    ...(fresh ? { cache: 'reload' } : {}),
  };
}

/** Why `fetch` or the reading of a body was rejected. Who gave up by themselves gets their own reason back. */
function rejected(request: string, limit: AbortSignal, asked: AbortSignal | undefined): never {
  asked?.throwIfAborted();
  const failure: Failure = limit.aborted ? { kind: 'timeout' } : { kind: 'offline' };
  throw new ApiError(failure, request);
}

async function askOnce<T>(path: string, options: RequestOptions, read: (response: Response) => Promise<T>) {
  const request = `${options.method ?? 'GET'} ${path.split('?')[0]}`;
  const limit = AbortSignal.timeout(options.timeLimitMs ?? timeLimitMs);
  const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
  const stop = () => rejected(request, limit, options.signal);
  const response = await fetch(path, initOf(options, signal)).catch(stop);
  if (!response.ok) throw new ApiError(failureOf(response, await response.text().catch(stop)), request);
  const body = await read(response).catch(stop);
  noteGatewayTime(readTime(response.headers.get('date') ?? '') ?? Number.NaN);
  const asOf = readTime(response.headers.get('x-as-of') ?? '') ?? gatewayNow();
  return { body, asOf, requestId: response.headers.get('x-request-id') };
}

/** Tells whoever shows whether the gateway is there how it went. */
async function answerOf<T>(path: string, options: RequestOptions, read: (response: Response) => Promise<T>) {
  try {
    const answer = await askOnce(path, options, read);
    noteOutcome(null);
    return answer;
  } catch (error) {
    noteOutcome(error);
    throw error;
  }
}

/** An answer as text. */
export async function requestText(
  path: string,
  options: RequestOptions = {},
): Promise<AnswerFacts & { readonly text: string }> {
  const { body, ...facts } = await answerOf(path, options, (response) => response.text());
  return { text: body, ...facts };
}

/** An answer as bytes, for what is read elsewhere. */
export async function requestBytes(
  path: string,
  options: RequestOptions = {},
): Promise<AnswerFacts & { readonly bytes: ArrayBuffer }> {
  const { body, ...facts } = await answerOf(path, options, (response) => response.arrayBuffer());
  return { bytes: body, ...facts };
}
