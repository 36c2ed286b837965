import { expect, test } from 'vitest';
import { type Bounds, boundsOf, narrowerRange, type Range, reachesNow } from './range.ts';

const hour = 3_600_000;
/** Athens in 2026: clocks go forward on 29 March and back on 25 October, both at 01:00 UTC. */
const athens = (at: number) => (at >= Date.UTC(2026, 2, 29, 1) && at < Date.UTC(2026, 9, 25, 1) ? 3 * hour : 2 * hour);
const iso = ({ from, to }: Bounds) => [from, to].map((at) => new Date(at).toISOString().slice(0, 16));

test.each<[Range, string, string, string]>([
  [{ kind: 'day', day: 'today' }, '2026-11-23T09:30:20Z', '2026-11-22T22:00', '2026-11-23T09:31'],
  [{ kind: 'day', day: 'yesterday' }, '2026-11-23T09:30:20Z', '2026-11-21T22:00', '2026-11-22T22:00'],
  // The day of 25 h, and the one of 23 h.
  [{ kind: 'day', day: 'yesterday' }, '2026-10-26T09:00Z', '2026-10-24T21:00', '2026-10-25T22:00'],
  [{ kind: 'day', day: 'yesterday' }, '2026-03-30T09:00Z', '2026-03-28T22:00', '2026-03-29T21:00'],
  [{ kind: 'day', day: 'today' }, '2026-10-25T09:00Z', '2026-10-24T21:00', '2026-10-25T09:00'],
  // Midnight itself: a range is never empty.
  [{ kind: 'day', day: 'today' }, '2026-11-22T22:00Z', '2026-11-22T22:00', '2026-11-22T22:01'],
  [{ kind: 'latest', lengthMs: 2 * hour }, '2026-11-23T09:30:20Z', '2026-11-23T07:31', '2026-11-23T09:31'],
])('%j at %s in Athens', (range, now, from, to) => {
  expect(iso(boundsOf(range, Date.parse(now), athens))).toEqual([from, to]);
});

test.each<[Range, number, Range | null]>([
  [{ kind: 'latest', lengthMs: 24 * hour }, 24, { kind: 'latest', lengthMs: 12 * hour }],
  [{ kind: 'day', day: 'today' }, 9, { kind: 'latest', lengthMs: 6 * hour }],
  [{ kind: 'latest', lengthMs: hour / 4 }, 0.25, null],
  [{ kind: 'between', from: 0, to: 4 * hour }, 4, { kind: 'between', from: 2 * hour, to: 4 * hour }],
  [{ kind: 'day', day: 'yesterday' }, 24, { kind: 'between', from: 12 * hour, to: 24 * hour }],
])('%j of %d h is narrowed to %j', (range, hours, expected) => {
  expect(narrowerRange(range, { from: 0, to: hours * hour })).toEqual(expected);
});

test('a range goes on with time when it reaches up to now', () => {
  const ranges: Range[] = [
    { kind: 'latest', lengthMs: hour },
    { kind: 'day', day: 'today' },
    { kind: 'day', day: 'yesterday' },
    { kind: 'between', from: 0, to: hour },
  ];
  expect(ranges.map(reachesNow)).toEqual([true, true, false, false]);
});
