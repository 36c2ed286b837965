import { describe, expect, it } from 'vitest';
import type { Json } from '../values/json.ts';
import { readRecord } from './record.ts';

const message = {
  type: 'Sms',
  order: 1,
  price: 0.036,
  status: { name: 'Delivered', updatedDate: '2026-11-23T12:00:03Z' },
};

function read(json: Json) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.record;
}

describe('readRecord', () => {
  it('reads a record without a problem', () => {
    const record = read({ trackingId: 'a', messages: [message], status: 'Succeeded' });
    expect(record.problems).toEqual([]);
    expect(record.fields.messages[0]?.price).toBe(0.036);
  });

  const cases: [string, Json, (string | number)[], string][] = [
    ['a list for a price', { messages: [{ ...message, price: [1, 2] }] }, ['messages', 0, 'price'], 'number'],
    ['a number for a status', { messages: [{ ...message, status: 5 }] }, ['messages', 0, 'status'], 'object'],
    ['a text that is no time', { messages: [message], createdAt: 'soon' }, ['createdAt'], 'time'],
    ['a number for a time', { messages: [{ ...message, createdAt: 1 }] }, ['messages', 0, 'createdAt'], 'time'],
    ['a message that is a number', { messages: [message, 7] }, ['messages', 1], 'object'],
    ['a message that is null', { messages: [null] }, ['messages', 0], 'object'],
    ['a list for a body', { messages: [{ ...message, body: [1] }] }, ['messages', 0, 'body'], 'text'],
    [
      'a number inside a body',
      { messages: [{ type: 'Viber', body: { text: 4 } }] },
      ['messages', 0, 'body', 'text'],
      'text',
    ],
    ['a number inside a recipient', { messages: [{ to: { phone: 4 } }] }, ['messages', 0, 'to', 'phone'], 'text'],
    ['a number for a list', { messages: [{ failoverOnStatuses: 7 }] }, ['messages', 0, 'failoverOnStatuses'], 'list'],
    [
      'a number in a list',
      { messages: [{ failoverOnStatuses: ['Failed', 1] }] },
      ['messages', 0, 'failoverOnStatuses', 1],
      'text',
    ],
  ];
  it.each(cases)('sets aside %s and reads the rest', (_, json, path, expected) => {
    const record = read(json);
    expect(record.problems.map((problem) => [problem.path, problem.expected])).toEqual([[path, expected]]);
    expect(record.json).toBe(json);
  });

  it('reads the other fields of a message with a wrong one', () => {
    const record = read({ messages: [{ ...message, price: 'ten', country: 5 }] });
    expect(record.fields.messages[0]).toMatchObject({ type: 'Sms', order: 1, price: null, country: null });
    expect(record.problems).toHaveLength(2);
  });

  it('keeps unknown fields and empty texts', () => {
    const record = read({ messages: [{ ...message, someday: { deep: [1] } }], updatedAt: '', brandNew: true });
    expect(record.problems).toEqual([]);
    expect(record.fields).toMatchObject({ brandNew: true, messages: [{ someday: { deep: [1] } }] });
  });

  const refused: [Json, object][] = [
    [null, { kind: 'notAnObject', found: 'null' }],
    [[1], { kind: 'notAnObject', found: 'list' }],
    ['x', { kind: 'notAnObject', found: 'text' }],
    [
      { code: '404005000', developerMessage: 'no such id' },
      { kind: 'errorBody', code: '404005000', message: 'no such id' },
    ],
    [
      { content: [{}, {}], totalPages: 1 },
      { kind: 'searchPage', count: 2 },
    ],
    [{ flow: [{ type: 'Sms' }] }, { kind: 'sendRequest' }],
    [{ trackingId: 'a' }, { kind: 'noMessages', found: 'absent', keys: ['trackingId'] }],
    [{ messages: 'none' }, { kind: 'noMessages', found: 'text', keys: ['messages'] }],
    [{ messages: {} }, { kind: 'noMessages', found: 'object', keys: ['messages'] }],
  ];
  it.each(refused)('refuses %j and says what it looks like', (json, refusal) => {
    expect(readRecord(json)).toEqual({ ok: false, refusal });
  });

  it('accepts an empty list of messages', () => {
    expect(read({ messages: [] }).fields.messages).toEqual([]);
  });
});
