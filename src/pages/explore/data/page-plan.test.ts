import { expect, test } from 'vitest';
import { gaveUp, nextPages, type PageState, wantedPages } from './page-plan.ts';

/** "LL.lx" is two loaded pages, an absent one, one under way and one that failed. */
const letters: Readonly<Record<string, PageState>> = {
  L: 'loaded',
  l: 'loading',
  x: 'failed',
  R: 'refused',
  '.': 'absent',
};
const pages = (text: string) => [...text].map((letter) => letters[letter] ?? 'absent');

test.each([
  ['.', 1, [0]],
  ['L.....', 6, [1, 2, 3, 4]],
  ['Lll...', 6, [3, 4]],
  ['Lllll.', 6, []],
  ['LL....', 2, []],
  ['L.L...', 3, [1]],
  ['Lx....', 6, [2, 3, 4, 5]],
  ['xxx...', 6, []],
  ['LLLLLL', 6, []],
  ['', 1, []],
  // Where Routee reads no further, later pages are not asked for.
  ['L..R..', 6, [1, 2]],
  ['LLLR..', 6, []],
])('%s, %d wanted: %j', (text, wanted, expected) => {
  expect(nextPages(pages(text), wanted)).toEqual(expected);
});

test.each([
  [1, null, 1],
  ['all', null, 1],
  ['all', 63, 63],
  [5, 3, 3],
  [2, 0, 1],
  ['none', 63, 0],
  ['auto', null, 1],
  ['auto', 43, 43],
  ['auto', 250, 50],
] as const)('goal %s of %s pages: %d', (goal, count, expected) => {
  expect(wantedPages(goal, count, 200)).toBe(expected);
});

test('three failures are enough', () => {
  expect([gaveUp(pages('xx')), gaveUp(pages('xLxLx'))]).toEqual([false, true]);
});
