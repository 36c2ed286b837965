import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRows, readList } from './read-list.ts';

const a = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const b = '5b9c6b4e-0f6c-4d7e-9a51-2f1f6d8c0b01';
const c = 'e7d1a2c3-4b5a-4c6d-8e9f-001122334455';
const short: Readonly<Record<string, string>> = { [a]: 'A', [b]: 'B', [c]: 'C' };

/** A row as text: line, ID or what stood in its place, other columns. */
function told(text: string): string[] {
  const { columns, rows } = readList(text);
  const head = columns.length === 0 ? [] : [columns.map((name) => name ?? '–').join(' | ')];
  return [
    ...head,
    ...rows.map(({ line, trackingId, given, others }) =>
      [`${line}:`, trackingId === null ? `not an ID (${given})` : (short[trackingId] ?? trackingId), ...others].join(
        ' ',
      ),
    ),
  ];
}

const forms: readonly [name: string, text: string, expected: readonly string[]][] = [
  ['a column of IDs', `${a}\n${b}`, ['1: A', '2: B']],
  ['line ends of Windows, and an empty last line', `${a}\r\n${b}\r\n`, ['1: A', '2: B']],
  ['line ends of an old Mac', `${a}\r${b}`, ['1: A', '2: B']],
  ['empty lines between', `${a}\n\n\n${b}`, ['1: A', '4: B']],
  ['a byte order mark', `\uFEFF${a}\n${b}`, ['1: A', '2: B']],
  ['a heading above a column', `Tracking ID\n${a}\n${b}`, ['2: A', '3: B']],
  ['one line that is no ID', `${a}\nhello\n${b}`, ['1: A', '2: not an ID (hello)', '3: B']],
  ['the same ID twice', `${a}\n${a}`, ['1: A', '2: A']],
  ['IDs in capitals', a.toUpperCase(), ['1: A']],
  ['links', `https://cascade.example/flows/${a}?step=2\n/flows/${b}`, ['1: A', '2: B']],
  ['several IDs in one line', `first ${a} then ${b}`, ['1: A', '1: B']],
  ['a log', `12:00 INFO trackingId=${a} sent\n12:01 INFO trackingId=${b} sent`, ['1: A', '2: B']],
  ['CSV with a header', `ticket,trackingId\nT-1,${a}\nT-2,${b}`, ['ticket', '2: A T-1', '3: B T-2']],
  ['CSV without one', `T-1,${a}\nT-2,${b}`, ['–', '1: A T-1', '2: B T-2']],
  [
    'CSV of a Greek Excel',
    `Αίτημα;Κωδικός;Ποσό\r\nT-1;${a};0,071\r\nT-2;${b};1,5`,
    ['Αίτημα | Ποσό', '2: A T-1 0,071', '3: B T-2 1,5'],
  ],
  [
    'CSV with BOM, `;` and quotes',
    `\uFEFF"ticket";"id"\n"T;1";"${a}"\n"say ""hi""";"${b}"`,
    ['ticket', '2: A T;1', '3: B say "hi"'],
  ],
  ['a quoted line break', `note,id\n"two\nlines",${a}\nplain,${b}`, ['note', '2: A two\nlines', '3: B plain']],
  [
    'a sheet copied from Excel',
    `Name\tFlow\tTicket\nMaria\t${a}\tT-1\nNikos\t${b}\tT-2`,
    ['Name | Ticket', '2: A Maria T-1', '3: B Nikos T-2'],
  ],
  ['a copied sheet with empty cells', `\t${a}\tT-1\n\t${b}\t`, ['– | –', '1: A  T-1', '2: B  ']],
  ['a table of a terminal', `ticket | id\nT-1 | ${a}\nT-2 | ${b}`, ['ticket', '2: A T-1', '3: B T-2']],
  [
    'rows of differing width',
    `id,ticket\n${a},T-1\n${b}\n${c},T-3,late`,
    ['ticket | –', '2: A T-1 ', '3: B  ', '4: C T-3 late'],
  ],
  [
    'a row whose ID is missing',
    `ticket,id\nT-1,${a}\nT-2,\nT-3,${b}`,
    ['ticket', '2: A T-1', '3: not an ID () T-2', '4: B T-3'],
  ],
  [
    'a row whose ID is cut',
    `ticket,id\nT-1,${a}\nT-2,5b9c6b4e-0f6c`,
    ['ticket', '2: A T-1', '3: not an ID (5b9c6b4e-0f6c) T-2'],
  ],
  [
    'cells that Excel keeps as text',
    `id,number\n${a},="0306900000001"\n${b},'+306900000002`,
    ['number', '2: A 0306900000001', '3: B +306900000002'],
  ],
  [
    'IDs of messages beside those of flows',
    `messageId,trackingId\n${b},${a}\n${c},${a}`,
    ['messageId', `2: A ${b}`, `3: A ${c}`],
  ],
  ['the flow’s column after another’s, unnamed', `${a};x\n${b};y`, ['–', '1: A x', '2: B y']],
  [
    'links in a table',
    `Maria;https://cascade.example/flows/${a}\nNikos;https://cascade.example/flows/${b}`,
    ['–', '1: A Maria', '2: B Nikos'],
  ],
  ['a list in JSON', `["${a}","${b}"]`, ['1: A', '2: B']],
  [
    'objects in JSON',
    `[{"ticket":"T-1","trackingId":"${a}"},{"ticket":"T-2","trackingId":"${b}"}]`,
    ['ticket', '1: A T-1', '2: B T-2'],
  ],
  ['JSON lines', `{"ticket":1,"id":"${a}"}\n{"id":"${b}","late":true}\n`, ['ticket | late', '1: A 1 ', '2: B  true']],
  [
    'JSON lines of whole records',
    `{"trackingId":"${a}","messages":[],"status":"Failed"}\n{"trackingId":"${b}","messages":[],"status":"Succeeded"}`,
    ['status', '1: A Failed', '2: B Succeeded'],
  ],
  ['a record’s messages are not the list', `[{"trackingId":"${a}","messageId":"${b}"}]`, ['messageId', `1: A ${b}`]],
  ['commas in loose text', `Please check ${a}, it never came.\nAnd ${b}, too.`, ['1: A', '2: B']],
  ['IDs on one line with commas between', `${a}, ${b}, ${c}`, ['1: A', '1: B', '1: C']],
  ['no ID at all', 'hello\nworld', ['1: not an ID (hello)', '2: not an ID (world)']],
  ['nothing', '', []],
  ['spaces alone', ' \n\t\n', []],
];

test.each(forms)('%s', (_name, text, expected) => {
  expect(told(text)).toEqual(expected);
});

describe('bounds', () => {
  test('rows beyond a thousand are counted and left out', () => {
    const list = readList(Array.from({ length: mostRows + 5 }, () => a).join('\n'));
    expect([list.rows.length, list.leftOut]).toEqual([mostRows, 5]);
  });

  test('a long cell is cut', () => {
    const cell = readList(`id,note\n${a},${'x'.repeat(9999)}\n${b},y`).rows[0]?.others[0] ?? '';
    expect(cell.length).toBe(500);
    expect(cell.endsWith('x…')).toBe(true);
  });
});

test('reads any text: rows in order, no more than there are lines or IDs, and never throws', () => {
  const piece = fc.constantFrom(
    a,
    b,
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '"',
    "'",
    '|',
    '{',
    '}',
    '[',
    ']',
    ':',
    'x',
    ' ',
    '\uFEFF',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const { rows, columns } = readList(text);
        const lines = rows.map(({ line }) => line);
        expect(lines).toEqual(lines.toSorted((x, y) => x - y));
        expect(rows.every(({ others }) => others.length === columns.length)).toBe(true);
      },
    ),
  );
});

test('what a spreadsheet writes of any cells is read back', () => {
  const cell = fc
    .string({ maxLength: 12 })
    .map((text) =>
      text
        .replace(/\s/g, ' ')
        .replace(/^[=' ]+/, '')
        .trim(),
    )
    .filter((text) => text !== '');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
      const lines = cells.map((text) => [quoted(text), quoted(a)].join(delimiter));
      const { rows } = readList([`ticket${delimiter}trackingId`, ...lines].join('\n'));
      expect(rows.map(({ others }) => others[0])).toEqual(cells);
    }),
  );
});

test.each([
  ['strict', `# INCOMPLETE: made from 2 of 9 flows\r\ntrackingId,status\r\n${a},Failed\r\n`],
  ['for Excel', `\ufeff"=""# INCOMPLETE: 2 of 9"""\r\nTracking ID;Status\r\n"=""${a}""";Failed\r\n`],
  ['records', `{"incomplete":{"loaded":2,"total":9}}\n{"trackingId":"${a}","status":"Failed"}\n`],
])('an incomplete export of our own (%s) is read without its first line', (_name, text) => {
  const { rows, columns } = readList(text);
  expect(rows.map(({ trackingId }) => trackingId)).toEqual([a]);
  expect(columns.map((name) => name?.toLowerCase())).toEqual(['status']);
});
