import { stringify } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { exact, record, sms, smsParts, viber, voice } from './record-builder.ts';
import { uuidFrom } from './uuid.ts';

const chain = [
  viber({ at: 0, until: 600.2, status: 'EXPIRED' }),
  smsParts({ at: 600.6, status: 'Undelivered', detail: 'Unknown Number', parts: [{ until: 604.4 }, { until: 605.7 }] }),
  voice({ at: 614, until: 647 }),
];

const seen = (asOf?: number) => {
  const built = record({ steps: chain, ...(asOf === undefined ? {} : { asOf }) });
  const statuses = built.messages.map(({ status }) =>
    typeof status === 'object' && status !== null && 'name' in status ? status.name : null,
  );
  return [built.status, built.terminationChannel, String(built.totalPrice), statuses.join(' ')];
};

describe('record', () => {
  test.each([
    [-1, ['Queued', null, '0', '   ']],
    [0, ['InProgress', null, '0.035', 'QUEUED   ']],
    [600.2, ['InProgress', null, '0.035', 'EXPIRED   ']],
    [601, ['InProgress', null, '0.107', 'EXPIRED Queued Queued ']],
    [604.4, ['InProgress', null, '0.107', 'EXPIRED Undelivered Sent ']],
    [616, ['InProgress', null, '0.182', 'EXPIRED Undelivered Undelivered Ringing']],
    [630, ['InProgress', null, '0.182', 'EXPIRED Undelivered Undelivered InProgress']],
    [647.1, ['Succeeded', 'Voice', '0.182', 'EXPIRED Undelivered Undelivered Completed']],
    [undefined, ['Succeeded', 'Voice', '0.182', 'EXPIRED Undelivered Undelivered Completed']],
  ])('as of %s s', (asOf, expected) => {
    expect(seen(asOf)).toEqual(expected);
  });

  test('times are seconds after the creation of the flow', () => {
    const { createdAt, updatedAt, messages } = record({ steps: chain, start: '2026-11-20T08:00:00Z' });
    expect(createdAt).toBe('2026-11-20T08:00:00.000Z');
    expect(updatedAt).toBe('2026-11-20T08:10:47.100Z');
    expect(messages.map((message) => message.createdAt)).toEqual([
      '2026-11-20T08:00:00.000Z',
      '2026-11-20T08:10:00.600Z',
      '2026-11-20T08:10:00.600Z',
      '2026-11-20T08:10:14.000Z',
    ]);
  });

  test('parts of one SMS share order and message id', () => {
    const { messages } = record({ steps: chain });
    expect(messages.map(({ order, part, parts }) => [order, part, parts])).toEqual([
      [1, undefined, undefined],
      [2, 1, 2],
      [2, 2, 2],
      [3, undefined, undefined],
    ]);
    expect(messages[1]?.messageId).toBe(messages[2]?.messageId);
    expect(messages[1]?.smsId).not.toBe(messages[2]?.smsId);
  });

  test('a step that was never sent has no status, price, id or time', () => {
    const [message] = record({ steps: [sms({ status: null })] }).messages;
    expect(message).toMatchObject({ status: null, price: null, messageId: null, createdAt: null, order: 1 });
  });

  test('overrides replace fields, undefined removes them', () => {
    const built = record({ steps: [sms({ raw: { price: 'free', part: undefined } })], raw: { statusCode: 3 } });
    expect(built.statusCode).toBe(3);
    expect(built.messages[0]?.price).toBe('free');
    expect(built.messages[0]).not.toHaveProperty('part');
  });

  test('exact numbers keep their digits, in the sum too', () => {
    const built = record({ steps: [sms({ price: exact('0.12345678901234567891') }), viber({ price: 0.1 })] });
    expect(stringify(built)).toContain('"totalPrice":0.22345678901234567891');
  });
});

test('uuidFrom gives the same UUID for the same text', () => {
  expect(uuidFrom('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidFrom('a')).toBe(uuidFrom('a'));
  expect(uuidFrom('a')).not.toBe(uuidFrom('b'));
});
