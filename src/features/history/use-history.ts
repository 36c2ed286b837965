/** What the gateway's history has of a flow, its versions read. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { historyOptions, type Sighting, versionOptions } from '#api/history-query.ts';
import type { Seen } from '#model/history/version.ts';
import type { FlowReading } from '#model/record/read-flow.ts';
import type { EpochMs } from '#model/values/time.ts';

/** Versions beyond these, the oldest, are listed and not read. */
const mostRead = 40;
const followMs = 15_000;
/** The gateway keeps an answer after it has sent it. */
const behindMs = 1000;
const mostLooks = 5;

/** One stretch of time in which a record was seen to be the same. */
export interface Entry extends Sighting {
  /** Undefined while it is on its way, or where it is too old to be read. */
  readonly reading: FlowReading | undefined;
}

export interface FlowHistory {
  /** Oldest first; undefined until the list has come. */
  readonly entries: readonly Entry[] | undefined;
  /** Those that could be read as flows. */
  readonly seen: readonly Seen[];
  /** True when nothing more is on its way. */
  readonly complete: boolean;
  readonly error: Error | null;
}

function isBehind(list: readonly Sighting[] | undefined, asOf: EpochMs): boolean {
  return list !== undefined && !list.some(({ claim, lastSeen }) => !claim && lastSeen >= asOf);
}

function newestVersions(list: readonly Sighting[]): number[] {
  const ids = new Set(list.toReversed().map(({ id }) => id));
  return [...ids].slice(0, mostRead);
}

const nothing: readonly Sighting[] = [];

/** `asOf`: of the answer that is shown, which the history will soon have; null where it comes from the history itself. */
export function useHistory(trackingId: string, asOf: EpochMs | null, following: boolean): FlowHistory {
  const list = useQuery({
    ...historyOptions(trackingId),
    staleTime: behindMs,
    refetchInterval: ({ state: { data, dataUpdateCount, error } }) => {
      if (error !== null) return followMs;
      if (asOf !== null && isBehind(data, asOf) && dataUpdateCount <= mostLooks) return behindMs;
      return following ? followMs : false;
    },
  });
  const wanted = useMemo(() => newestVersions(list.data ?? nothing), [list.data]);
  const { readings, failed, pending } = useQueries({
    queries: wanted.map((version) => versionOptions(trackingId, version)),
    combine: (results) => ({
      readings: new Map(wanted.map((version, place) => [version, results[place]?.data])),
      failed: results.find(({ error }) => error !== null)?.error ?? null,
      pending: results.some(({ status }) => status === 'pending'),
    }),
  });
  return useMemo(() => {
    const entries = list.data?.map((sighting): Entry => ({ ...sighting, reading: readings.get(sighting.id) }));
    const seen = (entries ?? []).flatMap(({ reading, source, claim, firstSeen, lastSeen }): Seen[] =>
      reading?.ok === true ? [{ flow: reading.flow, source, claim, firstSeen, lastSeen }] : [],
    );
    return { entries, seen, complete: entries !== undefined && !pending, error: list.error ?? failed };
  }, [list.data, list.error, readings, failed, pending]);
}
