/** SMS of one, three and twelve parts, whole and otherwise. */
import type { StepDraft } from '../records/draft.ts';
import { smsParts as parts, type SmsOptions, viber, voice } from '../records/record-builder.ts';
import { type Group, recordScenario, type Scenario } from './scenario.ts';

const delivered = (until: number): SmsOptions => ({ until });
const undelivered = (until: number, detail = 'Undelivered on Handset'): SmsOptions => ({
  until,
  status: 'Undelivered',
  detail,
});

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  steps: readonly StepDraft[],
  flow: { group?: Group; status?: string; statusCode?: string; updated?: number } = {},
): Scenario {
  const { group = 'Succeeded', ...options } = flow;
  return recordScenario({ slug, trackingId, title, description, group, flow: { ...options, steps } });
}

const twelve = Array.from({ length: 12 }, (_, index) =>
  index === 4 || index === 9 ? undelivered(9 + index / 10, 'Roaming') : delivered(3 + index / 4),
);

export const smsParts: readonly Scenario[] = [
  scenario(
    ['sms-1-part', '6f877ca9-8a42-427f-b0d3-79d72f8cbeb2', 'SMS of one part', 'One message object, delivered.'],
    [parts({ at: 0.2, parts: [delivered(4)] })],
  ),
  scenario(
    [
      'sms-3-parts',
      'adff32f5-35dd-4954-a7f8-022a4eedef2a',
      'SMS of three parts',
      'Three message objects of one step, all delivered.',
    ],
    [parts({ at: 0.2, parts: [delivered(3.8), delivered(4.4), delivered(4.1)] })],
  ),
  scenario(
    [
      'sms-3-parts-mixed',
      '396dfa33-6763-4f9c-8484-f9d69de18a44',
      'SMS of three parts, one undelivered',
      'Two parts arrive and one does not: partly delivered, and the flow goes on to a call.',
    ],
    [
      parts({ at: 0.2, parts: [delivered(3.8), undelivered(7.2), delivered(4.1)] }),
      voice({ at: 7.6, until: 40.6, duration: 20 }),
    ],
  ),
  scenario(
    [
      'sms-12-parts',
      '7f11ee19-d49d-4a71-a615-dc020b7ef25e',
      '12-part SMS',
      'Twelve parts, all delivered, over three seconds.',
    ],
    [parts({ at: 0.2, parts: Array.from({ length: 12 }, (_, index) => delivered(3 + index / 4)) })],
  ),
  scenario(
    [
      'sms-12-parts-mixed',
      '0f66fa84-1834-49be-b913-63081216b6dc',
      '12-part SMS, two parts lost',
      'Ten of twelve parts arrive; parts 5 and 10 meet a roaming handset.',
    ],
    [
      viber({ at: 0.1, until: 0.8, status: 'UNDELIVERED', detail: 'Not Viber User', price: 0 }),
      parts({ at: 1.2, parts: twelve }),
    ],
    { group: 'Failed', status: 'Failed', statusCode: '2' },
  ),
  scenario(
    [
      'sms-parts-unordered',
      '76dca866-649b-4809-8780-b8cf55034265',
      'SMS parts in any order',
      'Parts 3, 1 and 2 stand in that order in the record.',
    ],
    [
      parts({
        at: 0.2,
        parts: [
          { ...delivered(4.4), part: 3 },
          { ...delivered(3.8), part: 1 },
          { ...delivered(4.1), part: 2 },
        ],
      }),
    ],
  ),
  scenario(
    [
      'sms-part-missing',
      '7c77833f-338f-4aab-b1c8-046a3c6dd345',
      'SMS with a missing part',
      'Parts 1 and 3 of three; part 2 is not in the record.',
    ],
    [
      parts({
        at: 0.2,
        parts: [
          { ...delivered(3.8), part: 1, parts: 3 },
          { ...delivered(4.1), part: 3, parts: 3 },
        ],
      }),
    ],
    { group: 'Odd records' },
  ),
  scenario(
    [
      'sms-part-doubled',
      'e4631b55-3fde-45b4-a886-904732dce811',
      'SMS with a doubled part',
      'Part 2 of two is in the record twice.',
    ],
    [
      parts({
        at: 0.2,
        parts: [
          { ...delivered(3.8), part: 1, parts: 2 },
          { ...delivered(4.1), part: 2, parts: 2 },
          { ...delivered(4.9), part: 2, parts: 2 },
        ],
      }),
    ],
    { group: 'Odd records' },
  ),
  scenario(
    [
      'sms-parts-count-differs',
      'c86308a3-429b-4def-959c-11d466f6d437',
      'SMS parts that disagree',
      'One part says it is one of two, the other one of three.',
    ],
    [
      parts({
        at: 0.2,
        parts: [
          { ...delivered(3.8), part: 1, parts: 2 },
          { ...delivered(4.1), part: 2, parts: 3 },
        ],
      }),
    ],
    { group: 'Odd records' },
  ),
  scenario(
    [
      'sms-parts-some-waiting',
      '05c8d825-4589-4289-8e69-2bf19b26be74',
      'SMS parts, one without a receipt',
      'Two parts arrived; for the third no receipt has come.',
    ],
    [parts({ at: 0.2, parts: [delivered(3.8), delivered(4.1), { status: 'Sent', until: 0.8 }] })],
    { group: 'Odd records', status: 'InProgress' },
  ),
];
