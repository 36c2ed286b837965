import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceTicks } from './nice-ticks.ts';

test.each([
  [0, 3, [0, 1]],
  [1, 3, [0, 1]],
  [2, 3, [0, 1, 2]],
  [30, 3, [0, 10, 20, 30]],
  [31, 3, [0, 20, 40]],
  [700, 3, [0, 500, 1000]],
])('up to %d in %d: %j', (greatest, most, ticks) => {
  expect(niceTicks(greatest, most)).toEqual(ticks);
});

test('money may be less than 1', () => {
  expect(niceTicks(0.071, 4, false)).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
});

test('they reach the greatest, and are not more than asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 6 }), (greatest, most) => {
      const ticks = niceTicks(greatest, most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest);
      expect(ticks.length - 1).toBeLessThanOrEqual(most);
    }),
  );
});
