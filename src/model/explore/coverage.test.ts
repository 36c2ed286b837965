import { expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { type Coverage, coverageOf, type Known, knownWithin } from './coverage.ts';
import { flowRow } from './row.ts';

const reading = readRecord(record({ steps: [viber()] }));
if (!reading.ok) throw new Error('refused');
const one = flowRow(toFlow(reading.record), 0);
const page = (...created: (number | null)[]) => created.map((createdAt) => ({ ...one, createdAt }));

test.each<[string, Parameters<typeof coverageOf>[0], Coverage]>([
  ['nothing yet', [null], { kind: 'unknown' }],
  ['two pages, newest first', [page(90, 80), page(80, 70), null], { kind: 'since', from: 71 }],
  ['a page after a missing one proves nothing', [page(90, 80), null, page(60, 50)], { kind: 'since', from: 81 }],
  ['another order than newest first', [page(50, 60), page(70, 80), null], { kind: 'unknown' }],
  ['flows without a time', [page(null, 80), page(null), null], { kind: 'since', from: 81 }],
])('%s', (_name, pages, expected) => expect(coverageOf(pages, false)).toEqual(expected));

test('complete is all, whatever the order', () => {
  expect(coverageOf([page(50), page(80)], true)).toEqual({ kind: 'all' });
});

test.each<[Coverage, number, number, Known]>([
  [{ kind: 'all' }, 0, 10, 'whole'],
  [{ kind: 'unknown' }, 0, 10, 'part'],
  [{ kind: 'since', from: 71 }, 71, 80, 'whole'],
  [{ kind: 'since', from: 71 }, 70, 80, 'part'],
  [{ kind: 'since', from: 71 }, 60, 70, 'nothing'],
  [{ kind: 'since', from: 71 }, 60, 71, 'part'],
])('%j, from %d to %d: %s', (coverage, from, to, known) => expect(knownWithin(coverage, { from, to })).toBe(known));
