import { expect, test } from 'vitest';
import { cookieOfSettings, readSettings, type Settings, settingsOfCookies } from './settings.ts';

const chosen: Settings = {
  zone: 'America/Argentina/Buenos_Aires',
  browserZone: 'Europe/Athens',
  theme: 'dark',
  language: 'el',
  masked: false,
  keys: false,
};
const usual = readSettings({}, 'en');

test('what is written is read again, among other cookies', () => {
  const [pair = ''] = cookieOfSettings(chosen, true).split('; ');
  expect(settingsOfCookies(`a=1; ${pair}; cascade-session=x`, 'en')).toEqual(chosen);
});

test('goes to this origin’s pages alone, for a year, encrypted where there is https', () => {
  expect(cookieOfSettings(chosen, true)).toMatch(/; Path=\/; Max-Age=31536000; SameSite=Lax; Secure$/);
  expect(cookieOfSettings(chosen, false)).not.toContain('Secure');
});

test.each([
  ['', null],
  ['cascade-session=x', null],
  ['cascade-settings=', null],
  ['cascade-settings=%E0%A4%A', null],
  ['cascade-settings=7', null],
  ['cascade-settings={}', usual],
  ['cascade-settings=%5B1%5D', usual],
  ['cascade-settings={"theme":"pink","zone":7,"language":"xx","masked":"no"}', usual],
  [`cascade-settings={"zone":"${'a'.repeat(65)}","theme":"dark"}`, { ...usual, theme: 'dark' }],
])('%s', (cookies, expected) => {
  expect(settingsOfCookies(cookies, 'en')).toEqual(expected);
});

test('a language that nobody chose is the browser’s', () => {
  expect(settingsOfCookies('cascade-settings={"theme":"dark"}', 'el')?.language).toBe('el');
});
