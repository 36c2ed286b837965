import { describe, expect, test } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { appliedBy, bandName, type Filter, loadedFilters, matches, readBand, routeeFilters } from './filters.ts';
import { flowRow } from './row.ts';

const filter = (field: Filter['field'], operator: Filter['operator'], ...values: string[]): Filter => ({
  field,
  operator,
  values,
});

const sent = (filters: readonly Filter[]) =>
  routeeFilters(filters).map(
    ({ fieldName, searchOperator, searchTerm }) => `${fieldName} ${searchOperator} ${searchTerm}`,
  );

test.each<[Filter, string[], string]>([
  [filter('status', 'is', 'Failed'), ['status is Failed'], 'routee'],
  [filter('status', 'is', 'Failed', 'InProgress'), ['status is_not Queued', 'status is_not Succeeded'], 'both'],
  [filter('status', 'is_not', 'Failed', 'Queued'), ['status is_not Failed', 'status is_not Queued'], 'routee'],
  [filter('terminationChannel', 'is', 'Sms', 'Voice'), ['terminationChannel is_not Viber'], 'both'],
  [filter('type', 'is', 'Sms', 'Voice'), [], 'loaded'],
  [filter('type', 'is_not', 'Sms'), ['type is_not Sms'], 'routee'],
  [filter('to', 'starts_with', '+3069'), ['to starts_with +3069'], 'routee'],
  [filter('to', 'is', '+306912345678'), ['to ends_with 306912345678'], 'both'],
  [filter('to', 'is', '306912345678'), ['to ends_with 306912345678'], 'both'],
  [filter('to', 'is', '+30 691 234 5678'), ['to ends_with 306912345678'], 'both'],
  [filter('to', 'is', '+999'), ['to is +999'], 'routee'],
  [filter('to', 'is', 'maria@example.com'), ['to is maria@example.com'], 'routee'],
  [filter('to', 'is_not', '+306912345678'), ['to is_not +306912345678', 'to is_not 306912345678'], 'routee'],
  [filter('country', 'is', 'GR'), [], 'loaded'],
])('%j is sent as %j and applied by %s', (one, expected, by) => {
  expect(sent([one])).toEqual(expected);
  expect(appliedBy(one)).toBe(by);
  expect(loadedFilters([one])).toEqual(by === 'routee' ? [] : [one]);
});

const steps = [
  viber({ at: 0.1, until: 600.1, status: 'EXPIRED', country: 'GR', label: 'Order 17' }),
  sms({ at: 600.6, status: 'Undelivered', detail: 'Unknown Number', operator: 'Cosmote', body: 'Your parcel' }),
];
const reading = readRecord(record({ steps, status: 'Failed' }));
if (!reading.ok) throw new Error('refused');
const row = flowRow(toFlow(reading.record), Date.parse('2026-11-24T00:00:00Z'));

describe('matches', () => {
  test.each<[Filter, boolean]>([
    [filter('status', 'is', 'failed', 'Queued'), true],
    [filter('status', 'is_not', 'Failed'), false],
    [filter('type', 'is', 'Voice'), false],
    [filter('type', 'is', 'Voice', 'Sms'), true],
    [filter('terminationChannel', 'is', 'Viber'), false],
    [filter('to', 'starts_with', '+3069'), true],
    [filter('to', 'ends_with', '678'), true],
    [filter('to', 'contains', '999'), false],
    [filter('country', 'is', 'gr'), true],
    [filter('country', 'is_not', 'GR'), false],
    [filter('operator', 'is', 'cosmote'), true],
    [filter('reason', 'is', 'UNKNOWN_NUMBER'), true],
    [filter('reason', 'is_not', 'Roaming'), true],
    [filter('price', 'at_least', '0.071'), true],
    [filter('price', 'at_most', '0.0709'), false],
    [filter('label', 'contains', 'order'), true],
    [filter('label', 'is', 'order'), false],
    [filter('text', 'contains', 'PARCEL'), true],
    [filter('finding', 'is', 'delivered-twice'), false],
    [filter('application', 'is', 'nothing'), false],
    [filter('band', 'is', '1.Viber.Sms'), true],
    [filter('band', 'is', '2.Sms.-failed'), true],
    [filter('band', 'is', '1.Viber.-failed'), false],
  ])('%j: %s', (one, expected) => {
    expect(matches(row, one)).toBe(expected);
  });
});

test.each(['1.Viber.Sms', '2.Sms.-succeeded', '3..-unknown', '1.a b.R%26D'.replace(' ', '%20')])(
  'band "%s" reads as it is written',
  (name) => {
    const band = readBand(name);
    expect(band && bandName(band)).toBe(name);
  },
);

test.each(['', '0.Viber.Sms', 'x', '1.Viber.-other', '1.%E0.Sms', '1.a.b.c'])('"%s" is no band', (name) => {
  expect(readBand(name)).toBeNull();
});

describe('recipients', () => {
  const to = (...recipients: string[]) => ({ ...row, recipients });
  test.each([
    ['+306912345678', '306912345678', true],
    ['306912345678', '+306912345678', true],
    ['00306912345678', '+30 691 234 5678', true],
    ['+1306912345678', '+306912345678', false],
    ['+306912345679', '+306912345678', false],
    // Masked by the gateway: what can be the number stays, what cannot goes.
    ['+30 69•••••678', '+306912345678', true],
    ['+30 69•••••679', '+306912345678', false],
    ['30•••••••678', '+306912345678', true],
    ['+3069xxxxxx78', '+306912345678', true],
    ['+30691*****78', '+306912345678', true],
    ['•••••', '+306912345678', true],
    ['••••@example.com', 'maria@example.com', true],
  ])('%s is %s: %s', (stored, wanted, passesFilter) => {
    expect(matches(to(stored), filter('to', 'is', wanted))).toBe(passesFilter);
  });

  test.each(['starts_with', 'contains', 'ends_with', 'is_not'] as const)(
    'a masked recipient is not thrown out by "%s", which Routee has applied',
    (operator) => expect(matches(to('+30 69•••••678'), filter('to', operator, '+306912345678'))).toBe(true),
  );

  test('for who sees numbers masked, a number is asked for whole and as it is written', () => {
    const asked = (value: string) => routeeFilters([filter('to', 'is', value)], true);
    expect(asked('+306912345678')).toEqual([{ fieldName: 'to', searchOperator: 'is', searchTerm: '+306912345678' }]);
    expect(asked('306912345678')).toEqual([{ fieldName: 'to', searchOperator: 'is', searchTerm: '306912345678' }]);
  });
});
