import { describe, expect, test } from 'vitest';
import { countryCode, isCountryCode } from './country.ts';
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

describe('countryCode', () => {
  test.each([
    ['GR', 'GR'],
    ['gr', 'GR'],
    [' GR ', 'GR'],
    ['EL', 'GR'],
    ['el', 'GR'],
    ['GRC', 'GR'],
    ['Greece', 'GR'],
    ['Ελλάδα', 'GR'],
    ['UK', 'GB'],
    ['GBR', 'GB'],
    ['United Kingdom', 'GB'],
    ['DEU', 'DE'],
    ['CHE', 'CH'],
    ['Atlantis', 'Atlantis'],
    ['ZZ', 'ZZ'],
    ['', ''],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });
  test('every assigned code has its three letters', () => {
    const iso3 = codes.filter((code) => countryCode(code) !== code);
    expect(iso3).toEqual([]);
  });
});
