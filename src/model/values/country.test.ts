import { describe, expect, test } from 'vitest';
import { isCountryCode } from './country.ts';
import { countryZone } from './country-zone.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountryCode);

test.each([
  ['GR', true],
  ['XK', true],
  ['gr', false],
  ['ZZ', false],
  ['GRC', false],
  ['', false],
])('%s assigned: %s', (code, expected) => {
  expect(isCountryCode(code)).toBe(expected);
});

test('every assigned code has a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(codes).toHaveLength(250);
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
});

describe('countryZone', () => {
  test.each([
    ['GR', 'Europe/Athens'],
    ['DE', 'Europe/Berlin'],
    ['IN', 'Asia/Kolkata'],
    ['AR', null],
    ['US', null],
    ['ZZ', null],
  ])('%s: %s', (code, expected) => {
    expect(countryZone(code)).toBe(expected);
  });

  test('every zone is one that Intl knows', () => {
    const zones = codes.flatMap((code) => countryZone(code) ?? []);
    expect(zones.length).toBeGreaterThan(200);
    for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
