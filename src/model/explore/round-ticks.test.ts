import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTicks } from './round-ticks.ts';

const minute = 60_000;
const from = (start: string, minutes: number, count: number) =>
  Array.from({ length: count }, (_, index) => Date.parse(start) + index * minutes * minute);
const named = (walls: readonly number[], every: number) =>
  roundTicks(walls, every).map((place) => new Date(walls[place] ?? 0).toISOString().slice(8, 16));

test.each([
  ['a minute each', from('2026-11-24T08:00Z', 1, 12), 4, ['24T08:00', '24T08:05', '24T08:10']],
  ['from within an hour', from('2026-11-24T18:30Z', 30, 12), 4, ['24T20:00', '24T22:00', '25T00:00']],
  [
    'of two hours',
    from('2026-11-24T02:00Z', 120, 20),
    3,
    ['24T06:00', '24T12:00', '24T18:00', '25T00:00', '25T06:00', '25T12:00'],
  ],
  ['of a day', from('2026-11-24T00:00Z', 1440, 5), 1, ['24T00:00', '25T00:00', '26T00:00', '27T00:00', '28T00:00']],
])('bars %s', (_, walls, every, expected) => {
  expect(named(walls, every)).toEqual(expected);
});

test('never nearer than asked, and never at a time that is not a multiple of the step', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 62 }),
      (width, offset, every, count) => {
        const walls = from('2026-11-24T00:00Z', width, count).map((wall) => wall + offset * width * minute);
        const places = roundTicks(walls, every);
        places.forEach((place, index) => {
          if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(every);
        });
      },
    ),
  );
});
