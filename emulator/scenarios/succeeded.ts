/** Flows that reached their recipient. */

import { jsonText } from '../http/answers.ts';
import { sms, smsParts, viber, voice } from '../records/record-builder.ts';
import vendorSample from '../samples/vendor-viber-then-sms.json' with { type: 'json' };
import { jsonScenario, recordScenario, type Scenario } from './scenario.ts';

const parcel = 'Your parcel 4471 arrives today between 14:00 and 16:00.';
const parcelParts = [
  'Your parcel 4471 arrives today between 14:00 and 16:00. Reply CHANGE to pick another day, or STORE to have it ',
  'kept at the store nearest to you for up to seven days. You will need this number and an identity card when you ',
  'collect it. Questions? Call 2310 123450, Monday to Saturday from 08:00 to 20:00.',
];

export const succeeded: readonly Scenario[] = [
  jsonScenario({
    slug: 'vendor-sample',
    title: "Routee's own example",
    group: 'Succeeded',
    trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
    description: "The record Routee publishes: Viber delivers, yet SMS follows, and totalPrice is the SMS's alone.",
    text: () => jsonText(vendorSample),
  }),
  recordScenario({
    slug: 'three-channels-call-answered',
    title: 'Viber expires, SMS is undelivered, a call is answered',
    group: 'Succeeded',
    trackingId: '7d1f0c52-3e1b-4b9e-9a55-0d9c6a1be210',
    description: 'All three channels are tried; the third reaches the recipient after 10 min 47 s.',
    flow: {
      start: '2026-11-23T12:04:10.220Z',
      steps: [
        viber({
          at: 0,
          until: 600.2,
          status: 'EXPIRED',
          body: {
            text: parcel,
            imageUrl: 'https://example.com/parcel.png',
            action: { caption: 'Track it', targetUrl: 'https://example.com/track/4471' },
          },
          raw: { trackingId: '0a047b46-a4dd-4ca8-b817-a6a134dd1234' },
        }),
        smsParts({
          at: 600.6,
          status: 'Undelivered',
          detail: 'Unknown Number',
          latency: 5,
          parts: [
            { until: 605.4, body: parcelParts[0] ?? '' },
            { until: 605.2, body: parcelParts[1] ?? '' },
            { until: 605.7, body: parcelParts[2] ?? '' },
          ],
        }),
        voice({ at: 614, until: 647, duration: 24 }),
      ],
      updated: 647,
    },
  }),
  recordScenario({
    slug: 'viber-expires-sms-delivers',
    title: 'Viber expires, SMS delivers',
    group: 'Succeeded',
    trackingId: 'f6fadfa7-e5c1-4b62-9362-da5cc13da58a',
    description: 'Viber waits out its TTL of 10 minutes; the SMS arrives 4 seconds later.',
    flow: { steps: [viber({ until: 600, status: 'EXPIRED' }), sms({ at: 600.4 })] },
  }),
  recordScenario({
    slug: 'not-a-viber-user-sms-delivers',
    title: 'No Viber user, SMS delivers at once',
    group: 'Succeeded',
    trackingId: '2c63888f-28f0-4481-be6d-dce7a7ace732',
    description: 'Viber refuses within half a second because the recipient has no Viber; SMS follows.',
    flow: {
      steps: [
        viber({ at: 0.1, until: 0.6, status: 'UNDELIVERED', detail: 'Not Viber User', price: 0 }),
        sms({ at: 0.9, until: 4.2 }),
      ],
    },
  }),
  recordScenario({
    slug: 'viber-first-try',
    title: 'Viber delivers at the first try',
    group: 'Succeeded',
    trackingId: '8a119b9e-16bc-4732-8f7b-7676d015b0dc',
    description: 'A clean delivery; the declared SMS was not needed.',
    flow: { steps: [viber({ at: 0.1, until: 1.9 }), sms({ status: null })] },
  }),
  recordScenario({
    slug: 'viber-seen',
    title: 'Viber message seen',
    group: 'Succeeded',
    trackingId: 'bc67ba94-637d-4efa-a09e-467ada679f81',
    description: 'The recipient opened the Viber message 42 seconds after it was sent.',
    flow: {
      steps: [viber({ at: 0.1, until: 42.3, status: 'SEEN', expireOnDelivery: true, ttl: 5 }), sms({ status: null })],
    },
  }),
  recordScenario({
    slug: 'sms-first-try',
    title: 'SMS delivers at the first try',
    group: 'Succeeded',
    trackingId: 'fab36728-a78b-4b7e-8787-c0de2f960063',
    description: 'A chain of one step, and nothing to report.',
    flow: { steps: [sms({ at: 0.2, label: 'orders-november' })] },
  }),
  recordScenario({
    slug: 'voice-first-try',
    title: 'A call answered by a person',
    group: 'Succeeded',
    trackingId: 'a712755f-6cac-44d5-99d5-269512e74f7b',
    description: 'The call rings for 9 seconds and lasts 24; the declared SMS was not needed.',
    flow: { steps: [voice({ at: 0.2 }), sms({ status: null })] },
  }),
  recordScenario({
    slug: 'voice-answered-by-machine',
    title: 'A call answered by a machine',
    group: 'Succeeded',
    trackingId: 'ac8efe12-1c59-49f1-ba2d-de83458bfed0',
    description: 'An answering machine took the call, which Routee counts as completed.',
    flow: { steps: [voice({ at: 0.2, until: 33.2, duration: 11, answeredBy: 'machine' })] },
  }),
  recordScenario({
    slug: 'viber-delivered-then-expired',
    title: 'Delivered, never seen, so SMS followed',
    group: 'Succeeded',
    trackingId: '5796a670-482c-490e-8d97-82bfcdc83011',
    description: 'Viber delivered after 2.4 s and expired because nobody saw it in 5 minutes: the recipient has both.',
    flow: {
      steps: [
        viber({
          at: 0.1,
          until: 300.1,
          status: 'EXPIRED',
          ttl: 5,
          expiredOnDeliveryAt: 300.1,
          via: [
            { status: 'QUEUED', at: 0.1 },
            { status: 'DELIVERED', at: 2.5 },
          ],
        }),
        sms({ at: 300.5, until: 304.9 }),
      ],
    },
  }),
  recordScenario({
    slug: 'transactional',
    title: 'Transactional template, then SMS',
    group: 'Succeeded',
    trackingId: '0b80a255-53a1-4945-a932-58ef7777682c',
    description: 'A flow of the transactional endpoint: Viber carries a template with parameters instead of free text.',
    flow: {
      flowKind: 'transactional',
      steps: [
        viber({
          at: 0.1,
          until: 0.9,
          status: 'UNDELIVERED',
          detail: 'Opted Out',
          price: 0,
          body: null,
          raw: {
            templateId: 'b2b7f6d0-otp',
            templateLang: 'el',
            templateParams: { pin: '493 201', validity: 10, shop: 'Brand' },
          },
        }),
        sms({ at: 1.2, until: 3.9, body: 'Your code is 493 201. It is valid for 10 minutes.' }),
      ],
    },
  }),
  recordScenario({
    slug: 'steps-not-needed',
    title: 'First of four steps delivers',
    group: 'Succeeded',
    trackingId: '45ac16b9-c20d-4c21-8f8a-7abff2e91ac7',
    description: 'Three more steps were declared and never sent, in the several ways Routee writes that.',
    flow: {
      steps: [
        viber({ at: 0.1 }),
        sms({ status: null }),
        voice({
          status: null,
          raw: { status: undefined, createdAt: undefined, price: undefined, messageId: undefined },
        }),
        sms({
          status: null,
          raw: { status: { name: '', reason: null, updatedDate: '' }, createdAt: '', messageId: '' },
        }),
      ],
    },
  }),
];
