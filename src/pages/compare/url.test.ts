import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAddress } from '#features/look/page-addresses.ts';
import { readCompareView, readPair, withCompareView } from './url.ts';

test.each([
  ['a-1...b_2', { first: 'a-1', second: 'b_2' }],
  ['a...b...c', { first: 'a', second: 'b' }],
  ['a..b', null],
  ['a...', null],
  ['...b', null],
  ['+30690...b', null],
  ['', null],
])('%s', (text, expected) => {
  expect(readPair(text)).toEqual(expected);
});

test('a pair that is built is read back', () => {
  const id = fc.stringMatching(/^[\w-]{1,40}$/);
  fc.assert(
    fc.property(id, id, (first, second) => {
      expect(readPair(decodeURIComponent(compareAddress({ first, second }).slice('/compare/'.length)))).toEqual({
        first,
        second,
      });
    }),
  );
});

test('a view that is built is read back; defaults stay out, what is not its own stays in', () => {
  const others = new URLSearchParams('tz=Europe%2FAthens&align=x');
  for (const align of ['start', 'time'] as const) {
    for (const onlyDifferent of [true, false]) {
      expect(readCompareView(withCompareView(others, { align, onlyDifferent }))).toEqual({ align, onlyDifferent });
    }
  }
  expect(withCompareView(others, { align: 'start', onlyDifferent: false }).toString()).toBe('tz=Europe%2FAthens');
});
