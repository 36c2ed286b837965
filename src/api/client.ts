/** Asks the gateway. The only place that calls `fetch`; whatever goes wrong is thrown as an `ApiError`. */
import { buildHeader } from '#contract/app-build.ts';
import { underBase } from '#contract/base-path.ts';
import { nextPageHeader } from '#contract/next-page.ts';
import { browserLimitMs, usualAnswerLimitMs } from '#contract/time-limits.ts';
import { type DurationMs, type EpochMs, readTime } from '#model/values/time.ts';
import { ApiError, type Failure, failureOf, isForeignPage } from './api-error.ts';
import { noteFailedAnswer, noteServedBuild } from './app-build.ts';
import { gatewayNow, noteGatewayTime } from './clock.ts';
import { noteOutcome } from './gateway-state.ts';

let timeLimitMs = browserLimitMs(usualAnswerLimitMs);

/** How long the gateway waits for Routee, as it says itself: the browser waits longer. */
export function noteAnswerLimit(answerLimitMs: DurationMs): void {
  timeLimitMs = browserLimitMs(answerLimitMs);
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
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
  /** Of a page of the history: what names the next one; null where none follows. */
  readonly next: string | null;
}

/** A plain GET carries no header of its own, so that it can be served from what the page was told to preload. */
function initOf({ method = 'GET', body, fresh = false }: RequestOptions, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    // Below /api nothing of ours redirects: a redirect is somebody's sign-in page, on whatever host.
    redirect: 'manual',
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

const looked = 256;

function beginning(body: string | ArrayBuffer): string {
  return typeof body === 'string' ? body.slice(0, looked) : new TextDecoder().decode(body.slice(0, looked));
}

async function askOnce<T extends string | ArrayBuffer>(
  path: string,
  options: RequestOptions,
  read: (response: Response) => Promise<T>,
) {
  const request = `${options.method ?? 'GET'} ${path.split('?')[0]}`;
  const limit = AbortSignal.timeout(options.timeLimitMs ?? timeLimitMs);
  const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
  const stop = () => rejected(request, limit, options.signal);
  const response = await fetch(underBase(path), initOf(options, signal)).catch(stop);
  noteServedBuild(response.headers.get(buildHeader));
  if (!response.ok) {
    const body = await response.text().catch(stop);
    const failure = failureOf(response, body);
    const foreign = failure.kind === 'unreadable' && isForeignPage(response, body);
    throw new ApiError(foreign ? { kind: 'signInEnded', status: response.status } : failure, request);
  }
  const body = await read(response).catch(stop);
  if (isForeignPage(response, beginning(body)))
    throw new ApiError({ kind: 'signInEnded', status: response.status }, request);
  noteGatewayTime(readTime(response.headers.get('date') ?? '') ?? Number.NaN);
  const asOf = readTime(response.headers.get('x-as-of') ?? '') ?? gatewayNow();
  const { headers } = response;
  return { body, asOf, requestId: headers.get('x-request-id'), next: headers.get(nextPageHeader) };
}

/** Tells whoever shows whether the gateway is there how it went. */
async function answerOf<T extends string | ArrayBuffer>(
  path: string,
  options: RequestOptions,
  read: (response: Response) => Promise<T>,
) {
  try {
    const answer = await askOnce(path, options, read);
    noteOutcome(null);
    return answer;
  } catch (error) {
    noteOutcome(error);
    noteFailedAnswer(error);
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
