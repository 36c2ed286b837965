import { describe, expect, test } from 'vitest';
import type { Json } from '#model/values/json.ts';
import {
  copyText,
  foldsBelow,
  isShallow,
  matchingRows,
  parseAsWritten,
  rawRows,
  scalarText,
  unfoldedTo,
} from './raw-tree.ts';

const record: Json = { id: 'a', list: [1, { deep: true }], none: {}, last: null };

function drawn(folded: ReadonlySet<string> = new Set()) {
  return rawRows(record, folded).map(({ depth, kind, key, id, comma }) =>
    `${'  '.repeat(depth)}${key ?? '·'} ${kind} ${id}${comma ? ',' : ''}`.replace(/^( *)· close/, '$1close'),
  );
}

describe('rawRows', () => {
  test('frames objects and lists and keeps empty ones on one line', () => {
    expect(drawn()).toEqual([
      '· open $',
      '  id value id,',
      '  list open list',
      '    · value list[0],',
      '    · open list[1]',
      '      deep value list[1].deep',
      '    close list[1]}',
      '  close list},',
      '  none value none,',
      '  last value last',
      'close $}',
    ]);
  });

  test('a folded list is one line', () => {
    expect(drawn(new Set(['list']))).toEqual([
      '· open $',
      '  id value id,',
      '  list folded list,',
      '  none value none,',
      '  last value last',
      'close $}',
    ]);
  });
});

test('numbers stay as written', () => {
  const parsed = parseAsWritten('{"price":0.0350,"id":12345678901234567890,"e":1e3}');
  const texts = rawRows(parsed?.value ?? null, new Set()).flatMap((row) =>
    row.kind === 'value' ? scalarText(row.value) : [],
  );
  expect(texts).toEqual(['0.0350', '12345678901234567890', '1e3']);
  expect(copyText(parsed?.value ?? null)).toBe('{\n  "price": 0.0350,\n  "id": 12345678901234567890,\n  "e": 1e3\n}');
});

test('what is not JSON is not parsed', () => {
  expect(parseAsWritten('<html>')).toBeNull();
});

test.each([
  ['DEEP', ['list[1].deep']],
  ['true', ['list[1].deep']],
  ['list[1]', ['list[1]']],
  ['', []],
  ['nowhere', []],
])('searching for %j', (words, ids) => {
  expect(matchingRows(record, words).map((row) => row.id)).toEqual(ids);
});

test('folding and unfolding', () => {
  expect([...foldsBelow(record, 1)]).toEqual(['list', 'list[1]']);
  expect([...unfoldedTo(new Set(['list', 'list[1]', 'none']), ['list', 1, 'deep'])]).toEqual(['none']);
});

test('a text is copied without quotes', () => {
  expect(copyText('=1+1')).toBe('=1+1');
});

test('what nests too deeply is told apart, and does not break the telling', () => {
  const nested = (depth: number) => parseAsWritten(`${'['.repeat(depth)}1${']'.repeat(depth)}`)?.value ?? null;
  expect(isShallow(nested(100))).toBe(true);
  expect(isShallow(nested(1000))).toBe(false);
  expect(parseAsWritten('['.repeat(1_000_000))).toBeNull();
});
