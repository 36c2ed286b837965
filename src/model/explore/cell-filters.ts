/** The filters that a cell of the table offers: flows with its value, or without it. */
import { type ColumnId, lastReason } from './columns.ts';
import { closedValues, type Filter, type FilterField, filterOperators, secondsText, valuesOf } from './filters.ts';
import { isMaskedRecipient } from './recipient.ts';
import type { FlowRow } from './row.ts';

const fieldOf = {
  status: 'status',
  chain: 'type',
  recipient: 'to',
  country: 'country',
  operator: 'operator',
  endedBy: 'terminationChannel',
  findings: 'finding',
  label: 'label',
  application: 'application',
} as const satisfies Partial<Record<ColumnId, FilterField>>;

function isFiltered(column: ColumnId): column is keyof typeof fieldOf {
  return column in fieldOf;
}

/** Values that a filter can name: of a closed list only its own, of recipients only those that are not masked. */
function canBeNamed(field: FilterField, value: string): boolean {
  if (value === '') return false;
  if (field === 'to') return !isMaskedRecipient(value);
  if (field === 'status' || field === 'type' || field === 'terminationChannel') {
    return closedValues[field].some((known) => known === value);
  }
  return true;
}

/** "Is" and "is not" of every value in the cell, or for lengths and prices "at least" and "at most"; empty where there is none. */
export function cellFilters(row: FlowRow, column: ColumnId): Filter[] {
  if (column === 'reach') return row.reachMs === null ? [] : both('reach', secondsText(row.reachMs));
  if (column === 'price') return row.price === null ? [] : both('price', row.price);
  if (column === 'reason') {
    const reason = lastReason(row);
    return reason === null ? [] : both('reason', reason);
  }
  if (!isFiltered(column)) return [];
  const field = fieldOf[column];
  const values = [...new Set(valuesOf(row, field))].filter((value) => canBeNamed(field, value));
  return values.flatMap((value) => both(field, value));
}

function both(field: FilterField, value: string): Filter[] {
  const operators = filterOperators[field].filter((operator) =>
    ['is', 'is_not', 'at_least', 'at_most'].includes(operator),
  );
  return operators.map((operator) => ({ field, operator, values: [value] }));
}
