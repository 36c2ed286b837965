import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

test.each([
  [0, '0%'],
  [0.000_01, '<0.1%'],
  [0.000_9, '<0.1%'],
  [0.001, '0.1%'],
  [0.5, '50%'],
  [0.999, '99.9%'],
  [0.999_9, '>99.9%'],
  [1, '100%'],
])('a share of %d is written %s: neither none nor all where it is not', (share, text) => {
  expect(createFormat({ language: 'en', zone: 'UTC' }).percent(share)).toBe(text);
});
