/** The groups of attempts over rows that may grow. */
import { useMemo } from 'react';
import { useMoments } from '#features/explore/moments.ts';
import {
  addFailing,
  emptyFailing,
  type FailingCounts,
  type FailingDimension,
  type FailingGroup,
  groupsOf,
} from '#model/explore/failing.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { type Counting, useCounted } from '../data/use-counted.ts';

const hourMs = 3_600_000;

/** Null while the first count goes on. `dimensions` are compared by their names. */
export function useFailing(
  rows: readonly FlowRow[] | null,
  dimensions: readonly FailingDimension[],
): readonly FailingGroup[] | null {
  const { offsetMs } = useMoments();
  const key = dimensions.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the dimensions
  const counting = useMemo((): Counting<FailingCounts, readonly FailingGroup[]> => {
    const hourStart = (time: number) => Math.floor((time + offsetMs(time)) / hourMs) * hourMs - offsetMs(time);
    return { empty: () => emptyFailing({ dimensions, hourStart }), add: addFailing, answer: groupsOf };
  }, [key, offsetMs]);
  return useCounted(rows, counting);
}
