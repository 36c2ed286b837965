/** Flows of many messages. */
import type { StepDraft } from '../records/draft.ts';
import { smsParts, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

/** Ten messages in 40 seconds: Viber expires, eight SMS parts are undelivered, a call meets a busy line. */
function round(index: number, last: boolean): StepDraft[] {
  const at = index * 40;
  const parts = Array.from({ length: 8 }, (_, part) => ({ until: at + 34 + part / 10 }));
  return [
    viber({ at, until: at + 30, ttl: 0.5, status: 'EXPIRED' }),
    smsParts({ at: at + 30.4, status: 'Undelivered', detail: 'Undelivered on Handset', parts }),
    last
      ? voice({ at: at + 35.1, until: at + 60 })
      : voice({ at: at + 35.1, until: at + 39.5, status: 'Busy', price: 0 }),
  ];
}

function largeFlow(rounds: number, trackingId: string): Scenario {
  const count = (rounds * 10).toLocaleString('en');
  return recordScenario({
    slug: `large-${rounds * 10}`,
    title: `A flow of ${count} messages`,
    group: 'Odd records',
    trackingId,
    description: `${rounds} rounds of Viber, an 8-part SMS and a call, until somebody answers.`,
    flow: {
      start: '2026-11-22T03:00:00.000Z',
      steps: Array.from({ length: rounds }, (_, index) => round(index, index === rounds - 1)).flat(),
    },
  });
}

export const large: readonly Scenario[] = [
  largeFlow(3, 'a1f09f54-9e1c-4c57-9c84-cce8caacacbd'),
  largeFlow(30, '4d2ce3ed-159e-42d1-82ac-9fb828edb566'),
  largeFlow(300, '23233c9e-e9cc-4c81-9270-d664d5cfff79'),
];
