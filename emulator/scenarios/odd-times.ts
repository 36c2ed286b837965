/** Flows whose times contradict each other, or the latency they report. */
import { type RecordOptions, sms, viber } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  flow: RecordOptions,
): Scenario {
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow });
}

const expired = viber({ until: 60, status: 'EXPIRED', ttl: 1 });

export const oddTimes: readonly Scenario[] = [
  scenario(
    [
      'latency-in-seconds',
      '5cb93df4-ddae-403b-bd85-8790de8ef717',
      'Latency in seconds',
      'The SMS took 3.8 s by its timestamps and reports a latency of 4.',
    ],
    {
      steps: [sms({ at: 0.2, latency: 4 })],
    },
  ),
  scenario(
    [
      'latency-disagrees',
      'a2442ffd-b750-44e1-9c57-32062ba210d8',
      'Latency that fits no unit',
      'The SMS took 3.8 s by its timestamps and reports a latency of 90000.',
    ],
    {
      steps: [sms({ at: 0.2, latency: 90_000 })],
    },
  ),
  scenario(
    [
      'times-out-of-order',
      '7f096629-071e-4370-9592-48af00e41968',
      'Status set before it was sent',
      'The SMS was delivered 12 s before it was created.',
    ],
    {
      steps: [expired, sms({ at: 75, until: 63, latency: null })],
    },
  ),
  scenario(
    [
      'steps-overlap',
      '72aa291c-213d-4e45-8435-6b6c7c8bce25',
      'Steps that overlap',
      'SMS was sent 20 s before Viber expired.',
    ],
    {
      steps: [expired, sms({ at: 40, until: 44 })],
    },
  ),
  scenario(
    [
      'steps-in-reverse',
      '4d5ae17a-8ceb-4116-97fb-371954558a0d',
      'Later step sent first',
      'By its times, step 2 ended before step 1 began.',
    ],
    {
      steps: [sms({ at: 30, until: 35, status: 'Undelivered', detail: 'Roaming' }), viber({ at: 2, until: 4 })],
    },
  ),
  scenario(
    [
      'updated-too-early',
      '99942401-0c11-4880-bcec-c0ed086628e9',
      'Updated before its newest message',
      'updatedAt is 2 s before the SMS was delivered.',
    ],
    {
      steps: [expired, sms({ at: 60.4 })],
      updated: 62.2,
    },
  ),
  scenario(
    [
      'created-too-late',
      '0b41ad70-2b35-48f4-b2e6-d4aa3bb1ffd0',
      'Created after its first message',
      'The flow was created 5 s after its first message.',
    ],
    {
      steps: [viber({ at: -5, until: -3 })],
      updated: 1,
    },
  ),
  scenario(
    [
      'ended-after-ttl',
      '62f7ff22-ba95-422f-b1c3-6695c55b578e',
      'Delivered after its TTL',
      'Viber had 1 min and was delivered after 4 min 12 s.',
    ],
    {
      steps: [viber({ at: 0.1, until: 252.1, ttl: 1 })],
    },
  ),
];
