import { expect, test } from 'vitest';
import { cutOf } from './use-cut.ts';

test.each([
  [0, 300, 300, { left: false, right: false }],
  [0, 300, 300.6, { left: false, right: false }],
  [0, 300, 500, { left: false, right: true }],
  [100, 300, 500, { left: true, right: true }],
  [200, 300, 500, { left: true, right: false }],
])('scrolled by %d, %d of %d wide', (scrollLeft, clientWidth, scrollWidth, expected) => {
  expect(cutOf({ scrollLeft, clientWidth, scrollWidth })).toEqual(expected);
});
