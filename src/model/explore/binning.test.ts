import { expect, test } from 'vitest';
import { binningOf, binStarts } from './binning.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const minutes = 60_000;

test.each([
  ['00:00', '12:00', 0, 15, '00:00', 48],
  ['00:07', '12:07', 0, 15, '00:00', 49],
  ['00:00', '00:15', 0, 1, '00:00', 15],
  ['00:00', '12:00', 2 * 60, 15, '00:00', 48],
  ['06:00', '23:00', 5.5 * 60, 30, '06:00', 34],
])('%s to %s, %d min ahead: bins of %d min from %s, %d of them', (from, to, offset, width, first, count) => {
  const bounds = { from: at(from), to: at(to) };
  const binning = binningOf(bounds, offset * minutes);
  const starts = binStarts(bounds, binning);
  expect([binning.widthMs / minutes, starts[0], starts.length]).toEqual([width, at(first), count]);
});

test('a range of weeks has bins of whole days', () => {
  const bounds = { from: Date.parse('2026-01-01T00:00Z'), to: Date.parse('2026-12-31T00:00Z') };
  expect(binningOf(bounds, 0).widthMs / 86_400_000).toBe(7);
});
