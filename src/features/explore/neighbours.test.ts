import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours.ts';

const result = { page: '/explore' as const, search: '?range=2h', ids: ['a', 'b', 'c'] };

test.each([
  ['a', 1, null, 'b'],
  ['b', 2, 'a', 'c'],
  ['c', 3, 'b', null],
])('%s stands at %d, between %s and %s', (id, place, previous, next) => {
  expect(neighboursOf(result, id)).toEqual({ page: '/explore', search: '?range=2h', place, count: 3, previous, next });
});

test('a flow of another result has none', () => {
  expect(neighboursOf(result, 'd')).toBeNull();
});
