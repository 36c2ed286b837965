/** Records with values Routee's reference does not know: new names, other types, other fields. */

import { jsonText } from '../http/answers.ts';
import type { RawMessage, StepDraft } from '../records/draft.ts';
import { exact, type RecordOptions, record, sms, viber, voice } from '../records/record-builder.ts';
import { jsonScenario, recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  flow: RecordOptions,
): Scenario {
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow });
}

const rcs: RawMessage = {
  type: 'Rcs',
  messageId: '5d1c3b0a-8a2f-4c6e-9b57-1f2e3d4c5b6a',
  to: '+306912345678',
  from: 'Brand',
  country: 'GR',
  status: { name: 'Displayed', reason: null, updatedDate: '2026-11-20T10:00:03.100Z' },
  richCard: { title: 'Your parcel', suggestions: ['Track', 'Change'] },
  failoverOnStatuses: ['Revoked'],
  order: 1,
  price: 0.05,
  createdAt: '2026-11-20T10:00:00.300Z',
};

/** A step that is one message, written out. */
function literal(message: RawMessage, moments: readonly number[]): StepDraft {
  return { channel: String(message.type), moments, build: () => [message] };
}

const wrongTyped = {
  trackingId: 44,
  messages: [
    {
      type: 'Viber',
      order: '1',
      to: ['+306912345678'],
      from: 7,
      country: false,
      ttl: 'ten',
      status: 'DELIVERED',
      body: 12,
      failoverOnStatuses: 'EXPIRED',
      price: '0.035',
      createdAt: 1_795_428_000,
    },
    {
      type: 'Sms',
      order: 2,
      to: { phone: '+306912345678', sip: 4 },
      status: { name: 'Delivered', reason: 'fine', updatedDate: 'yesterday' },
      body: ['Hello'],
      part: 'one',
      parts: null,
      latency: true,
      failoverOnStatuses: [1, null, 'Failed'],
      price: 0.036,
      createdAt: '2026-11-20T10:00:01.300Z',
    },
    'not a message',
    null,
    17,
    ['a', 'list'],
  ],
  terminationChannel: 3,
  status: ['Succeeded'],
  statusCode: {},
  totalPrice: '0.071',
  originatingService: null,
  applicationId: 12,
  createdAt: '20/11/2026 12:00',
  updatedAt: null,
};

export const oddValues: readonly Scenario[] = [
  scenario(
    [
      'unknown-channel',
      '63d5a5b5-1e6a-4148-8e28-41cfae08e756',
      'A channel nobody knows yet',
      'The first step is of type Rcs, with fields and statuses of its own.',
    ],
    {
      start: '2026-11-20T10:00:00.000Z',
      steps: [literal(rcs, [0.3, 3.1]), sms({ status: null })],
    },
  ),
  scenario(
    [
      'unknown-status',
      '672542f7-a5d9-489b-a6c6-39fa273f360a',
      'A status nobody knows yet',
      'Viber reports PENDING_REVIEW, and the flow Paused.',
    ],
    {
      status: 'Paused',
      steps: [viber({ at: 0.1, status: 'PENDING_REVIEW', detail: 'Held By Carrier' }), sms({ status: null })],
    },
  ),
  scenario(
    [
      'unknown-values',
      '28845acb-5e18-4e01-8d90-ec86b2e71036',
      'Values nobody knows yet',
      'A new statusCode, termination channel and detailed status, and a call answered by a robot.',
    ],
    {
      status: 'Failed',
      statusCode: '17',
      endedBy: 'Rcs',
      steps: [
        sms({ at: 0.1, until: 4, status: 'Undelivered', detail: 'Quiet Hours' }),
        voice({ at: 4.5, until: 30, duration: 12, answeredBy: 'robot' }),
      ],
    },
  ),
  scenario(
    [
      'unknown-fields',
      'e95ef86c-5620-4a7c-8b90-744192c4d439',
      'Fields nobody knows yet',
      'Fields in the flow, a message and a status that the reference does not name.',
    ],
    {
      steps: [
        sms({
          at: 0.2,
          raw: {
            carbonGrams: 0.0021,
            encoding: 'GSM',
            routing: {
              hops: [
                { name: 'A', ms: 12 },
                { name: 'B', ms: 31 },
              ],
            },
          },
        }),
      ],
      raw: { campaign: { id: 991, name: 'Spring' }, tags: ['spring', 'vip'], testMode: false },
    },
  ),
  jsonScenario({
    slug: 'wrong-types',
    title: 'Fields of the wrong type',
    group: 'Odd records',
    trackingId: 'e66b4898-ebd6-4281-9211-1fe388df10aa',
    description: 'Numbers as text, text as lists, a status that is a word, and messages that are no objects.',
    text: () => jsonText(wrongTyped),
  }),
  scenario(
    [
      'recipient-as-object',
      'abd0ed3f-7e10-49ee-9a38-629fda7f3ae8',
      'Recipient as an object',
      'The call went to { phone, sip, viber }, as requests allow.',
    ],
    {
      steps: [voice({ at: 0.2, raw: { to: { phone: '+306912345678', sip: 'sip:eleni@example.com', viber: null } } })],
    },
  ),
  scenario(
    [
      'big-ids',
      '7e550720-bcda-42d9-8a00-4fb6f865c093',
      'Ids as large numbers',
      'Message ids of 20 digits, which a float would change.',
    ],
    {
      steps: [sms({ at: 0.2, raw: { messageId: exact('12345678901234567891'), smsId: '98765432109876543210' } })],
    },
  ),
  scenario(
    [
      'times-in-many-shapes',
      '708ac839-dfa3-4c18-8887-5902a3ff08c7',
      'Times in many shapes',
      'Fractions of 0 to 6 digits and an offset of +02:00.',
    ],
    {
      start: '2026-11-20T10:00:00.440Z',
      steps: [
        sms({
          raw: {
            createdAt: '2026-11-20T10:00:01Z',
            latency: 3_123,
            status: {
              name: 'Undelivered',
              reason: { detailedStatus: 'Roaming', description: '' },
              updatedDate: '2026-11-20T12:00:04.123456+02:00',
            },
          },
        }),
        sms({
          raw: {
            createdAt: '2026-11-20T10:00:05.5Z',
            latency: 2_250,
            status: { name: 'Delivered', reason: null, updatedDate: '2026-11-20T10:00:07.75Z' },
          },
        }),
      ],
      raw: { createdAt: '2026-11-20T10:00:00.44Z', updatedAt: '2026-11-20T10:00:08Z' },
    },
  ),
  scenario(
    [
      'no-messages',
      '08004c84-2ed7-4f09-8a2b-9be81524f643',
      'A flow without messages',
      'The list of messages is empty.',
    ],
    { status: 'Failed', statusCode: '0', steps: [] },
  ),
  scenario(
    [
      'times-in-the-future',
      '4a81b3b2-7663-404f-9963-4e5e0d33f58b',
      'Times in the future',
      'The flow says it was created in the year 2031.',
    ],
    {
      start: '2031-05-05T15:00:00.000Z',
      steps: [viber({ at: 0.1 })],
    },
  ),
  jsonScenario({
    slug: 'almost-nothing',
    title: 'Messages with almost nothing',
    group: 'Odd records',
    trackingId: 'a6708189-493e-456b-a7bb-5fa0d809403a',
    description: 'Each message has a type or a status and nothing else.',
    text: () =>
      jsonText({
        ...record({ steps: [], trackingId: 'a6708189-493e-456b-a7bb-5fa0d809403a' }),
        messages: [{ type: 'Viber' }, { status: { name: 'Delivered' } }, {}, { type: 'Sms', status: { name: 'Sent' } }],
      }),
  }),
];
