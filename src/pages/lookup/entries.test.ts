import { describe, expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { foundFlow, type LookupState } from '#model/lookup/lookup.ts';
import { readRecord } from '#model/record/record.ts';
import { type Entry, type EntryFilter, type EntrySort, passing, sorted } from './entries.ts';

function found(status: 'DELIVERED' | 'EXPIRED', price: number): LookupState {
  const reading = readRecord(record({ steps: [viber({ at: 0, until: 5, status, price })] }));
  if (!reading.ok) throw new Error('refused');
  return { kind: 'found', ...foundFlow(toFlow(reading.record), Date.parse('2027-01-01T00:00:00Z')) };
}

function entry(place: number, given: string, ticket: string, state: LookupState | null): Entry {
  return {
    place,
    listed: { line: place + 1, trackingId: state === null ? null : given, given, others: [ticket] },
    state,
  };
}

const entries = [
  entry(0, 'a', 'T-10', found('DELIVERED', 0.5)),
  entry(1, 'b', 'T-9', { kind: 'notFound' }),
  entry(2, 'hello', '', null),
  entry(3, 'd', 'T-2', found('EXPIRED', 0.035)),
  entry(4, 'e', 't-2', { kind: 'failed', why: 'upstream-down' }),
];
const givens = (some: readonly Entry[]) => some.map(({ listed }) => listed.given).join(' ');

describe('sorting', () => {
  const cases: readonly [EntrySort, string][] = [
    [{ by: 'line', descending: false }, 'a b hello d e'],
    [{ by: 'line', descending: true }, 'e d hello b a'],
    [{ by: 'result', descending: false }, 'e b hello d a'],
    [{ by: 'price', descending: false }, 'd a b hello e'],
    [{ by: 'price', descending: true }, 'a d b hello e'],
    [{ by: 0, descending: false }, 'd e b a hello'],
    [{ by: 0, descending: true }, 'a b d e hello'],
  ];
  test.each(cases)('%j', (sort, expected) => {
    expect(givens(sorted(entries, sort))).toBe(expected);
  });
});

describe('filtering', () => {
  const cases: readonly [EntryFilter, string][] = [
    [{ kind: null, text: '' }, 'a b hello d e'],
    [{ kind: 'found', text: '' }, 'a d'],
    [{ kind: 'notAnId', text: '' }, 'hello'],
    [{ kind: null, text: ' t-2 ' }, 'd e'],
    [{ kind: 'found', text: 'expired' }, 'd'],
    [{ kind: 'waiting', text: '' }, ''],
  ];
  test.each(cases)('%j', (filter, expected) => {
    expect(givens(passing(entries, filter))).toBe(expected);
  });
});
