/** Counts over rows that may grow, in slices so that the page stays free. */
import { useEffect, useRef, useState } from 'react';
import type { FlowRow } from '#model/explore/row.ts';
import { inSlices } from './slices.ts';

export interface Counting<Counts, Answer> {
  readonly empty: () => Counts;
  readonly add: (counts: Counts, row: FlowRow) => void;
  /** Worked out once all rows are added. */
  readonly answer: (counts: Counts) => Answer;
}

interface Counted<Counts> {
  readonly counting: unknown;
  readonly counts: Counts;
  readonly rows: readonly FlowRow[];
  done: number;
}

/**
 * Null while the first count goes on, or without rows. Rows that are only added to are counted on from where it was; `counting`
 * is compared as an object, and another one begins anew.
 */
export function useCounted<Counts, Answer>(
  rows: readonly FlowRow[] | null,
  counting: Counting<Counts, Answer>,
): Answer | null {
  const [answered, setAnswered] = useState<{ readonly counting: unknown; readonly answer: Answer } | null>(null);
  const counted = useRef<Counted<Counts> | null>(null);
  useEffect(() => {
    if (rows === null) return;
    const before = counted.current;
    const goesOn = before !== null && before.counting === counting && startsWith(rows, before.rows, before.done);
    const state: Counted<Counts> = goesOn ? { ...before, rows } : { counting, counts: counting.empty(), rows, done: 0 };
    counted.current = state;
    let stopped = false;
    const step = () => {
      for (let left = 200; left > 0 && state.done < rows.length; left--) {
        const row = rows[state.done++];
        if (row !== undefined) counting.add(state.counts, row);
      }
      return state.done >= rows.length;
    };
    void inSlices(step, () => stopped).then(
      (ended) => ended && setAnswered({ counting, answer: counting.answer(state.counts) }),
    );
    return () => {
      stopped = true;
    };
  }, [rows, counting]);
  return answered?.counting === counting ? answered.answer : null;
}

/** Whether what was counted of the earlier rows is the beginning of these. Looks at its ends: rows are never exchanged. */
function startsWith(rows: readonly FlowRow[], earlier: readonly FlowRow[], done: number): boolean {
  return done > 0 && rows.length >= done && rows[0] === earlier[0] && rows[done - 1] === earlier[done - 1];
}
