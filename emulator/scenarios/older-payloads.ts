/** Older field names, and fields that are null, empty or absent. */

import { jsonText } from '../http/answers.ts';
import { record, sms, viber, voice } from '../records/record-builder.ts';
import { jsonScenario, recordScenario, type Scenario } from './scenario.ts';

const nulled = (fields: object) => Object.fromEntries(Object.keys(fields).map((key) => [key, null]));

export const olderPayloads: readonly Scenario[] = [
  recordScenario({
    slug: 'older-names',
    title: 'Older field names',
    group: 'Odd records',
    trackingId: '1075f4b4-b495-4074-8c02-f7930fdb6832',
    description: 'imageURL, viberAction, message, status.status and status.date, as older callbacks have them.',
    flow: {
      start: '2026-11-19T08:30:00.000Z',
      steps: [
        viber({
          until: 600,
          status: 'EXPIRED',
          body: {
            text: 'Our shop has moved.',
            imageURL: 'https://example.com/map.png',
            viberAction: { caption: 'Show the way', targetUrl: 'https://example.com/map' },
          },
          raw: {
            expireOnDelivery: undefined,
            expiredOnDeliveryAt: undefined,
            status: {
              status: 'EXPIRED',
              date: '2026-11-19T08:40:00Z',
              reason: { detailedStatus: 'TTL Expired', description: '' },
              expireOnDelivery: true,
              expiredOnDeliveryAt: '2026-11-19T08:40:00Z',
            },
          },
        }),
        sms({
          at: 601,
          until: 605,
          raw: {
            body: undefined,
            message: 'Our shop has moved to 12 Egnatia Street.',
            status: { status: 'Delivered', date: '2026-11-19T08:40:05Z', reason: null },
          },
        }),
      ],
    },
  }),
  recordScenario({
    slug: 'empty-strings',
    title: 'Empty strings for no value',
    group: 'Odd records',
    trackingId: '1af63c72-61a9-4de7-96d8-132e630db4c3',
    description: 'Older records write "" where nothing is known.',
    flow: {
      statusCode: '',
      steps: [
        sms({ at: 0.2, operator: '', label: '', country: '' }),
        viber({
          status: null,
          raw: {
            trackingId: '',
            createdAt: '',
            country: '',
            inboundUrl: '',
            status: { name: '', reason: null, updatedDate: '' },
          },
        }),
      ],
      raw: { flowKind: '' },
    },
  }),
  jsonScenario({
    slug: 'all-null',
    title: 'Every field null',
    group: 'Odd records',
    trackingId: '07aa4b14-44d7-444e-904c-c5750e95adb3',
    description: 'A record of one Viber, one SMS and one Voice message whose every field but the type is null.',
    text: () => {
      const full = record({ steps: [viber(), sms(), voice()] });
      const messages = full.messages.map((message) => ({ ...nulled(message), type: message.type }));
      return jsonText({ ...nulled(full), trackingId: '07aa4b14-44d7-444e-904c-c5750e95adb3', messages });
    },
  }),
  jsonScenario({
    slug: 'bare-minimum',
    title: 'Barely anything',
    group: 'Odd records',
    trackingId: 'c1008b53-6cff-4e9a-8e82-d11ab53c47a4',
    description: 'A status, and one message with a type and a status.',
    text: () => jsonText({ status: 'Succeeded', messages: [{ type: 'Sms', status: { name: 'Delivered' } }] }),
  }),
  recordScenario({
    slug: 'no-times',
    title: 'No times at all',
    group: 'Odd records',
    trackingId: '46ce981c-cd28-4da6-b67b-748ee115e633',
    description: 'Statuses and prices are there; every time is missing.',
    flow: {
      steps: [
        viber({ status: 'UNDELIVERED', raw: { createdAt: undefined, status: { name: 'UNDELIVERED', reason: null } } }),
        sms({ raw: { createdAt: undefined, latency: undefined, status: { name: 'Delivered', reason: null } } }),
      ],
      raw: { createdAt: undefined, updatedAt: undefined },
    },
  }),
  recordScenario({
    slug: 'no-orders',
    title: 'No orders',
    group: 'Odd records',
    trackingId: 'cbfa2ada-49b2-4f90-aa02-c6c592451c3f',
    description: 'The messages have no order; only their times tell which came first.',
    flow: {
      steps: [
        sms({ at: 1.4, raw: { order: undefined } }),
        viber({ at: 0.1, until: 0.9, status: 'UNDELIVERED', detail: 'Opted Out', price: 0, raw: { order: undefined } }),
      ],
      endedBy: 'Sms',
    },
  }),
  recordScenario({
    slug: 'no-triggers',
    title: 'No failoverOnStatuses',
    group: 'Odd records',
    trackingId: '9df9cd2b-510f-4f4d-89ad-5fdba88fcb8a',
    description: "The list of triggers is missing, so Routee's defaults hold.",
    flow: {
      steps: [
        viber({ until: 60, status: 'EXPIRED', ttl: 1, raw: { failoverOnStatuses: undefined } }),
        sms({ at: 60.4, raw: { failoverOnStatuses: [] } }),
      ],
    },
  }),
];
