import { expect, test } from 'vitest';
import { demoGroups } from './demo-groups.ts';

const flows = [
  { trackingId: '1', title: 'Viber expires, SMS delivers', group: 'Succeeded' },
  { trackingId: '2', title: 'Not found', group: 'Faults' },
  { trackingId: '3', title: 'SMS of 12 parts', group: 'Succeeded' },
];

test.each([
  [
    '',
    [
      ['Succeeded', ['1', '3']],
      ['Faults', ['2']],
    ],
  ],
  ['  sms  ', [['Succeeded', ['1', '3']]]],
  ['SMS viber', [['Succeeded', ['1']]]],
  ['faults', [['Faults', ['2']]]],
  ['nothing so', []],
])('flows for %j', (filter, expected) => {
  const found = demoGroups(flows, filter).map(({ name, flows: group }) => [name, group.map((flow) => flow.trackingId)]);
  expect(found).toEqual(expected);
});
