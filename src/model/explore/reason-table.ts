/** Why attempts failed: flows by channel and reason, in columns by the values of a dimension. */
import { attemptValue, type Dimension, isFailedAttempt } from './attempt.ts';
import { type FlowRow, sentSteps } from './row.ts';

export interface ReasonRow {
  readonly channel: string;
  /** The detailed status, or the status where there is none; '' where the record gives neither. */
  readonly reason: string;
  /** Flows with such an attempt, each once. */
  readonly total: number;
  /** Of them, in the order of `columns`, those whose attempt has the column's value. */
  readonly byColumn: readonly number[];
}

export interface ReasonTable {
  /** Values of the dimension, most failures first; '' where the record gives none. */
  readonly columns: readonly string[];
  /** Columns that were left out. */
  readonly more: number;
  /** Most flows first. */
  readonly rows: readonly ReasonRow[];
  /** The greatest single count, for shading. */
  readonly most: number;
}

interface Counted {
  readonly channel: string;
  readonly reason: string;
  total: number;
  readonly byValue: Map<string, number>;
}

export interface ReasonCounts {
  readonly dimension: Dimension;
  readonly rows: Map<string, Counted>;
}

export function emptyReasons(dimension: Dimension): ReasonCounts {
  return { dimension, rows: new Map() };
}

const plusOne = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

/** A flow counts once in a row and once in a cell, however many of its attempts are of it. */
export function addReasons({ dimension, rows }: ReasonCounts, row: FlowRow): void {
  const met = new Map<Counted, Set<string>>();
  for (const step of sentSteps(row)) {
    if (!isFailedAttempt(step)) continue;
    const [channel, reason] = [attemptValue(step, 'channel'), attemptValue(step, 'reason')];
    const key = JSON.stringify([channel, reason]);
    const counted = rows.get(key) ?? { channel, reason, total: 0, byValue: new Map<string, number>() };
    rows.set(key, counted);
    const values = met.get(counted) ?? new Set();
    met.set(counted, values.add(attemptValue(step, dimension)));
  }
  for (const [counted, values] of met) {
    counted.total++;
    for (const value of values) plusOne(counted.byValue, value);
  }
}

const byCount = (a: readonly [string, number], b: readonly [string, number]) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

export function reasonTable({ rows }: ReasonCounts, mostColumns: number): ReasonTable {
  const totals = new Map<string, number>();
  for (const { byValue } of rows.values()) {
    for (const [value, flows] of byValue) totals.set(value, (totals.get(value) ?? 0) + flows);
  }
  const all = [...totals].sort(byCount).map(([value]) => value);
  const columns = all.slice(0, mostColumns);
  const shown = [...rows.values()].map(({ channel, reason, total, byValue }) => ({
    channel,
    reason,
    total,
    byColumn: columns.map((value) => byValue.get(value) ?? 0),
  }));
  shown.sort((a, b) => b.total - a.total || (a.reason < b.reason ? -1 : 1));
  const most = Math.max(0, ...shown.flatMap(({ byColumn }) => byColumn));
  return { columns, more: all.length - columns.length, rows: shown, most };
}
