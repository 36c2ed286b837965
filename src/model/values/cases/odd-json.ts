/** Odd JSON: what is read of it, or why it is not read and where. `at` is line:column. */
import type { JsonFaultCause } from '../json-fault.ts';

export interface BrokenJson {
  readonly text: string;
  readonly cause: JsonFaultCause;
  readonly at: string;
}

export const brokenJson: readonly BrokenJson[] = [
  { text: '', cause: 'unterminated', at: '1:1' },
  { text: '{', cause: 'unterminated', at: '1:2' },
  { text: '{"a"', cause: 'unterminated', at: '1:5' },
  { text: '{"a":', cause: 'unterminated', at: '1:6' },
  { text: '{"a":1', cause: 'unterminated', at: '1:7' },
  { text: '{"a":1,', cause: 'unterminated', at: '1:8' },
  { text: '[1,[2,', cause: 'unterminated', at: '1:7' },
  { text: '{"a":"Hel', cause: 'unterminatedText', at: '1:6' },
  { text: '{\n  "a": 1,\n  "b": "x\n}', cause: 'lineEndInText', at: '3:10' },
  { text: '{\n  “trackingId”: 1}', cause: 'curlyQuote', at: '2:3' },
  { text: '{"a": “x”}', cause: 'curlyQuote', at: '1:7' },
  { text: '{"a": „x“}', cause: 'curlyQuote', at: '1:7' },
  { text: '{"a": «x»}', cause: 'curlyQuote', at: '1:7' },
  { text: '{"a": ‘x’}', cause: 'curlyQuote', at: '1:7' },
  { text: '{"a": "x”}', cause: 'unterminatedText', at: '1:7' },
  { text: "{'a': 1}", cause: 'singleQuote', at: '1:2' },
  { text: '{"a": \'x\'}', cause: 'singleQuote', at: '1:7' },
  { text: '{"a": `x`}', cause: 'backtick', at: '1:7' },
  { text: '{"a": True}', cause: 'pythonWord', at: '1:7' },
  { text: '{"a": None, "b": False}', cause: 'pythonWord', at: '1:7' },
  { text: '[NaN]', cause: 'notANumber', at: '1:2' },
  { text: '[-Infinity]', cause: 'notANumber', at: '1:2' },
  { text: '{"a":undefined}', cause: 'unknownWord', at: '1:6' },
  { text: '{"a":nul}', cause: 'unknownWord', at: '1:6' },
  { text: '{"a":nullable}', cause: 'unknownWord', at: '1:6' },
  { text: '{"a":ISODate("2026-11-20T12:00:00Z")}', cause: 'unknownWord', at: '1:6' },
  { text: '{a: 1}', cause: 'unquotedKey', at: '1:2' },
  { text: '{1: 1}', cause: 'unexpected', at: '1:2' },
  { text: '{"a": 01}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": +1}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": .5}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": 1.}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": 1e}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": 1.2.3}', cause: 'badNumber', at: '1:7' },
  { text: '{"a": "\\x41"}', cause: 'badEscape', at: '1:8' },
  { text: '{"a": "\\u12G4"}', cause: 'badEscape', at: '1:8' },
  { text: '{"a": 1 "b": 2}', cause: 'missingComma', at: '1:9' },
  { text: '{"a": 1\r\n "b": 2}', cause: 'missingComma', at: '2:2' },
  { text: '[1 2]', cause: 'missingComma', at: '1:4' },
  { text: '{"a" 1}', cause: 'missingColon', at: '1:6' },
  { text: '{"a": }', cause: 'missingValue', at: '1:7' },
  { text: '[1,,2]', cause: 'missingValue', at: '1:4' },
  { text: '{"a": 1,}', cause: 'trailingComma', at: '1:8' },
  { text: '[1,]', cause: 'trailingComma', at: '1:3' },
  { text: '{"a": 1}}', cause: 'moreBehind', at: '1:9' },
  { text: '{"a": 1} {"b": 2}', cause: 'moreBehind', at: '1:10' },
  { text: '{"a": [1, ...]}', cause: 'ellipsis', at: '1:11' },
  { text: '{"a": 1, …}', cause: 'ellipsis', at: '1:10' },
  { text: '<html><body>502</body></html>', cause: 'html', at: '1:1' },
  { text: '{"a": "x\ty"}', cause: 'unexpected', at: '1:9' },
  { text: '{"a"\u00a0: 1}', cause: 'missingColon', at: '1:5' },
  { text: '\ufeff{"a": 1}', cause: 'unexpected', at: '1:1' },
];

/** Texts that are JSON, though not every reader takes them. */
export const oddButJson: readonly string[] = [
  '{"":""}',
  '{"a":"\\ud800"}',
  '{"a":"\\udc00\\ud800"}',
  '{"a":"\\u0000\\u001f"}',
  '{"a":"\u2028\u2029"}',
  '{"__proto__":{"polluted":true},"constructor":1,"toString":2}',
  '[-0,0e0,1e-7,0.0360,1E3]',
  '{"a":1,"a":2,"a":{"b":1,"b":1}}',
  '[[[[[[[[[[]]]]]]]]]]',
  ' \t\r\n[ ]\n',
  '{"\\"quoted\\"":"a\\/b\\\\"}',
  '"only a text"',
  '[true,false,null]',
];

/** Spaces, commas and comments that JSON does not know and a person's copy has. */
export const lenientJson: readonly (readonly [string, string])[] = [
  ['{\u00a0"a":\u2003[1,\u200b2]}\ufeff', 'oddSpace'],
  ['\ufeff{"a":[1,2]}', 'oddSpace'],
  ['{"a":[1,2,],}', 'trailingComma'],
  ['{"a":[1, /* one */ 2] // two\n}', 'comment'],
  ['// a callback\n{"a":[1,2]}', 'comment'],
];
