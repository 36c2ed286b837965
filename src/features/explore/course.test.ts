import { expect, test } from 'vitest';
import { aggregate } from '#model/explore/aggregate.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { courseOf } from './course.ts';
import { linePaths } from './sparkline.tsx';

function flow(createdAt: number, other: Partial<FlowRow> = {}): FlowRow {
  return {
    trackingId: null,
    createdAt,
    status: 'succeeded',
    statusName: null,
    statusCode: null,
    terminationChannel: null,
    steps: [],
    recipients: [],
    reachMs: null,
    endMs: null,
    price: null,
    failedPrice: null,
    findings: [],
    labels: [],
    applicationId: null,
    texts: [],
    ...other,
  };
}

const all = aggregate(
  [
    flow(0, { reachMs: 10, price: '0.5' }),
    flow(1, { reachMs: 30, price: '0.25' }),
    flow(2, { reachMs: 20, status: 'failed' }),
    flow(25, { status: 'running' }),
  ],
  { widthMs: 10, originMs: 0 },
);
const starts = [0, 10, 20];

test.each([
  ['flows', [3, 0, 1]],
  ['succeeded', [2 / 3, null, null]],
  ['neededFailover', [0, null, 0]],
  ['spend', [0.75, 0, 0]],
  ['reach', [20, null, null]],
] as const)('%s, bar by bar', (of, expected) => {
  expect(courseOf(of, all, starts)).toEqual(expected);
});

test('a line is broken where nothing is known, and a single value is a dot', () => {
  expect(linePaths([1, 2, null, 3], 100, 10)).toHaveLength(2);
  expect(linePaths([null, null], 100, 10)).toEqual([]);
});
