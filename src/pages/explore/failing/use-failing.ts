/** The groups of attempts over rows that may grow, counted in slices so that the page stays free. */
import { useEffect, useRef, useState } from 'react';
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
import { inSlices } from '../data/slices.ts';

const hourMs = 3_600_000;

interface Counted {
  readonly counts: FailingCounts;
  readonly rows: readonly FlowRow[];
  done: number;
}

/** Null while the first count goes on. Rows that are only added to are counted on from where it was. */
export function useFailing(
  rows: readonly FlowRow[] | null,
  dimensions: readonly FailingDimension[],
): readonly FailingGroup[] | null {
  const { offsetMs } = useMoments();
  const [groups, setGroups] = useState<readonly FailingGroup[] | null>(null);
  const counted = useRef<Counted | null>(null);
  const key = dimensions.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the dimensions; zones do not change within one
  useEffect(() => {
    if (rows === null) return;
    const before = counted.current;
    const goesOn =
      before !== null && before.counts.grouping.dimensions.join() === key && startsWith(rows, before.rows, before.done);
    const hourStart = (time: number) => Math.floor((time + offsetMs(time)) / hourMs) * hourMs - offsetMs(time);
    const state: Counted = goesOn
      ? { ...before, rows }
      : { counts: emptyFailing({ dimensions, hourStart }), rows, done: 0 };
    counted.current = state;
    let stopped = false;
    const step = () => {
      for (let left = 200; left > 0 && state.done < rows.length; left--) {
        const row = rows[state.done++];
        if (row !== undefined) addFailing(state.counts, row);
      }
      return state.done >= rows.length;
    };
    void inSlices(step, () => stopped).then((ended) => ended && setGroups(groupsOf(state.counts)));
    return () => {
      stopped = true;
    };
  }, [rows, key, offsetMs]);
  return groups;
}

/** Whether what was counted of the earlier rows is the beginning of these. Looks at its ends: rows are never exchanged. */
function startsWith(rows: readonly FlowRow[], earlier: readonly FlowRow[], done: number): boolean {
  return done > 0 && rows.length >= done && rows[0] === earlier[0] && rows[done - 1] === earlier[done - 1];
}
