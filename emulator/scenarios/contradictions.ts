/** Records that contradict themselves, and neighbours of them: what they prove, and what they only seem to. */
import { type RecordOptions, sms, smsParts, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  flow: RecordOptions,
): Scenario {
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow });
}

export const contradictions: readonly Scenario[] = [
  scenario(
    [
      'ttl-in-seconds',
      '2be9d591-7a1c-4088-8fcf-30f126c84bdb',
      'TTL of another unit',
      'Viber has a ttl of 120 and expired after 2 min.',
    ],
    { steps: [viber({ until: 120, status: 'EXPIRED', ttl: 120 }), sms({ at: 120.4 })] },
  ),
  scenario(
    [
      'expired-too-early',
      'bceb328f-76a6-428f-84a6-3d489322aa02',
      'Expired before its TTL',
      'Viber has 10 min and expired after 5 s.',
    ],
    { steps: [viber({ at: 0.1, until: 5.1, status: 'EXPIRED', ttl: 10 }), sms({ at: 5.6 })] },
  ),
  scenario(
    [
      'part-reported-twice',
      'cf0f4c84-c0a0-4fe7-8ab8-c71bf05a5bc3',
      'One part, two reports',
      'A one-part SMS stands twice under one smsId: Delivered, later Undelivered.',
    ],
    {
      steps: [
        smsParts({
          at: 0.2,
          parts: [
            { until: 4, part: 1, parts: 1 },
            { until: 9, part: 1, parts: 1, status: 'Undelivered', detail: 'Undelivered on Handset', price: null },
          ],
        }),
      ],
    },
  ),
  scenario(
    [
      'part-without-receipt',
      '772765a5-e04d-4db2-89d6-8575c42f2f94',
      'A part without a receipt',
      'Part 1 of 2 stayed Sent, part 2 was delivered, and the flow succeeded.',
    ],
    { steps: [smsParts({ at: 0.2, parts: [{ until: 1, status: 'Sent' }, { until: 4 }] })] },
  ),
  scenario(
    [
      'delivered-unknown-number',
      '05e31669-b9f8-4367-8bb7-ee3dfe9165fc',
      'Delivered to an unknown number',
      'The SMS is Delivered, and its reason is Unknown Number.',
    ],
    { steps: [sms({ at: 0.2, detail: 'Unknown Number' })] },
  ),
  scenario(
    [
      'delivered-not-a-viber-user',
      'c5ae2900-9e19-4397-83de-e5c7f3a2ebc4',
      'Delivered to no Viber user',
      'Viber is DELIVERED, and its reason is Not Viber User.',
    ],
    { steps: [viber({ at: 0.2, detail: 'Not Viber User' }), sms({ status: null })] },
  ),
  scenario(
    [
      'undelivered-delivered',
      '4fc5da79-e90f-43a0-8b4d-00585fa0f142',
      'Undelivered, reason Delivered',
      'The SMS is Undelivered, and its reason is Delivered.',
    ],
    { status: 'Failed', steps: [sms({ at: 0.2, status: 'Undelivered', detail: 'Delivered' })] },
  ),
  scenario(
    [
      'status-two-hours-ahead',
      '40d199de-ffdb-4f89-80e0-0857239aed7b',
      'Status in local time',
      'The status date is 2 h ahead, as Athens is in November; latency says 5 s.',
    ],
    { steps: [sms({ at: 0.2, until: 7205.2, latency: 5 })], updated: 6, start: '2026-11-20T12:00:00.220Z' },
  ),
  scenario(
    [
      'created-in-india-time',
      'e39b802c-96dc-4207-896e-9e09697fba5b',
      'Creation in local time',
      'createdAt is 5.5 h ahead of the status date, as India is; there is no latency.',
    ],
    {
      steps: [sms({ at: 19_800.2, until: 4.2, latency: null, country: 'IN', operator: null })],
      updated: 5,
    },
  ),
  scenario(
    [
      'flow-in-local-time',
      'd6e8b028-0af2-4e4f-8aae-acd830c7071b',
      'Flow in another zone than its messages',
      'The flow was created 2 h before everything else in it.',
    ],
    { steps: [viber({ at: 7200.2, until: 7202 })], updated: 7203, start: '2026-11-20T10:00:00.220Z' },
  ),
  scenario(
    [
      'flow-updated-before-created',
      '9284a9a1-16b5-4745-8e8c-c15eb24ee2db',
      'Updated before created',
      'updatedAt is 1 min before createdAt, of the flow.',
    ],
    { steps: [sms({ at: 0.2 })], updated: -60 },
  ),
  scenario(
    [
      'voice-machine-beep',
      '3fadd7a6-5b13-4525-8683-5ceaafe83778',
      'A machine, for 0 s',
      'The call is Completed, answered by machine_end_beep, and lasted 0 s.',
    ],
    { steps: [voice({ at: 0.2, until: 20, duration: 0, answeredBy: 'machine_end_beep' })] },
  ),
  scenario(
    [
      'voice-fax',
      '0e058eac-d36d-45e6-8a3a-62e5da471a5f',
      'Answered by a fax',
      'The call is Completed, answered by a fax; the SMS was not needed.',
    ],
    { steps: [voice({ at: 0.2, answeredBy: 'fax' }), sms({ status: null })] },
  ),
  scenario(
    [
      'voice-unknown-answerer',
      '7565d0a4-fe71-4a81-8016-8b8b6af6ea95',
      'Answered by unknown',
      'The call is Completed and answeredBy is unknown.',
    ],
    { steps: [voice({ at: 0.2, answeredBy: 'unknown' })] },
  ),
  scenario(
    [
      'voice-zero-seconds',
      '95b17862-f966-4dce-8659-d8db55cdfc0f',
      'A call of 0 s',
      'The call is Completed by a human and lasted 0 s.',
    ],
    { steps: [voice({ at: 0.2, until: 12, duration: 0 })] },
  ),
  scenario(
    [
      'voice-without-duration',
      'c8cdc0be-fcbd-44d5-80dd-c544fbf13595',
      'A call without a duration',
      'The call is Completed; when it was answered can only be bounded.',
    ],
    { steps: [voice({ at: 0.2, duration: null })] },
  ),
  scenario(
    [
      'terminated-alone',
      '4cb984bd-fe3e-488b-8975-fddac63abfb1',
      'Terminated, nothing else',
      'A call is Terminated, and the flow gives no statusCode.',
    ],
    { status: 'Failed', steps: [voice({ at: 0.2, until: 1, status: 'Terminated', price: 0 })] },
  ),
  scenario(
    [
      'unsent-by-balance',
      '4a6ee2d4-b6be-452d-8145-08dbcaacf102',
      'Unsent with its code',
      'Viber is UNSENT, and the flow failed with statusCode 1.',
    ],
    { status: 'Failed', statusCode: '1', steps: [viber({ at: 0.2, until: 1, status: 'UNSENT', price: 0 })] },
  ),
  scenario(
    [
      'seven-tries',
      '9270a46f-ad4a-4aa3-8f64-e305a620f6ea',
      'Seven tries',
      'Seven SMS steps failed, four of them for one reason.',
    ],
    {
      status: 'Failed',
      statusCode: '2',
      steps: [
        'Unknown Number',
        'Roaming',
        'Unknown Number',
        'Call Barred',
        'Unknown Number',
        'Unknown Number',
        'Roaming',
      ].map((detail, index) => sms({ at: index * 6, until: index * 6 + 5, status: 'Undelivered', detail })),
    },
  ),
  scenario(
    [
      'seven-parts-mixed',
      '5a3bd1fb-d086-4f7e-8712-ebb4af659df7',
      'Seven parts, three reasons',
      'Of seven parts two arrived; the rest came back for three reasons.',
    ],
    {
      steps: [
        smsParts({
          at: 0.2,
          parts: ['', 'Roaming', 'Roaming', '', 'Call Barred', 'Roaming', 'Unknown Number'].map((detail, index) =>
            detail === '' ? { until: 4 } : { until: 4 + index / 10, status: 'Undelivered', detail },
          ),
        }),
      ],
    },
  ),
  scenario(
    [
      'part-then-call',
      '39630df5-dc31-4032-8467-e9ffe228e46f',
      'A part, then a call',
      'One of two SMS parts arrived, then a call was answered.',
    ],
    {
      steps: [
        smsParts({ at: 0.2, parts: [{ until: 4 }, { until: 5, status: 'Undelivered', detail: 'Roaming' }] }),
        voice({ at: 6 }),
      ],
    },
  ),
  scenario(
    [
      'smpp-words',
      '872a3727-52fe-43cb-8c9c-ac4dd7d2289c',
      'Statuses of another protocol',
      'The SMS is DELIVRD, as SMPP spells it; the flow succeeded.',
    ],
    { steps: [sms({ at: 0.2, status: 'DELIVRD', detail: null })] },
  ),
  scenario(
    [
      'masked-recipients',
      '23a8b83c-1534-41a9-8e45-7ce41db70b17',
      'One number, masked twice',
      'Viber and SMS went to one number, written with different masks.',
    ],
    {
      steps: [
        viber({ until: 60, status: 'EXPIRED', ttl: 1, to: '+3069xxxxxx01' }),
        sms({ at: 60.4, to: '+30690*****01' }),
      ],
    },
  ),
  scenario(
    [
      'unknown-flow-status',
      '532b5aac-4f27-4966-8260-be6ac81c5743',
      'A flow status nobody knows',
      'The SMS was delivered, and the flow is Archived.',
    ],
    { status: 'Archived', steps: [sms({ at: 0.2 })] },
  ),
  scenario(
    [
      'ended-by-nothing-sent',
      '98a1a69f-9866-4ece-8104-fad393b96592',
      'Ended by a step never sent',
      'terminationChannel says Sms; only Viber was sent.',
    ],
    { steps: [viber({ at: 0.2 }), sms({ status: null })], endedBy: 'Sms' },
  ),
];
