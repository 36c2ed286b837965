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
