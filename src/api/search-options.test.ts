import { expect, test } from 'vitest';
import { ofOneSource, type SearchCriteria } from './search-options.ts';

const range: SearchCriteria = { from: 1, to: 2, filters: [] };

test.each([
  [range, 'routee', range],
  [{ ...range, history: 'instead' }, 'routee', range],
  [{ ...range, history: 'instead' }, 'history', { ...range, history: 'only' }],
  [{ ...range, history: 'only' }, 'history', { ...range, history: 'only' }],
] as const)('%j, answered by %s, is compared with %j', (criteria, answered, expected) => {
  expect(ofOneSource(criteria, answered)).toEqual(expected);
});
