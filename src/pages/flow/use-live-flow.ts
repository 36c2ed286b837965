/** A flow that is kept up to date while it runs, with what its last answer changed. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#api/api-error.ts';
import { type FlowAnswer, flowOptions, flowRefreshMs } from '#api/flow-query.ts';
import { useFailure } from '#api/use-failure.ts';
import { type Change, changes } from '#model/flow/changes.ts';
import type { Flow } from '#model/flow/flow.ts';
import type { EpochMs } from '#model/values/time.ts';

export interface LiveFlow {
  readonly trackingId: string;
  /** The last good answer. */
  readonly answer: FlowAnswer | undefined;
  /** What went wrong since. */
  readonly error: Error | null;
  readonly refreshing: boolean;
  readonly paused: boolean;
  readonly setPaused: (paused: boolean) => void;
  readonly refresh: () => void;
  /** When the page will look again by itself; null for not at all. */
  readonly nextAt: EpochMs | null;
  /** What the last answer that said anything new changed; null when none did since the page was opened. */
  readonly news: News | null;
}

export interface News {
  readonly changes: readonly Change[];
  readonly asOf: EpochMs;
}

function flowOf(answer: FlowAnswer | undefined): Flow | null {
  return answer?.reading.ok === true ? answer.reading.flow : null;
}

/** Compares every answer with the one before it. */
function useNews(answer: FlowAnswer | undefined): News | null {
  const [seen, setSeen] = useState<{ answer: FlowAnswer | undefined; news: News | null }>({ answer, news: null });
  if (seen.answer === answer) return seen.news;
  const [before, after] = [flowOf(seen.answer), flowOf(answer)];
  const found = before === null || after === null ? [] : changes(before, after);
  const news = found.length === 0 || answer === undefined ? seen.news : { changes: found, asOf: answer.asOf };
  setSeen({ answer, news });
  return news;
}

/** When the last answer or failure came, by the gateway's clock. */
function lastLookAt({ data, error }: { data: FlowAnswer | undefined; error: Error | null }): EpochMs {
  return Math.max(data?.seenAt ?? 0, error instanceof ApiError ? error.at : 0);
}

/** The component must be keyed by the tracking ID. */
export function useLiveFlow(trackingId: string): LiveFlow {
  const [paused, setPaused] = useState(false);
  const query = useQuery({
    ...flowOptions(trackingId),
    refetchInterval: ({ state }) => (paused ? false : (flowRefreshMs(state) ?? false)),
  });
  const failure = useFailure(query);
  const news = useNews(query.data);
  const pauseMs = paused ? null : flowRefreshMs(query);
  return {
    trackingId,
    answer: query.data,
    error: failure.error,
    refreshing: query.isFetching,
    paused,
    setPaused,
    refresh: () => void query.refetch(),
    nextAt: pauseMs === null ? null : lastLookAt(query) + pauseMs,
    news,
  };
}
