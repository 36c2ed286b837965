import { expect, test } from 'vitest';
import { latencyAxis, thinned } from './latency-axis.ts';

const minute = 60_000;

test.each([
  ['around two lengths', [430, 3773], [100, 1000, 10_000]],
  ['with room before a length on a mark', [10_000], [1000, 10_000]],
  ['over many marks', [4, 600_200], [1, 10, 100, 1000, 10_000, minute, 10 * minute, 60 * minute]],
  ['0 and less stand at the first mark', [0, -5, 200], [100, 1000]],
  ['without any length', [], [1, 10, 100, 1000]],
  ['of nothing but zeros', [0], [1, 10, 100, 1000]],
])('an axis %s', (_, lengths, ticks) => {
  expect(latencyAxis(lengths).ticks).toEqual(ticks);
});

test('ticks are thinned evenly from the first one', () => {
  expect(thinned([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([1, 3, 5, 7]);
  expect(thinned([1, 2, 3], 6)).toEqual([1, 2, 3]);
});
