import { expect, test } from 'vitest';
import { numberOf, trackingIdOf } from './tracking-ids.ts';

test('a tracking ID tells its number, to its own set alone', () => {
  for (const number of [0, 1, 49_999, 0x0b98_c34f, 0xffff_ffff]) {
    const id = trackingIdOf(number, 1);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(numberOf(id, 1)).toBe(number);
    expect(numberOf(id, 2)).toBeNull();
  }
  expect(numberOf('30830fad-21ed-49b0-89d0-bbada2fd5640', 1)).toBeNull();
  expect(numberOf('', 1)).toBeNull();
});

test('no two numbers share an ID', () => {
  const ids = Array.from({ length: 20_000 }, (_, number) => trackingIdOf(number, 1).slice(0, 8));
  expect(new Set(ids).size).toBe(ids.length);
});
