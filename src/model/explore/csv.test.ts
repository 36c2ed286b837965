import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  [['a', 1, null, ''], 'a,1,,\r\n'],
  [['a,b', 'say "x"', 'two\r\nlines'], '"a,b","say ""x""","two\r\nlines"\r\n'],
  [['=1+1', '+306912345678', '-2+3', '@SUM(A1)', '\tx'], "'=1+1,'+306912345678,'-2+3,'@SUM(A1),'\tx\r\n"],
  [['-0.5', '0.071', -3], '-0.5,0.071,-3\r\n'],
  [['＝cmd|x', '=HYPERLINK("x","y")'], `'＝cmd|x,"'=HYPERLINK(""x"",""y"")"\r\n`],
])('%j', (values, expected) => {
  expect(csvLine(values)).toBe(expected);
});

/** The grammar of RFC 4180, one character at a time. */
function parsed(text: string): string[][] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(at + 1) === '"') field += text.charAt(++at);
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || (character === '\r' && text.charAt(at + 1) === '\n')) {
      records.at(-1)?.push(field);
      field = '';
      if (character === '\r') {
        records.push([]);
        at++;
      }
    } else field += character;
  }
  return records.slice(0, -1);
}

test('a parser gets back what was written, and no field starts a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), (lines) => {
      const read = parsed(lines.map(csvLine).join(''));
      const marked = (text: string) =>
        /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
      expect(read).toEqual(lines.map((line) => line.map(marked)));
      for (const field of read.flat()) expect(field).not.toMatch(/^[=+@\t\r]/);
    }),
  );
});
