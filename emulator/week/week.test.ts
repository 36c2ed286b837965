import { expect, test } from 'vitest';
import { createdAtOf, flowsPerWeek, placeOf, positionAt, weekMs, weekOffsets } from './week.ts';

const offsets = weekOffsets(1);

test('offsets ascend within the week, more by day than by night', () => {
  expect(offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0))).toBe(true);
  expect(offsets.at(-1)).toBeLessThan(weekMs);
  const between = (from: number, to: number) =>
    offsets.filter((offset) => offset >= from * 3_600_000 && offset < to * 3_600_000).length;
  expect(between(8, 9)).toBeGreaterThan(10 * between(2, 3));
});

test('any seven days hold the same number of flows', () => {
  for (const start of ['2026-11-16T00:00Z', '2026-11-19T13:37Z', '2026-12-31T23:59Z'].map(Date.parse)) {
    expect(positionAt(start + weekMs, offsets) - positionAt(start, offsets)).toBe(flowsPerWeek);
  }
});

test('a position is the first flow created at a time or later', () => {
  const time = Date.parse('2026-11-24T10:20:30Z');
  const position = positionAt(time, offsets);
  expect(createdAtOf(placeOf(position), offsets)).toBeGreaterThanOrEqual(time);
  expect(createdAtOf(placeOf(position - 1), offsets)).toBeLessThan(time);
});
