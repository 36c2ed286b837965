import { expect, test } from 'vitest';
import { cellFilters } from './cell-filters.ts';
import { type ColumnId, columnIds } from './columns.ts';
import { matches } from './filters.ts';
import type { FlowRow, RowStep } from './row.ts';

const step: RowStep = {
  channel: { kind: 'known', name: 'Sms' },
  outcome: 'notDelivered',
  status: 'Failed',
  detailedStatus: 'Unknown Number',
  country: 'GR',
  operator: 'Cosmote',
  sender: 'Bank',
  label: 'news',
  sentAt: null,
  tookMs: null,
  price: '0.036',
  failedPrice: '0.036',
};
const row: FlowRow = {
  trackingId: 'x',
  createdAt: 0,
  status: 'failed',
  statusName: 'Failed',
  statusCode: null,
  terminationChannel: { kind: 'known', name: 'Sms' },
  steps: [step, { ...step, operator: 'Nova' }],
  recipients: ['+306900000001'],
  reachMs: 603_605,
  endMs: 1,
  price: '0.072',
  failedPrice: '0.072',
  findings: [{ code: 'latency-unit', severity: 'warning' }],
  labels: ['news'],
  applicationId: 'app',
  texts: [],
};

test('a flow passes the "is" of its cells and none of their "is not"', () => {
  const all = columnIds.flatMap((column) => cellFilters(row, column));
  expect(all.length).toBeGreaterThan(15);
  for (const filter of all) expect(matches(row, filter), JSON.stringify(filter)).toBe(filter.operator !== 'is_not');
});

test('every value of a cell is offered', () => {
  expect(cellFilters(row, 'operator').map(({ operator, values }) => [operator, values[0]])).toEqual([
    ['is', 'Cosmote'],
    ['is_not', 'Cosmote'],
    ['is', 'Nova'],
    ['is_not', 'Nova'],
  ]);
});

const empty: FlowRow = { ...row, steps: [], recipients: ['+3069•••••001'], reachMs: null, price: null, labels: [''] };
test.each<ColumnId>(['created', 'id', 'recipient', 'reach', 'price', 'reason', 'operator', 'label'])(
  'nothing to filter by, nothing offered: %s',
  (column) => {
    expect(cellFilters(empty, column)).toEqual([]);
  },
);

test('what Routee has no name for is not offered', () => {
  const odd: FlowRow = { ...row, statusName: 'Delayed', terminationChannel: { kind: 'other', name: 'Pigeon' } };
  expect([...cellFilters(odd, 'status'), ...cellFilters(odd, 'endedBy')]).toEqual([]);
});
