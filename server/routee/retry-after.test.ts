import { expect, test } from 'vitest';
import { cases } from './retry-after.cases.json';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.parse('2026-11-24T10:00:00Z');

test.each(cases.map(([header, seconds]) => ({ header: String(header), seconds })))(
  '$header: $seconds s',
  ({ header, seconds }) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  },
);

test('so many digits that they are no number any more', () => {
  expect(retryAfterSeconds('9'.repeat(400), now)).toBe(86_400);
});

test('no header', () => {
  expect(retryAfterSeconds(undefined, now)).toBeNull();
});
