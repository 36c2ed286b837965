import { expect, test } from 'vitest';
import { detailedStatusNames, readDetailedStatus } from './detailed-status.ts';

test.each([
  ['Unknown Number', 'unknownNumber'],
  ['UNKNOWN_NUMBER', 'unknownNumber'],
  ['undelivered-on-handset', 'undeliveredOnHandset'],
  ['TTL Expired', 'ttlExpired'],
  ['Something New', null],
  ['', null],
])('"%s" is %s', (name, expected) => {
  expect(readDetailedStatus(name)).toBe(expected);
});

test('every documented status is found by its own name', () => {
  for (const [id, name] of Object.entries(detailedStatusNames)) expect(readDetailedStatus(name)).toBe(id);
});
