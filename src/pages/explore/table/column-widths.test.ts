import { expect, test } from 'vitest';
import { readWidths } from './column-widths.ts';

test.each([
  [null, {}],
  ['{"chain":300,"shoe":5,"price":1}', { chain: 300, price: 64 }],
  ['{"chain":"wide"}', {}],
  ['[]', {}],
  ['{', {}],
  ['{"id":1e9}', { id: 900 }],
])('what a browser has stored: %s', (text, widths) => {
  expect(readWidths(text)).toEqual(widths);
});
