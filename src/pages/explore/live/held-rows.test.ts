import { expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { followedRows } from './held-rows.ts';

const reading = readRecord(record({ steps: [viber()] }));
if (!reading.ok) throw new Error('not a record');
const any = flowRow(toFlow(reading.record), 0);
const list = (ids: string): FlowRow[] => [...ids].map((trackingId) => ({ ...any, trackingId }));

test.each([
  ['new ones above wait', 'bcd', 'abcd', 'bcd'],
  ['new ones below follow', 'bcd', 'abcdef', 'bcdef'],
  ['new ones between wait', 'bd', 'bcd', 'bd'],
  ['another order does not move them', 'bcd', 'dcba', 'bcda'],
  ['one that no longer passes stays', 'bcd', 'bd', 'bcd'],
])('%s', (_name, held, rows, expected) => {
  const shown = followedRows(list(held), list(rows), () => null);
  expect(shown.map(({ trackingId }) => trackingId).join('')).toBe(expected);
});

test('a row reads as it does now', () => {
  const changed: FlowRow = { ...any, trackingId: 'b', statusName: 'Failed' };
  const [first] = followedRows(list('bc'), list('abc'), (id) => (id === 'b' ? changed : null));
  expect(first).toBe(changed);
});
