/** Every row of the vendor's matrix "how channel outcomes make the flow's status", for a Voice → Viber → SMS flow. */
import type { StepDraft } from '../records/draft.ts';
import { sms, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

interface VoiceFailure {
  readonly status: string;
  /** Completes "Call …". */
  readonly words: string;
  readonly lasts: number;
  readonly price: number;
  readonly ids: readonly [string, string, string, string];
}

const failures: readonly VoiceFailure[] = [
  {
    status: 'Busy',
    words: 'meets a busy line',
    lasts: 3.1,
    price: 0,
    ids: [
      'cf6f4db3-5497-4bda-913b-7c4fd711cad0',
      '52c78612-cc65-4109-b6ec-730b5ab4e22f',
      '265aad9d-9891-4efe-bf2e-a35374d7a291',
      'ce3bdd3e-61ea-4d36-9c64-19b18d885add',
    ],
  },
  {
    status: 'NoAnswer',
    words: 'is not answered',
    lasts: 45,
    price: 0,
    ids: [
      '0b2f5280-909a-4792-95cb-93899543cba6',
      'a3846274-6892-4473-b766-ca85187904c8',
      'f63fcde5-157a-4268-b05f-1dfa80c64aa5',
      'e002031c-1e81-45e1-a0ba-87065065c310',
    ],
  },
  {
    status: 'Failed',
    words: 'fails',
    lasts: 1.2,
    price: 0,
    ids: [
      '81bd940d-5331-4905-b01a-c8795595e972',
      '6b29507f-90f6-4c3a-816f-116c9967c0f4',
      '3ecdfb07-17cf-4c93-80c0-b85b5155063a',
      '3152826b-0672-42d5-b54f-cf6efc92ec14',
    ],
  },
  {
    status: 'Unsent',
    words: 'is unsent',
    lasts: 0.1,
    price: 0,
    ids: [
      '0e902d8c-874b-4832-899b-9335aca14f21',
      '454d4360-175d-463c-8690-8d21ad17cc63',
      '9c6976ca-6ebe-4baa-b717-e83bf2429704',
      '93eb7dfc-c909-4e2c-bbf4-4c52c408bb20',
    ],
  },
  {
    status: 'Terminated',
    words: 'is terminated',
    lasts: 17.5,
    price: 0.04,
    ids: [
      'e47480cd-1c4d-40c7-8117-8585ee15665f',
      'e4b48ab1-6345-4b68-9e99-2e70aae3d6f1',
      'a67e30ed-ee4a-4a47-aee7-d26bd214f9ae',
      '97335aad-fb4e-4a1f-b5bc-3463ea695687',
    ],
  },
];

/** All five, so that each of them makes the flow go on. */
const failoverOnStatuses = failures.map(({ status }) => status);

function failedCall({ status, lasts, price }: VoiceFailure): StepDraft {
  return voice({ at: 0.2, until: 0.2 + lasts, status, price, failoverOnStatuses });
}

function rowsOf(failure: VoiceFailure): Scenario[] {
  const slug = `matrix-${failure.status.toLowerCase()}`;
  const at = Math.round((failure.lasts + 0.6) * 10) / 10;
  const undelivered = viber({ at, until: at + 0.9, status: 'UNDELIVERED', detail: 'Not Viber User', price: 0 });
  const smsAt = at + 1.3;
  const [delivers, smsDelivers, smsUndelivered, smsFails] = failure.ids;
  const failing = (status: string, detail: string) => ({
    status: 'Failed',
    statusCode: '2',
    steps: [failedCall(failure), undelivered, sms({ at: smsAt, until: smsAt + 5.4, status, detail })],
  });
  return [
    recordScenario({
      slug: `${slug}-viber-delivers`,
      title: `Call ${failure.words}, Viber delivers`,
      group: 'Succeeded',
      trackingId: delivers,
      description: `Voice ${failure.status}, Viber DELIVERED, SMS not needed: the flow succeeded.`,
      flow: { endedBy: 'Viber', steps: [failedCall(failure), viber({ at, until: at + 1.4 }), sms({ status: null })] },
    }),
    recordScenario({
      slug: `${slug}-sms-delivers`,
      title: `Call ${failure.words}, Viber is undelivered, SMS delivers`,
      group: 'Succeeded',
      trackingId: smsDelivers,
      description: `Voice ${failure.status}, Viber UNDELIVERED, SMS Delivered: the flow succeeded.`,
      flow: { steps: [failedCall(failure), undelivered, sms({ at: smsAt })] },
    }),
    recordScenario({
      slug: `${slug}-sms-undelivered`,
      title: `Call ${failure.words}, Viber and SMS are undelivered`,
      group: 'Failed',
      trackingId: smsUndelivered,
      description: `Voice ${failure.status}, Viber UNDELIVERED, SMS Undelivered: the flow failed.`,
      flow: failing('Undelivered', 'Undelivered on Handset'),
    }),
    recordScenario({
      slug: `${slug}-sms-fails`,
      title: `Call ${failure.words}, Viber is undelivered, SMS fails`,
      group: 'Failed',
      trackingId: smsFails,
      description: `Voice ${failure.status}, Viber UNDELIVERED, SMS Failed: the flow failed.`,
      flow: failing('Failed', 'Carrier Violation'),
    }),
  ];
}

export const matrix: readonly Scenario[] = [
  recordScenario({
    slug: 'matrix-completed',
    title: 'Call is answered, Viber and SMS not needed',
    group: 'Succeeded',
    trackingId: '4a5ef339-c005-41bf-8599-3c104815f809',
    description: 'Voice Completed: the flow succeeded, and neither Viber nor SMS was sent.',
    flow: { steps: [voice({ at: 0.2, failoverOnStatuses }), viber({ status: null }), sms({ status: null })] },
  }),
  ...failures.flatMap(rowsOf),
];
