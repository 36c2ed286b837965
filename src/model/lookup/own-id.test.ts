import { expect, test } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { type OwnIdHolder, ownIdHolder } from './own-id.ts';

const uuid = 'ab54a98e-eb3f-4b21-a9d9-0123456789ab';
const other = '11111111-2222-4333-8444-555555555555';

function flowOf(messages: Json[], trackingId: Json = 'flow-1') {
  const reading = readRecord({ trackingId, status: 'Succeeded', messages });
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

const viber = (ids: { [name: string]: Json }): Json => ({
  type: 'Viber',
  order: 1,
  status: { name: 'EXPIRED' },
  ...ids,
});
const sms = (ids: { [name: string]: Json }): Json => ({ type: 'Sms', order: 2, status: { name: 'Delivered' }, ...ids });
const voice = (ids: { [name: string]: Json }): Json => ({ type: 'Voice', order: 3, status: { name: 'Busy' }, ...ids });

const inFlow = (
  name: 'Sms' | 'Viber' | 'Voice',
  stepIndex: number,
  field: OwnIdHolder['field'],
  part: number | null = null,
): OwnIdHolder => ({
  trackingId: 'flow-1',
  stepIndex,
  channel: { kind: 'known', name },
  field,
  part,
});

test.each<[string, Json[], string, OwnIdHolder | null]>([
  [
    'Viber’s trackingId',
    [viber({ trackingId: uuid }), sms({ messageId: 'm' })],
    uuid,
    inFlow('Viber', 0, 'trackingId'),
  ],
  ['an SMS’s messageId', [viber({ trackingId: 'v' }), sms({ messageId: uuid })], uuid, inFlow('Sms', 1, 'messageId')],
  [
    'the smsId of one part',
    [
      sms({ messageId: 'm', smsId: 's-2', part: 2, parts: 2 }),
      sms({ messageId: 'm', smsId: 's-1', part: 1, parts: 2 }),
    ],
    's-2',
    inFlow('Sms', 0, 'smsId', 2),
  ],
  ['a call’s messageId', [viber({}), sms({}), voice({ messageId: uuid })], uuid, inFlow('Voice', 2, 'messageId')],
  [
    'the second of two IDs of one message',
    [viber({ messageId: 'm', trackingId: uuid })],
    uuid,
    inFlow('Viber', 0, 'trackingId'),
  ],
  ['upper case', [viber({ trackingId: uuid.toUpperCase() })], uuid, inFlow('Viber', 0, 'trackingId')],
  ['without hyphens', [viber({ trackingId: uuid.replaceAll('-', '') })], uuid, inFlow('Viber', 0, 'trackingId')],
  ['spaces around', [viber({ trackingId: uuid })], ` ${uuid} `, inFlow('Viber', 0, 'trackingId')],
  ['a number', [sms({ messageId: 12345 })], '12345', inFlow('Sms', 0, 'messageId')],
  ['a part of an ID', [viber({ trackingId: uuid })], uuid.slice(0, 8), null],
  ['the flow’s own ID', [viber({ trackingId: uuid })], 'flow-1', null],
  ['an ID in a text', [sms({ messageId: 'm', body: uuid })], uuid, null],
  ['another ID', [viber({ trackingId: uuid })], other, null],
  ['nothing asked, nothing held', [viber({}), sms({ messageId: '' })], '', null],
  ['no messages', [], uuid, null],
])('%s', (_, messages, id, expected) => {
  expect(ownIdHolder([flowOf(messages)], id)).toEqual(expected);
});

test('the first flow that holds it, and none that has no name to open it by', () => {
  const nameless = flowOf([viber({ trackingId: uuid })], null);
  const [first, second] = [flowOf([sms({ messageId: uuid })], 'a'), flowOf([sms({ messageId: uuid })], 'b')];
  expect(ownIdHolder([nameless, first, second], uuid)?.trackingId).toBe('a');
  expect(ownIdHolder([nameless], uuid)).toBeNull();
  expect(ownIdHolder([], uuid)).toBeNull();
});
