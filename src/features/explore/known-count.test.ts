import { expect, test } from 'vitest';
import type { Known } from '#model/explore/coverage.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { knownCount } from './known-count.ts';

const viewer = { catalogue: en, format: createFormat({ language: 'en', zone: 'UTC' }) };

test.each<[number, Known, string]>([
  [1200, 'whole', '1,200'],
  [0, 'whole', '0'],
  [1200, 'part', '≥ 1,200'],
  [0, 'part', '–'],
  [0, 'nothing', '–'],
])('%d of what is loaded in %s: %s', (count, known, expected) =>
  expect(knownCount(count, known, viewer)).toBe(expected),
);
