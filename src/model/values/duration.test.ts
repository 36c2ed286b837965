import { expect, test } from 'vitest';
import { durationParts } from './duration.ts';

const text = (ms: number) =>
  durationParts(ms)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');

test.each([
  [0, '0 ms'],
  [430, '430 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [5_149, '5.1 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min'],
  [600_200, '10 min 0.2 s'],
  [659_990, '11 min'],
  [3_599_940, '59 min 59.9 s'],
  [3_599_960, '1 h'],
  [7_380_000, '2 h 3 min'],
  [86_399_000, '1 d'],
  [273_600_000, '3 d 4 h'],
  [-5_100, '5.1 s'],
])('%d ms reads "%s"', (ms, expected) => {
  expect(text(ms)).toBe(expected);
});
