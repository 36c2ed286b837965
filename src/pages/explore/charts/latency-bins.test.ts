import { expect, test } from 'vitest';
import { filledBins, latencyBorders, latencyCounts } from './latency-bins.ts';

test('a border belongs to the bin below it', () => {
  const counts = latencyCounts([0, 500, 501, 3_600_000, 3_600_001]);
  expect([counts[0], counts[1], counts[latencyBorders.length - 1], counts[latencyBorders.length]]).toEqual([
    2, 1, 1, 1,
  ]);
});

test('bins run from the first that holds anything to the last', () => {
  expect(filledBins([latencyCounts([700]), latencyCounts([4000])])).toEqual([1, 2, 3]);
  expect(filledBins([latencyCounts([])])).toEqual([]);
});
