/** Flows under way: they advance in real time from the moment they are first asked for. */
import { sms, smsParts, viber, voice } from '../records/record-builder.ts';
import { recordScenario, runningScenario, type Scenario } from './scenario.ts';

export const running: readonly Scenario[] = [
  runningScenario({
    slug: 'running-now',
    title: 'Running now: Viber expires in 20 s, SMS delivers',
    group: 'Running',
    trackingId: '8f39aaa5-729a-453c-b891-da33e83a9d40',
    description:
      'Viber has waited for 10 s when first asked for; it expires 20 s later and the SMS arrives 6 s after that.',
    headStartS: 10,
    flow: { steps: [viber({ at: 0.1, until: 30.1, status: 'EXPIRED', ttl: 0.5 }), sms({ at: 30.5, until: 36.3 })] },
  }),
  runningScenario({
    slug: 'running-quick',
    title: 'Running now: SMS delivers in 6 s',
    group: 'Running',
    trackingId: 'e5a9f6b1-a297-49bf-adf4-38f7b27c1c74',
    description: 'Queued at first, sent after 2 s, delivered after 6.',
    flow: { steps: [sms({ at: 2, until: 6 })] },
  }),
  runningScenario({
    slug: 'running-several-minutes',
    title: 'Running now: four minutes through three channels',
    group: 'Running',
    trackingId: 'f1a38d32-6834-4c65-927c-b2382bedda16',
    description: 'Viber expires after 3 min, three SMS parts come back undelivered, and a call is answered.',
    flow: {
      steps: [
        viber({ at: 0.1, until: 180.1, status: 'EXPIRED', ttl: 3 }),
        smsParts({
          at: 180.5,
          status: 'Undelivered',
          detail: 'Undelivered on Handset',
          parts: [{ until: 186 }, { until: 187.2 }, { until: 190.4 }],
        }),
        voice({ at: 191, until: 240, duration: 36 }),
      ],
    },
  }),
  runningScenario({
    slug: 'running-call',
    title: 'Running now: a call that rings and is answered',
    group: 'Running',
    trackingId: 'd00f7b11-205f-42f7-88c1-d781b972e776',
    description: 'The call is initiated, rings for 8 s and lasts 30 s.',
    flow: { steps: [voice({ at: 0.4, until: 38.4, duration: 30 }), sms({ status: null })] },
  }),
  runningScenario({
    slug: 'running-waits-for-seen',
    title: 'Running now: delivered, waits to be seen',
    group: 'Running',
    trackingId: '4e0c1d52-9b7f-4a36-8d21-f05b6c7e9a13',
    description: 'Viber delivers after 2 s, and the flow waits until the message is seen, 25 s after it was sent.',
    flow: {
      steps: [
        viber({
          at: 0.2,
          until: 25,
          status: 'SEEN',
          expireOnDelivery: true,
          ttl: 1,
          via: [
            { status: 'QUEUED', at: 0.2 },
            { status: 'DELIVERED', at: 2 },
          ],
        }),
        sms({ status: null }),
      ],
    },
  }),
  runningScenario({
    slug: 'running-late-receipt',
    title: 'Running now: seen after it has succeeded',
    group: 'Running',
    trackingId: 'b8a3f7e6-2c41-4d95-9e70-61d2c5b4a8f0',
    description: 'Viber delivers after 4 s and the flow succeeds; 8 s later the message is seen.',
    flow: {
      steps: [
        viber({
          at: 0.2,
          until: 12,
          status: 'SEEN',
          via: [
            { status: 'QUEUED', at: 0.2 },
            { status: 'DELIVERED', at: 4 },
          ],
        }),
      ],
      ends: 4.1,
    },
  }),
  runningScenario({
    slug: 'running-fails',
    title: 'Running now: fails after 15 s',
    group: 'Running',
    trackingId: 'b21b1c2e-1f61-41bc-acb7-0dd842762334',
    description: 'Viber is refused after 3 s, the SMS is undelivered after 15 s, and no step is left.',
    flow: {
      status: 'Failed',
      statusCode: '2',
      steps: [
        viber({ at: 0.2, until: 3, status: 'UNDELIVERED', detail: 'Not Viber User', price: 0 }),
        sms({ at: 3.5, until: 15, status: 'Undelivered', detail: 'Call Barred' }),
      ],
    },
  }),
  runningScenario({
    slug: 'running-past-ttl',
    title: 'Running now: stuck past its TTL',
    group: 'Running',
    trackingId: '3ceb0831-8744-4e92-ad93-36c0f9c4b930',
    description: "Viber's TTL of 30 s ends 15 s after it is first asked for, and nothing happens then.",
    headStartS: 15,
    flow: {
      status: 'InProgress',
      steps: [viber({ at: 0.1, until: 0.3, status: 'QUEUED', ttl: 0.5 }), sms({ status: null })],
    },
  }),
  runningScenario({
    slug: 'running-viber-long',
    title: 'Running now: Viber waits for hours',
    group: 'Running',
    trackingId: 'b338afd6-b776-4568-a9ca-4bb956e78ec7',
    description: 'Viber has 12 hours; the flow does not change while anyone is likely to look.',
    headStartS: 420,
    flow: {
      steps: [viber({ at: 0.1, until: 43_200.1, status: 'EXPIRED', ttl: 720 }), sms({ at: 43_200.6 })],
    },
  }),
  recordScenario({
    slug: 'queued',
    title: 'Queued flow',
    group: 'Running',
    trackingId: 'ea44bd0d-405e-4311-8b68-dba7a2bb831d',
    description: 'Accepted, and no step sent yet.',
    flow: { status: 'Queued', steps: [viber({ status: null }), sms({ status: null })] },
  }),
  recordScenario({
    slug: 'in-progress-for-days',
    title: 'In progress for days',
    group: 'Running',
    trackingId: '670c1cd3-5555-4e31-84be-37c1dfe6c55b',
    description: 'SMS was sent after Viber expired, and no receipt has come since.',
    flow: {
      status: 'InProgress',
      steps: [
        viber({ until: 600, status: 'EXPIRED' }),
        sms({ at: 600.4, until: 601.1, status: 'Sent', ttl: 15 }),
        voice({ status: null }),
      ],
    },
  }),
];
