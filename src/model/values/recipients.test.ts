import { expect, it } from 'vitest';
import { canBeSameAddress, distinctAddresses } from './address.ts';

it.each([
  ['+306900000001', '306900000001', true],
  ['+306900000001', '00306900000001', true],
  ['+30 690 000-0001', '+306900000001', true],
  ['+3069xxxxxx01', '+30690*****01', true],
  ['+3069xxxxxx01', '+306900000001', true],
  ['+3069xxxxxx01', '+306900000002', false],
  ['+3069xxxxxx01', '+3069xxxxxx02', false],
  ['+306900000001', '+306900000002', false],
  ['Maria@example.com', 'maria@example.com', true],
  ['sip:a@b', 'sip:c@b', false],
  ['Brand', 'brand', true],
])('%s and %s: %s', (a, b, same) => {
  expect([canBeSameAddress(a, b), canBeSameAddress(b, a)]).toEqual([same, same]);
});

it('keeps each recipient as it was met first', () => {
  expect(distinctAddresses([])).toEqual([]);
  expect(distinctAddresses(['+306900000001', '306900000001', '+3069xxxxxx01', '+306900000002'])).toEqual([
    '+306900000001',
    '+306900000002',
  ]);
});
