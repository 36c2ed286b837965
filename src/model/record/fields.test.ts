import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { record, sms, viber, voice } from '#emulator/records/record-builder.ts';
import { isJsonObject, type Json, type JsonPath, pathText, valueAt } from '../values/json.ts';
import { fieldAt, fieldIds, fieldRows } from './fields.ts';
import { readRecord } from './record.ts';

function rowsOf(json: Json) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error('refused');
  return fieldRows(reading.record);
}

test.each<[JsonPath, string | null]>([
  [['trackingId'], 'trackingId'],
  [['messages'], 'messages'],
  [['messages', 0, 'trackingId'], 'message.trackingId'],
  [['messages', 3, 'status', 'reason', 'detailedStatus'], 'message.status.reason.detailedStatus'],
  [['messages', 0, 'body', 'imageURL'], 'message.body.imageURL'],
  [['messages', 0, 'templateParams', 'names', 2], 'message.templateParams'],
  [['messages', 0, 'failoverOnStatuses'], 'message.failoverOnStatuses'],
  [['messages', 0, 'failoverOnStatuses', 1], null],
  [['message.type'], null],
  [['messages', 0, 'status.name'], null],
  [['messages', 0], null],
  [['messages', 0, 'constructor'], null],
  [['other', 'trackingId'], null],
  [[], null],
])('%j is %s', (path, expected) => {
  expect(fieldAt(path)).toBe(expected);
});

describe('fieldRows', () => {
  test('a list of plain values is one row, in the order of the record', () => {
    const rows = rowsOf({ messages: [{ type: 'Sms', failoverOnStatuses: ['A', 'B'], body: {} }], extra: [[1], []] });
    expect(rows.map(({ path, messageIndex, field, value }) => [pathText(path), messageIndex, field, value])).toEqual([
      ['messages[0].type', 0, 'message.type', 'Sms'],
      ['messages[0].failoverOnStatuses', 0, 'message.failoverOnStatuses', ['A', 'B']],
      ['messages[0].body', 0, 'message.body', {}],
      ['extra[0]', null, null, [1]],
      ['extra[1]', null, null, []],
    ]);
  });

  test('a problem stands at its field, and at what the field holds', () => {
    const rows = rowsOf({ status: 7, messages: [{ price: { cents: 1 }, failoverOnStatuses: ['A', 1], ttl: 10 }] });
    expect(rows.map(({ path, problem }) => [pathText(path), problem?.expected])).toEqual([
      ['status', 'text'],
      ['messages[0].price.cents', 'number'],
      ['messages[0].failoverOnStatuses', 'text'],
      ['messages[0].ttl', undefined],
    ]);
  });

  test('every field of the three channels is documented', () => {
    const rows = rowsOf(record({ steps: [viber(), sms(), voice()] }));
    expect(rows.filter(({ field }) => field === null)).toEqual([]);
  });

  function leafPaths(value: Json, path: JsonPath = []): JsonPath[] {
    if (Array.isArray(value) && value.length > 0)
      return value.flatMap((item, index) => leafPaths(item, [...path, index]));
    if (!isJsonObject(value) || Object.keys(value).length === 0) return [path];
    return Object.entries(value).flatMap(([key, item]) => leafPaths(item, [...path, key]));
  }

  test('no value of any JSON is lost', () => {
    const anyJson = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>; // values are JSON
    const anyKey = fc.oneof(fc.string(), fc.constantFrom(...fieldIds.map((field) => field.replace('message.', ''))));
    const anyMessage = fc.dictionary(anyKey, anyJson);
    fc.assert(
      fc.property(fc.array(anyMessage), fc.dictionary(anyKey, anyJson), (messages, root) => {
        const json = { ...root, messages };
        const rows = fieldRows({ json, problems: [], places: new Map() });
        for (const row of rows) expect(valueAt(json, row.path)).toBe(row.value);
        const shown = new Set(
          rows.flatMap((row) => leafPaths(row.value, row.path)).map((path) => JSON.stringify(path)),
        );
        expect(leafPaths(json).filter((path) => !shown.has(JSON.stringify(path)))).toEqual([]);
      }),
    );
  });
});
