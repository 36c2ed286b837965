/** Flows that did not reach their recipient. */
import { sms, smsParts, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

const smsReasons = [
  'Undelivered on Handset',
  'Unknown Number',
  'Roaming',
  'Call Barred',
  'Unknown Status',
  'Carrier Violation',
  'Expired',
];
const viberReasons = [
  'Not Viber User',
  'Opted Out',
  'System Failure',
  'Message Rejected',
  'Timed Out',
  'Unsupported Equipment',
  'TTL Expired',
];

export const failed: readonly Scenario[] = [
  recordScenario({
    slug: 'three-channels-all-fail',
    title: 'Three channels, all fail',
    group: 'Failed',
    trackingId: '0c28cec1-b947-42af-a4b9-36976b4b76b0',
    description: 'Viber expires, the SMS finds the handset off, nobody answers the call; no step is left.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: [
        viber({ until: 600, status: 'EXPIRED' }),
        sms({ at: 600.4, until: 605.8, status: 'Undelivered', detail: 'Undelivered on Handset' }),
        voice({ at: 606.3, until: 651.3, status: 'NoAnswer', price: 0 }),
      ],
    },
  }),
  recordScenario({
    slug: 'status-code-0',
    title: 'Failed by a server error',
    group: 'Failed',
    trackingId: 'a398d022-d435-4df4-8322-905089933837',
    description: 'statusCode 0: Routee had an error before the second step could be sent.',
    flow: {
      status: 'Failed',
      statusCode: '0',
      steps: [
        viber({ at: 0.2, until: 1.4, status: 'FAILED', detail: 'System Failure', price: 0 }),
        sms({ status: null }),
      ],
    },
  }),
  recordScenario({
    slug: 'status-code-1',
    title: 'Failed for lack of balance',
    group: 'Failed',
    trackingId: '4c8b1eb4-4f1e-4ccf-8372-a2a784a67245',
    description: 'statusCode 1: the balance did not suffice for the SMS.',
    flow: {
      status: 'Failed',
      statusCode: '1',
      steps: [
        viber({ at: 0.2, until: 0.9, status: 'UNDELIVERED', detail: 'Not Viber User', price: 0 }),
        sms({ at: 1.2, until: 1.3, status: 'Unsent', detail: 'Insufficient Balance', price: 0 }),
      ],
    },
  }),
  recordScenario({
    slug: 'status-code-2',
    title: 'Failed with no next step',
    group: 'Failed',
    trackingId: 'ac9130f4-547c-47d3-8e3a-655f20731ab2',
    description: 'statusCode 2: the SMS was undelivered and the chain has no further step.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: [sms({ at: 0.2, until: 6.4, status: 'Undelivered', detail: 'Unknown Number' })],
    },
  }),
  recordScenario({
    slug: 'status-code-3',
    title: 'Failed because failover was not triggered',
    group: 'Failed',
    trackingId: 'ca3ab343-ac33-4b68-be9b-f77c6519a9d5',
    description: 'statusCode 3: Viber was undelivered, and only EXPIRED would have made the flow go on to SMS.',
    flow: {
      status: 'Failed',
      statusCode: '3',
      steps: [
        viber({
          at: 0.2,
          until: 1.1,
          status: 'UNDELIVERED',
          detail: 'Unsupported Equipment',
          price: 0,
          failoverOnStatuses: ['EXPIRED'],
        }),
        sms({ status: null }),
      ],
    },
  }),
  recordScenario({
    slug: 'status-code-as-number',
    title: 'Failed, statusCode as a number',
    group: 'Failed',
    trackingId: '03c472ca-4495-48b4-b8d8-89d2b47a5c1d',
    description: 'The same as "no next step", with the code as the number 2 instead of text.',
    flow: {
      status: 'Failed',
      statusCode: 2,
      steps: [sms({ at: 0.2, until: 3.3, status: 'Failed', detail: 'Carrier Violation' })],
    },
  }),
  recordScenario({
    slug: 'sms-every-reason',
    title: 'Seven SMS, seven reasons',
    group: 'Failed',
    trackingId: '77dde229-df88-4e4d-ac23-86e5cc86ba64',
    description: 'One SMS step after the other, each undelivered for another documented reason.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: smsReasons.map((detail, index) =>
        sms({ at: index * 6, until: index * 6 + 5, status: 'Undelivered', detail }),
      ),
    },
  }),
  recordScenario({
    slug: 'viber-every-reason',
    title: 'Seven Viber messages, seven reasons',
    group: 'Failed',
    trackingId: 'c3dd75f6-8085-48e6-ac92-5f09a227f039',
    description: 'One Viber step after the other, each failing for another documented reason.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: viberReasons.map((detail, index) => {
        const at = index * 2;
        if (detail === 'TTL Expired') return viber({ at, until: at + 30, ttl: 0.5, status: 'EXPIRED', detail });
        return viber({ at, until: at + 1, status: index < 2 ? 'UNDELIVERED' : 'FAILED', detail, price: 0 });
      }),
    },
  }),
  recordScenario({
    slug: 'voice-busy-voice-no-answer',
    title: 'Two calls: busy, then no answer',
    group: 'Failed',
    trackingId: 'bb262a93-4ce1-4c61-aa03-36d98b8c82f1',
    description: 'The first call met a busy line, the second rang for 45 seconds.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: [
        voice({ at: 0.2, until: 4.6, status: 'Busy', price: 0 }),
        voice({ at: 5, until: 50, status: 'NoAnswer', price: 0 }),
      ],
    },
  }),
  recordScenario({
    slug: 'three-channels-sms-partly',
    title: 'SMS partly delivered, then a call nobody answers',
    group: 'Failed',
    trackingId: 'b183256e-a16e-4121-b07a-6fc42fd7b23a',
    description: 'Viber fails, one of two SMS parts arrives, and the call is not answered.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: [
        viber({ at: 0.1, until: 0.7, status: 'UNDELIVERED', detail: 'Opted Out', price: 0 }),
        smsParts({
          at: 1.1,
          parts: [{ until: 4.9 }, { until: 7.4, status: 'Undelivered', detail: 'Undelivered on Handset' }],
        }),
        voice({ at: 8, until: 53, status: 'NoAnswer', price: 0 }),
      ],
    },
  }),
];
