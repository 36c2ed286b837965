import { stringify } from 'lossless-json';
import { expect, test } from 'vitest';
import { type Json, parseJson, pathText } from '../values/json.ts';
import { compareFields } from './compare-fields.ts';
import { fieldRows } from './fields.ts';

function rows(text: string) {
  const json = parseJson(text);
  if (!json.ok) throw new Error(json.message);
  return fieldRows({ json: json.value as { [key: string]: Json }, problems: [], places: new Map() }); // each case below is an object
}

/** `path: first | second`, with `=` before those that agree; `–` where a record lacks the field. */
function told(a: string, b: string): string[] {
  return compareFields(rows(a), rows(b)).map((one) => {
    const value = (row: { value: Json } | null) => (row === null ? '–' : String(stringify(row.value)));
    return `${one.differs ? '' : '= '}${pathText(one.path)}: ${value(one.a)} | ${value(one.b)}`;
  });
}

const cases: readonly [name: string, a: string, b: string, expected: readonly string[]][] = [
  ['equal texts agree', '{"status":"Failed"}', '{"status":"Failed"}', ['= status: "Failed" | "Failed"']],
  ['other texts differ', '{"status":"Failed"}', '{"status":"Succeeded"}', ['status: "Failed" | "Succeeded"']],
  [
    'a number is its value, however written',
    '{"totalPrice":0.0360}',
    '{"totalPrice":0.036}',
    ['= totalPrice: 0.0360 | 0.036'],
  ],
  ['a number and its text are not the same', '{"part":1}', '{"part":"1"}', ['part: 1 | "1"']],
  [
    'what only one has stands in the order of its record',
    '{"a":1,"b":2}',
    '{"b":2,"c":3}',
    ['a: 1 | –', '= b: 2 | 2', 'c: – | 3'],
  ],
  ['null is not absence', '{"part":1,"label":null}', '{"part":1}', ['= part: 1 | 1', 'label: null | –']],
  [
    'lists are their items',
    '{"failoverOnStatuses":["A","B"]}',
    '{"failoverOnStatuses":["B","A"]}',
    ['failoverOnStatuses: ["A","B"] | ["B","A"]'],
  ],
  [
    'messages are compared by their place',
    '{"messages":[{"type":"Viber"},{"type":"Sms"}]}',
    '{"messages":[{"type":"Viber"}]}',
    ['= messages[0].type: "Viber" | "Viber"', 'messages[1].type: "Sms" | –'],
  ],
  ['keys with dots are no paths', '{"a.b":1}', '{"a":{"b":1}}', ['["a.b"]: 1 | –', 'a.b: – | 1']],
  [
    'an empty object differs from a filled one',
    '{"status":{}}',
    '{"status":{"name":"X"}}',
    ['status: {} | –', 'status.name: – | "X"'],
  ],
];

test.each(cases)('%s', (_name, a, b, expected) => {
  expect(told(a, b)).toEqual(expected);
});
