import { expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import { flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { nextPauseMs, unfinishedFlows } from './live-plan.ts';

function row(trackingId: string, status: 'QUEUED' | 'DELIVERED', createdAt: number) {
  const reading = readRecord(record({ steps: [viber({ at: 0, until: 1, status })] }));
  if (!reading.ok) throw new Error('not a record');
  return {
    ...flowRow(toFlow(reading.record), 0),
    trackingId,
    createdAt,
    status: status === 'QUEUED' ? 'running' : 'succeeded',
  } as const;
}

test.each([
  [0, null, 5000],
  [0, 7000, 7000],
  [1, null, 10_000],
  [3, 2000, 40_000],
  [9, null, 60_000],
  [0, Number.POSITIVE_INFINITY, 3_600_000],
])('%d failures, Retry-After %s: %d ms', (failures, retryAfterMs, expected) => {
  expect(nextPauseMs(failures, retryAfterMs)).toBe(expected);
});

test('unfinished flows in turn, the newest first among those not looked at yet', () => {
  const rows = [
    row('old', 'QUEUED', 1),
    row('done', 'DELIVERED', 2),
    row('new', 'QUEUED', 3),
    row('seen', 'QUEUED', 4),
  ];
  expect(unfinishedFlows(rows, new Map(), (id) => id === 'seen')).toEqual(['new', 'old']);
  expect(unfinishedFlows(rows, new Map([['new', 50]]), (id) => id === 'seen')).toEqual(['old', 'new']);
});

test('no more than twenty at once', () => {
  const rows = Array.from({ length: 30 }, (_, place) => row(String(place), 'QUEUED', place));
  expect(unfinishedFlows(rows, new Map(), () => false)).toHaveLength(20);
});
