import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SheetCell, type SheetStyle, sheetLine } from './sheet.ts';

const greek: SheetStyle = { separator: ';', decimal: ',' };
const english: SheetStyle = { separator: ',', decimal: '.' };

test.each<[SheetCell, SheetStyle, string]>([
  [{ number: '0.071' }, greek, '"0,071"'],
  [{ number: '0.071' }, english, '0.071'],
  [{ number: '-1.5' }, greek, '"-1,5"'],
  [{ number: '1234567.1234567891' }, english, '"=""1234567.1234567891"""'],
  [{ number: '0.000000000000000036' }, english, '0.000000000000000036'],
  [{ number: '1e400' }, english, '"=""1e400"""'],
  [{ id: '+306912345678' }, greek, '"=""+306912345678"""'],
  [{ id: '306912345678' }, greek, '"=""306912345678"""'],
  [{ id: '' }, greek, ''],
  [{ text: 'Delivered' }, greek, 'Delivered'],
  [{ text: '5 Mar' }, greek, '"=""5 Mar"""'],
  [{ text: '=HYPERLINK("x")' }, greek, '"=""=HYPERLINK(""""x"""")"""'],
  [{ text: '@SUM(A)' }, english, '"=""@SUM(A)"""'],
  [{ text: 'a;b' }, english, '"a;b"'],
  [{ text: `=${'x'.repeat(300)}` }, english, `'=${'x'.repeat(300)}`],
  [null, greek, ''],
])('%j %j: %s', (cell, style, expected) => expect(sheetLine([cell], style)).toBe(`${expected}\r\n`));

test('whatever a text holds, it comes back whole and is never a formula that does anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom(greek, english), (text, style) => {
      const [[field = '', after] = []]: string[][] = parse(sheetLine([{ text }, { text: 'x' }], style), {
        delimiter: style.separator,
        relax_column_count: true,
      });
      expect(after).toBe('x');
      const constant = /^="((?:[^"]|"")*)"$/.exec(field);
      const back =
        constant === null ? field.replace(/^'(?==|\+|-|@|\t|\r|＝|＋|－|＠)/, '') : constant[1]?.replaceAll('""', '"');
      expect(back?.replace(/[\r\n]+/g, ' ')).toBe(text.replace(/[\r\n]+/g, ' '));
      if (constant === null) expect(field).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
  );
});
