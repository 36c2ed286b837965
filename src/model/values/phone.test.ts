import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneReadings } from './phone.ts';

const told = (text: string, country: string | null) =>
  phoneReadings(text, country)
    .map(({ e164, country: of, writing }) => `${e164} ${of ?? '–'} ${writing}`)
    .join(', ');

/** The text, the setting COUNTRY, and what it can be. */
const cases: readonly [text: string, country: string | null, expected: string][] = [
  // Greece
  ['+306900000001', null, '+306900000001 GR plus'],
  ['+30 690 000 0001', null, '+306900000001 GR plus'],
  ['+30-690-000-0001', null, '+306900000001 GR plus'],
  ['+30.690.000.0001', null, '+306900000001 GR plus'],
  ['+30 (690) 000/0001', null, '+306900000001 GR plus'],
  ['00306900000001', null, '+306900000001 GR exitPrefix'],
  ['(0030) 690-000-0001', null, '+306900000001 GR exitPrefix'],
  ['00 30 690 000 0001', 'DE', '+306900000001 GR exitPrefix'],
  ['306900000001', null, '+306900000001 GR bareDigits'],
  ['306900000001', 'GR', '+306900000001 GR bareDigits'],
  ['6900000001', 'GR', '+306900000001 GR national'],
  ['690 000 0001', 'gr', '+306900000001 GR national'],
  ['2101234567', 'GR', '+302101234567 GR national'],
  ['tel:+306900000001', null, '+306900000001 GR plus'],
  ['tel:+30-690-000-0001;ext=12', null, '+306900000001 GR plus'],
  ['TEL: 00306900000001', null, '+306900000001 GR exitPrefix'],
  ['sms:+306900000001', null, '+306900000001 GR plus'],
  ['τηλ. 6900000001', 'GR', '+306900000001 GR national'],
  ['"+306900000001"', null, '+306900000001 GR plus'],
  ['<+306900000001>', null, '+306900000001 GR plus'],
  ['+306900000001,', null, '+306900000001 GR plus'],
  ['\u202a+306900000001\u202c', null, '+306900000001 GR plus'],
  ['+30\u00a0690\u2009000\u202f0001', null, '+306900000001 GR plus'],
  ['+30\u2011690\u2013000\u20130001', null, '+306900000001 GR plus'],
  ['＋３０６９０００００００１', null, '+306900000001 GR plus'],
  ['+٣٠٦٩٠٠٠٠٠٠٠١', null, '+306900000001 GR plus'],
  ['+३०६९०००००००१', null, '+306900000001 GR plus'],
  // Cyprus
  ['+357 96 123456', null, '+35796123456 CY plus'],
  ['0035796123456', null, '+35796123456 CY exitPrefix'],
  ['96123456', 'CY', '+35796123456 CY national'],
  ['35796123456', 'CY', '+35796123456 CY bareDigits'],
  // United Kingdom
  ['+44 7400 123456', null, '+447400123456 GB plus'],
  ['+44 (0)7400 123456', null, '+447400123456 GB plus'],
  ['+44 (0) 20 7946 0958', null, '+442079460958 GB plus'],
  ['07400 123456', 'GB', '+447400123456 GB national'],
  ['020 7946 0958', 'GB', '+442079460958 GB national'],
  ['7400123456', 'GB', '+447400123456 GB national'],
  // Germany
  ['+49 1512 3456789', null, '+4915123456789 DE plus'],
  ['01512 3456789', 'DE', '+4915123456789 DE national'],
  ['030/123456', 'DE', '+4930123456 DE national'],
  ['4915123456789', null, '+4915123456789 DE bareDigits'],
  // Italy keeps its zero
  ['+39 06 1234 5678', null, '+390612345678 IT plus'],
  ['312 345 6789', 'IT', '+393123456789 IT national'],
  ['06 1234 5678', 'IT', '+390612345678 IT national'],
  // France
  ['06 12 34 56 78', 'FR', '+33612345678 FR national'],
  ['+33 (0)6 12 34 56 78', null, '+33612345678 FR plus'],
  // United States
  ['(201) 555-0123', 'US', '+12015550123 US national, +2015550123 EG bareDigits'],
  ['1-201-555-0123', 'US', '+12015550123 US bareDigits'],
  ['+1 201 555 0123', null, '+12015550123 US plus'],
  ['011 30 690 000 0001', 'US', '+306900000001 GR exitPrefix'],
  // India
  ['+91 81234 56789', null, '+918123456789 IN plus'],
  ['081234 56789', 'IN', '+918123456789 IN national'],
  ['8123456789', 'IN', '+918123456789 IN national'],
  // Bulgaria
  ['088 123 4567', 'BG', '+359881234567 BG national'],
  ['+359 88 123 4567', null, '+359881234567 BG plus'],
  // Digits that can be two numbers
  ['3012345678', 'US', '+13012345678 US national'],
  // Not a number
  ['6900000001', null, ''],
  ['0690000000', null, ''],
  ['12345', 'GR', ''],
  ['123456789012345678', 'GR', ''],
  ['+999123456789', null, ''],
  ['+30 690', null, ''],
  ['', 'GR', ''],
  ['+', 'GR', ''],
  // What must stay an ID, a date or a text
  ['30830fad-21ed-49b0-89d0-bbada2fd5640', 'GR', ''],
  ['30830fad21ed49b089d0bbada2fd5640', 'GR', ''],
  ['12345678-1234-1234-1234-123456789012', 'GR', ''],
  ['00000000-0000-4000-8000-00000000f001', 'GR', ''],
  ['12345678123412341234123456789012', 'GR', ''],
  ['flow-6900000001', 'GR', ''],
  ['2026-11-20', 'GR', ''],
  ['2026-11-20 12:00', 'GR', ''],
  ['192.168.100.101', 'GR', ''],
  ['call +306900000001 please', null, ''],
  ['+306900000001 +306900000002', null, ''],
  ['6,900,000,001', 'GR', ''],
  ['1e10', 'GR', ''],
  ['-6900000001x', 'GR', ''],
];

test('there are enough cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(
    new Set(cases.flatMap(([, , expected]) => /\+\d+ ([A-Z]{2})/.exec(expected)?.[1] ?? [])).size,
  ).toBeGreaterThanOrEqual(8);
});

test.each(cases)('%s in %s', (text, country, expected) => {
  expect(told(text, country)).toBe(expected);
});

describe('digits without a sign', () => {
  test('that make sense both at home and abroad give both, home first', () => {
    // A mobile number of Greece without its calling code is one of Russia's that lost its plus, where lengths agree.
    const found = phoneReadings('7912345678', 'IN');
    expect(found.map(({ writing }) => writing)[0]).toBe('national');
    const ambiguous = phoneReadings('4512345678', 'IT');
    expect(new Set(ambiguous.map(({ e164 }) => e164)).size).toBe(ambiguous.length);
  });

  test('that only make sense with a calling code give that one', () => {
    expect(told('447400123456', 'GR')).toBe('+447400123456 GB bareDigits');
  });
});

test('any writing of a number between its digits gives the same number', () => {
  const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', ' - ', '/');
  fc.assert(
    fc.property(
      fc.array(separator, { minLength: 11, maxLength: 11 }),
      fc.integer({ min: 0, max: 9_999_999 }),
      (gaps, tail) => {
        const digits = `3069${String(tail).padStart(8, '0')}`;
        const written = digits
          .split('')
          .map((digit, index) => digit + (gaps[index] ?? ''))
          .join('');
        expect(told(`+${written}`, null)).toBe(`+${digits} GR plus`);
      },
    ),
  );
});

test('any text is read without an error, and what is found is a number of the text’s own digits', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0123456789 -()') })),
      fc.constantFrom('GR', 'US', 'XX', null),
      (text, country) => {
        for (const { e164 } of phoneReadings(text, country)) {
          expect(e164).toMatch(/^\+\d{6,15}$/);
          expect(text.replace(/\D/g, '')).toContain(e164.slice(-6));
        }
      },
    ),
  );
});
