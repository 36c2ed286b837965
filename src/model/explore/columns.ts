/** The columns of Explore's table, and how rows compare by each. */

import { channelKey } from './aggregate.ts';
import { type FlowRow, sentSteps } from './row.ts';

export const columnIds = [
  'created',
  'status',
  'chain',
  'recipient',
  'country',
  'operator',
  'reason',
  'reach',
  'end',
  'price',
  'failedPrice',
  'endedBy',
  'findings',
  'label',
  'application',
  'id',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const defaultColumns: readonly ColumnId[] = [
  'created',
  'status',
  'chain',
  'recipient',
  'end',
  'price',
  'findings',
  'id',
];

/** With a column more, before the first that usually comes after it; as they are where it is there. */
export function withColumn(columns: readonly ColumnId[], column: ColumnId): readonly ColumnId[] {
  if (columns.includes(column)) return columns;
  const rank = (id: ColumnId) => columnIds.indexOf(id);
  const after = columns.findIndex((other) => rank(other) > rank(column));
  return columns.toSpliced(after < 0 ? columns.length : after, 0, column);
}

/** The columns in their order, of which the first `pinned` stay in sight. */
export interface ColumnOrder {
  readonly columns: readonly ColumnId[];
  readonly pinned: number;
}

/** With a column at another place, counted in the order without it; past the last pinned one it is pinned no longer. */
export function moveColumn({ columns, pinned }: ColumnOrder, column: ColumnId, place: number): ColumnOrder {
  const from = columns.indexOf(column);
  if (from < 0) return { columns, pinned };
  const others = columns.toSpliced(from, 1);
  const to = Math.max(0, Math.min(others.length, place));
  const pinnedOthers = from < pinned ? pinned - 1 : pinned;
  const joins = to < pinnedOthers || (to === pinnedOthers && from < pinned);
  return { columns: others.toSpliced(to, 0, column), pinned: joins ? pinnedOthers + 1 : pinnedOthers };
}

/** Pins a column after those that are, or lets it go to the first place of those that are not. */
export function togglePinned({ columns, pinned }: ColumnOrder, column: ColumnId): ColumnOrder {
  const from = columns.indexOf(column);
  if (from < 0) return { columns, pinned };
  const others = columns.toSpliced(from, 1);
  const now = from < pinned ? pinned - 1 : pinned + 1;
  return { columns: others.toSpliced(from < pinned ? now : pinned, 0, column), pinned: now };
}

/** Without a column. */
export function withoutColumn({ columns, pinned }: ColumnOrder, column: ColumnId): ColumnOrder {
  const from = columns.indexOf(column);
  if (from < 0) return { columns, pinned };
  return { columns: columns.toSpliced(from, 1), pinned: from < pinned ? pinned - 1 : pinned };
}

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

export const defaultSort: Sort = { column: 'created', descending: true };

/** Columns that begin with the greatest when they are first sorted by. */
export const greatestFirst: ReadonlySet<ColumnId> = new Set([
  'created',
  'reach',
  'end',
  'price',
  'failedPrice',
  'findings',
]);

const statusRank = { failed: 0, running: 1, unknown: 2, succeeded: 3 } as const;
const severityRank = { problem: 10_000, warning: 100, info: 1 } as const;

export function countriesOf(row: FlowRow): string[] {
  return [...new Set(row.steps.flatMap((step) => step.country ?? []))];
}

export function operatorsOf(row: FlowRow): string[] {
  return [...new Set(row.steps.flatMap((step) => step.operator ?? []))];
}

/** Why the last failed try failed; null when none did. */
export function lastReason(row: FlowRow): string | null {
  const failed = sentSteps(row).findLast((step) => step.outcome === 'notDelivered');
  return failed === undefined ? null : (failed.detailedStatus ?? failed.status);
}

/** What a row is sorted by; null sorts last, whichever way. */
export function sortValue(row: FlowRow, column: ColumnId): string | number | null {
  switch (column) {
    case 'created':
      return row.createdAt;
    case 'status':
      return statusRank[row.status];
    case 'chain':
      return (
        sentSteps(row)
          .map((step) => channelKey(step.channel))
          .join(' ') || null
      );
    case 'recipient':
      return row.recipients[0] ?? null;
    case 'country':
      return countriesOf(row).join(' ') || null;
    case 'operator':
      return operatorsOf(row).join(' ') || null;
    case 'reason':
      return lastReason(row);
    case 'reach':
      return row.reachMs;
    case 'end':
      return row.endMs;
    case 'price':
      return row.price === null ? null : Number(row.price);
    case 'failedPrice':
      return row.failedPrice === null ? null : Number(row.failedPrice);
    case 'endedBy':
      return row.terminationChannel === null ? null : channelKey(row.terminationChannel);
    case 'findings':
      return row.findings.reduce((sum, { severity }) => sum + severityRank[severity], 0) || null;
    case 'label':
      return row.labels[0] ?? null;
    case 'application':
      return row.applicationId;
    case 'id':
      return row.trackingId;
  }
}

function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A row with what it is sorted by, so that this is worked out once. */
export interface SortEntry {
  readonly row: FlowRow;
  readonly value: string | number | null;
}

/** The order of a column: rows without a value last, whichever way; equal rows newest first. */
export function compareEntries(descending: boolean): (a: SortEntry, b: SortEntry) => number {
  return (a, b) => {
    const newer = (b.row.createdAt ?? 0) - (a.row.createdAt ?? 0);
    if (a.value === null || b.value === null) return a.value === b.value ? newer : a.value === null ? 1 : -1;
    const order = compareValues(a.value, b.value);
    return (descending ? -order : order) || newer;
  };
}
