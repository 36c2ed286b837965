import { expect, test } from 'vitest';
import { binningOf, binsOf } from './binning.ts';
import { clockChangePlace } from './clock-change.ts';

const hour = 3_600_000;
/** Athens goes from +3 to +2 on 25 Oct 2026, 01:00 UTC. */
const change = Date.parse('2026-10-25T01:00Z');
const athens = (at: number) => (at < change ? 3 : 2) * hour;
const binsFrom = (from: string, to: string) => {
  const bounds = { from: Date.parse(from), to: Date.parse(to) };
  return binsOf(bounds, binningOf(bounds, athens));
};

test('hours: the first that begins by the new clock', () => {
  const bins = binsFrom('2026-10-24T21:00Z', '2026-10-25T22:00Z');
  const place = clockChangePlace(bins, athens) ?? -1;
  expect(bins[place]?.from).toBe(change);
});

test('longer bars: the first after the one it falls in', () => {
  const bins = binsFrom('2026-10-22T21:00Z', '2026-10-28T22:00Z');
  const place = clockChangePlace(bins, athens) ?? -1;
  expect(bins[place - 1]?.from).toBeLessThanOrEqual(change);
  expect(bins[place]?.from).toBeGreaterThanOrEqual(change);
});

test('no change, no bars: none', () => {
  expect(clockChangePlace(binsFrom('2026-10-20T00:00Z', '2026-10-21T00:00Z'), athens)).toBeNull();
  expect(clockChangePlace([], athens)).toBeNull();
});
