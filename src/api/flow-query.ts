/** One flow as query options: its text as received, what was read of it, and when to look again. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { DrawnAnswer } from '#contract/drawing.ts';
import { type FlowReading, readFlow } from '#model/record/read-flow.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { ApiError, type Failure } from './api-error.ts';
import { requestText } from './client.ts';
import { gatewayNow } from './clock.ts';
import { nextRefreshMs } from './polling.ts';

export interface FlowAnswer {
  /** As received. */
  readonly text: string;
  /** When the gateway fetched it from Routee. */
  readonly asOf: EpochMs;
  readonly requestId: string | null;
  readonly reading: FlowReading;
  /** When it came here, by the gateway's clock. */
  readonly seenAt: EpochMs;
  /** The page was drawn from it: it is as fresh as the page. */
  readonly drawn: boolean;
  /** Answers in a row, this one included, that showed the flow at its end. */
  readonly finalLooks: number;
  /** Failures of this query before this answer came. */
  readonly failuresBefore: number;
}

/** Left flows are kept so long, for the way back. */
const keptMs = 30 * 60_000;
/** Enough of a foreign answer to tell whose it is. */
const mostReceived = 64 * 1024;
/** Two parts of the app that want the same flow at once ask for it once. */
const freshMs = 1000;
/** A slow computer takes so long over a page at most, from reading its record to having all of it in hand. */
const drawnFreshMs = 10_000;

export function flowKey(trackingId: string) {
  return ['flow', trackingId] as const;
}

export function flowPath(trackingId: string): string {
  return `/api/failover/tracking/${encodeURIComponent(trackingId)}`;
}

async function fetchFlow(trackingId: string, client: QueryClient, signal: AbortSignal): Promise<FlowAnswer> {
  const before = client.getQueryState<FlowAnswer>(flowKey(trackingId));
  // Whoever looks again wants news, not what the gateway remembers of a finished flow.
  const { text, asOf, requestId } = await requestText(flowPath(trackingId), {
    signal,
    fresh: before?.data !== undefined,
  });
  const reading = readFlow(text);
  if (before?.data?.reading.ok === true && !reading.ok) {
    // A record that was read does not become something else: the last good one stays, with this beside it.
    const received = text.slice(0, mostReceived);
    throw new ApiError({ kind: 'unreadable', status: 200, requestId, received }, `GET ${flowPath(trackingId)}`);
  }
  const final = reading.ok && reading.flow.ended;
  const finalLooks = final ? (before?.data?.finalLooks ?? 0) + 1 : 0;
  const failuresBefore = before?.errorUpdateCount ?? 0;
  return { text, asOf, requestId, reading, seenAt: gatewayNow(), drawn: false, finalLooks, failuresBefore };
}

/** The answer that a page was drawn from. `now`: the gateway's clock while it drew. */
export function drawnFlowAnswer({ text, asOf, requestId }: DrawnAnswer, now: EpochMs): FlowAnswer {
  const reading = readFlow(text);
  const finalLooks = reading.ok && !reading.flow.running ? 1 : 0;
  return { text, asOf: asOf ?? now, requestId, reading, seenAt: now, drawn: true, finalLooks, failuresBefore: 0 };
}

/** What a query, or the result of `useQuery`, tells of its answers so far. */
export interface FlowLooks {
  readonly data: FlowAnswer | undefined;
  readonly error: Error | null;
  readonly errorUpdateCount: number;
}

/** True for what may be gone when asked again: the way to the gateway or to Routee, or too many calls. */
export function mayPass(failure: Failure): boolean {
  if (failure.kind === 'signInEnded') return false;
  if (failure.kind !== 'problem') return true;
  return ['rate-limited', 'upstream-down', 'upstream-slow', 'upstream-error'].includes(failure.code);
}

/** How long after its last answer or failure the query looks again by itself; null for never. */
export function flowRefreshMs({ data, error, errorUpdateCount }: FlowLooks): DurationMs | null {
  const failure = error instanceof ApiError ? error.failure : null;
  return nextRefreshMs({
    flow: data?.reading.ok === true ? data.reading.flow : null,
    asOf: data?.asOf ?? 0,
    finalLooks: data?.finalLooks ?? 0,
    failures: error === null ? 0 : Math.max(1, errorUpdateCount - (data?.failuresBefore ?? 0)),
    passing: failure !== null && mayPass(failure),
    retryAfterMs: failure?.kind === 'problem' ? failure.retryAfterMs : null,
  });
}

function isFinal(data: FlowAnswer | undefined): boolean {
  return data?.reading.ok === true && data.reading.flow.ended;
}

/** Running flows are looked at again by `refetchInterval`, which a page can switch off by its own. */
export function flowOptions(trackingId: string) {
  return queryOptions({
    queryKey: flowKey(trackingId),
    queryFn: ({ client, signal }) => fetchFlow(trackingId, client, signal),
    staleTime: ({ state }) =>
      isFinal(state.data) ? Number.POSITIVE_INFINITY : state.data?.drawn === true ? drawnFreshMs : freshMs,
    gcTime: keptMs,
    // A page that is opened right after its failure was fetched for it shows that failure, and does not ask twice.
    retryOnMount: ({ state }) => Date.now() - state.errorUpdatedAt > drawnFreshMs,
    refetchInterval: ({ state }) => flowRefreshMs(state) ?? false,
    // Coming back to the tab must not come before Retry-After.
    refetchOnWindowFocus: ({ state }) => state.error === null,
    refetchOnReconnect: ({ state }) => state.error === null || mayPassNow(state.error),
    // Records are read into objects that cannot be compared piece by piece, and a new answer is mostly new.
    structuralSharing: false,
  });
}

function mayPassNow(error: Error): boolean {
  return error instanceof ApiError && !['problem', 'signInEnded'].includes(error.failure.kind);
}
