/** Chains whose steps and statuses contradict each other. */
import { type RecordOptions, sms, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  flow: RecordOptions,
): Scenario {
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow });
}

const expired = viber({ until: 60, status: 'EXPIRED', ttl: 1 });

export const oddChains: readonly Scenario[] = [
  scenario(
    [
      'failover-not-listed',
      '9f41caa2-f503-463d-8fee-5c6a63d7e4b0',
      'Failover on a status that is not listed',
      'Viber FAILED is not among its failoverOnStatuses, yet SMS followed.',
    ],
    {
      steps: [
        viber({
          at: 0.1,
          until: 1,
          status: 'FAILED',
          detail: 'System Failure',
          price: 0,
          failoverOnStatuses: ['EXPIRED'],
        }),
        sms({ at: 1.4 }),
      ],
    },
  ),
  scenario(
    [
      'failover-missing',
      'dce0d0ce-2de2-44cf-ba9f-ca5416ff0052',
      'Failover that never came',
      'Viber EXPIRED is listed and the flow ended, yet the SMS was never sent.',
    ],
    { status: 'Failed', statusCode: '3', steps: [expired, sms({ status: null })] },
  ),
  scenario(
    [
      'delivered-twice',
      '2a5fd50a-1e56-4ac9-ba3e-ee8ae9826776',
      'Delivered on two channels',
      'Viber reports DELIVERED and SMS Delivered.',
    ],
    {
      steps: [viber({ at: 0.1, failoverOnStatuses: ['DELIVERED'] }), sms({ at: 1.3 })],
    },
  ),
  scenario(
    [
      'ended-by-another-channel',
      'b3617b70-ac9e-418f-8703-82f827affc00',
      'Ended by a channel that failed',
      'terminationChannel says Viber, but SMS delivered.',
    ],
    {
      steps: [expired, sms({ at: 60.4 })],
      endedBy: 'Viber',
    },
  ),
  scenario(
    [
      'ended-by-channel-not-in-chain',
      '17d50929-b16e-400d-ab63-7d5fe0888a2e',
      'Ended by a channel that is not there',
      'terminationChannel says Voice, and the chain has none.',
    ],
    {
      steps: [expired, sms({ at: 60.4 })],
      endedBy: 'Voice',
    },
  ),
  scenario(
    [
      'succeeded-without-delivery',
      'a1022ea8-b99b-4e8d-99d6-c6d86545069b',
      'Succeeded without a delivery',
      'The flow says Succeeded, and no step delivered.',
    ],
    {
      steps: [expired, sms({ at: 60.4, until: 65, status: 'Undelivered', detail: 'Unknown Number' })],
    },
  ),
  scenario(
    [
      'failed-with-delivery',
      'd34d0c19-f904-465a-b2c6-2340bf7e829b',
      'Failed although delivered',
      'The flow says Failed, and the SMS was delivered.',
    ],
    {
      status: 'Failed',
      statusCode: '0',
      steps: [expired, sms({ at: 60.4 })],
    },
  ),
  scenario(
    [
      'succeeded-still-waiting',
      'a0ee5de0-72a4-4872-b72e-4047865b02ca',
      'Succeeded while a step waits',
      'The flow says Succeeded, and the SMS is still Sent.',
    ],
    {
      steps: [expired, sms({ at: 60.4, until: 61, status: 'Sent' })],
    },
  ),
  scenario(
    [
      'recipient-differs',
      '2389ea61-f99c-486d-af92-3752a9ba323d',
      'Different recipients',
      'Viber and SMS went to different numbers.',
    ],
    {
      steps: [expired, sms({ at: 60.4, to: '+306998765432' })],
    },
  ),
  scenario(
    [
      'country-differs',
      '3aa3b80a-42cd-4f88-8748-b5fb6be400ca',
      'Different countries',
      'The same number is in Greece by Viber and in Cyprus by SMS.',
    ],
    {
      steps: [expired, sms({ at: 60.4, country: 'CY', operator: 'Cytamobile-Vodafone' })],
    },
  ),
  scenario(
    [
      'equal-orders',
      '0e184a6e-cc01-43c1-a9d2-7a4064a9d9e2',
      'Two steps of equal order',
      'Viber and SMS both have order 1, as in published requests.',
    ],
    {
      steps: [viber({ at: 0.1, until: 0.9, status: 'UNDELIVERED', price: 0, order: 1 }), sms({ at: 1.3, order: 1 })],
    },
  ),
  scenario(
    [
      'same-channel-twice',
      'c8e6c223-c176-46e2-9d0f-f7fd60bc3961',
      'The same channel twice',
      'Two SMS steps from different senders, with one message id.',
    ],
    {
      steps: [
        sms({
          at: 0.1,
          until: 5,
          status: 'Undelivered',
          detail: 'Roaming',
          raw: { messageId: '82a91dc3-e842-41eb-86e5-07d55eb51234' },
        }),
        sms({ at: 5.5, from: 'Backup', raw: { messageId: '82a91dc3-e842-41eb-86e5-07d55eb51234' } }),
      ],
    },
  ),
  scenario(
    [
      'statuses-in-any-case',
      '5a9d8212-cd70-45d8-94bf-45919db5431b',
      'Statuses in any spelling',
      'expired, no_answer and DELIVERED are compared without case, spaces, _ and -.',
    ],
    {
      steps: [
        viber({ until: 60, status: 'expired', ttl: 1, failoverOnStatuses: ['Expired'] }),
        voice({ at: 60.4, until: 105, status: 'no_answer', price: 0, failoverOnStatuses: ['NO ANSWER'] }),
        sms({ at: 105.6, status: 'DELIVERED' }),
      ],
    },
  ),
];
