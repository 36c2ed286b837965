/** Keeps rows where they are while a person is at them, however the list behind them moves. */
import { type RefObject, useState } from 'react';
import type { FlowRow } from '#model/explore/row.ts';
import type { Question } from '../data/analysis.ts';

type Newest = (trackingId: string) => FlowRow | null;

/**
 * The rows as they stood, each as it reads now, and after them what the new list has after the last of them. What it
 * has elsewhere waits.
 */
export function followedRows(held: readonly FlowRow[], rows: readonly FlowRow[], newest: Newest): FlowRow[] {
  const ids = new Set(held.map(({ trackingId }) => trackingId));
  const last = rows.findLastIndex(({ trackingId }) => trackingId !== null && trackingId === held.at(-1)?.trackingId);
  const after = last < 0 ? [] : rows.slice(last + 1).filter(({ trackingId }) => !ids.has(trackingId));
  const now = held.map((row) => (row.trackingId === null ? row : (newest(row.trackingId) ?? row)));
  return [...now, ...after];
}

interface HeldRowsOptions {
  readonly rows: readonly FlowRow[];
  /** What the rows answer; another question's rows are never held. */
  readonly question: Question | null;
  /** Whether new rows come by themselves at all. */
  readonly live: boolean;
  /** Whether a person is at the rows just now. */
  readonly busy: RefObject<boolean>;
  readonly newest: Newest;
}

export interface HeldRows {
  readonly rows: readonly FlowRow[];
  /** How many are held back. */
  readonly waiting: number;
  readonly release: () => void;
}

/** Whether both ask for the same rows in the same order, however the range has moved on. */
export function sameRows(a: Question | null, b: Question | null): boolean {
  return a?.filters === b?.filters && a?.sort === b?.sort;
}

export function useHeldRows({ rows, question, live, busy, newest }: HeldRowsOptions): HeldRows {
  const [shown, setShown] = useState({ source: rows, question, rows });
  let { rows: current } = shown;
  if (shown.source !== rows) {
    const hold = live && sameRows(shown.question, question) && shown.rows.length > 0 && busy.current;
    current = hold ? followedRows(shown.rows, rows, newest) : rows;
    setShown({ source: rows, question, rows: current });
  }
  const waiting = Math.max(0, rows.length - current.length);
  return { rows: current, waiting, release: () => setShown({ source: rows, question, rows }) };
}
