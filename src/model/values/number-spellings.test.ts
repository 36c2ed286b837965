import { describe, expect, it } from 'vitest';
import { type Json, parseJson } from './json.ts';
import { readFlagSpelling, readNumberSpelling } from './number-spellings.ts';

const bounds = { least: -1e15, most: 1e15 };

/** The number as written, `none`, or why it is not read. */
function said(value: Json): string {
  const read = readNumberSpelling(value, bounds);
  return read.kind === 'number' ? String(read.value) : read.kind === 'noValue' ? 'none' : read.why;
}

describe('numbers in quotes', () => {
  it.each([
    ['1', '1'],
    ['0.036', '0.036'],
    ['0.0360', '0.036'],
    ['0.12345678901234567890', '0.12345678901234567890'],
    [' 15 ', '15'],
    ['+5', '5'],
    ['-0.5', '-0.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['0,036', '0.036'],
    ['1,5', '1.5'],
    ['12,0360', '12.0360'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1,234,567', '1234567'],
    ['1 234,5', '1234.5'],
    ['1\u00a0234', '1234'],
    ['−3', '-3'],
    ['1,234', 'ambiguous'],
    ['12,036', 'ambiguous'],
    ['', 'none'],
    ['N/A', 'none'],
    ['null', 'none'],
    ['-', 'none'],
    ['NaN', 'none'],
    ['15 min', 'type'],
    ['ten', 'type'],
    ['0x10', 'type'],
    ['1,2,3', 'type'],
    ['1.2.3', 'type'],
    ['٣', 'type'],
    ['1e5000000', 'outOfRange'],
    ['1e999999999', 'outOfRange'],
    ['9'.repeat(100_000), 'outOfRange'],
    [`0.${'1'.repeat(100_000)}`, 'outOfRange'],
    ['Infinity', 'type'],
    ['2000000000000000', 'outOfRange'],
  ])('%s is %s', (text, expected) => {
    expect(said(text)).toBe(Number(expected) === Number(said(text)) ? said(text) : expected);
  });

  it.each([
    ['1e5000000', 'outOfRange'],
    ['-1e999999999', 'outOfRange'],
    ['1e-999999999', 'outOfRange'],
    ['9'.repeat(100_000), 'outOfRange'],
    [`0.${'1'.repeat(100_000)}`, 'outOfRange'],
    ['1e400', 'outOfRange'],
    ['0.0360', '0.036'],
    ['1E2', '100'],
  ])('%s as JSON is %s', (text, expected) => {
    const parsed = parseJson(`[${text}]`);
    const read = said(parsed.ok && Array.isArray(parsed.value) ? (parsed.value[0] ?? null) : null);
    expect(Number(expected) === Number(read) ? expected : read).toBe(expected);
  });

  it.each([[true], [null], [[1]], [{ a: 1 }]])('%j is none', (value) => {
    expect(said(value as Json)).toBe('type');
  });
});

describe('flags', () => {
  it.each<[Json, boolean | string]>([
    ['true', true], ['FALSE', false], ['1', true], ['0', false], [1, true], [0, false], ['yes', true], ['N', false],
    ['', 'noValue'], ['null', 'noValue'], ['maybe', 'unread'], [2, 'unread'], [[], 'unread'],
  ])('%j is %j', (value, expected) => {
    const read = readFlagSpelling(value);
    expect(read.kind === 'flag' ? read.value : read.kind).toBe(expected);
  }); // biome-ignore format: a table
});
