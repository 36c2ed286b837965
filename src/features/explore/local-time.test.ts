import { expect, test } from 'vitest';
import { comesTwice, dayFirstText, localText, readDayFirstText, readLocalText } from './local-time.ts';

test.each([
  ['2026-11-23T14:30', 'UTC', '2026-11-23T14:30:00.000Z'],
  ['2026-11-23T14:30', 'Europe/Athens', '2026-11-23T12:30:00.000Z'],
  ['2026-07-01T00:00', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
  // Clocks go back at 04:00 (to 03:00): the hour comes twice.
  ['2026-10-25T03:30', 'Europe/Athens', '2026-10-25T00:30:00.000Z'],
  // Clocks go forward at 03:00: the hour is skipped.
  ['2026-03-29T03:30', 'Europe/Athens', '2026-03-29T01:30:00.000Z'],
])('%s in %s is %s', (text, zone, iso) => {
  expect(new Date(readLocalText(text, zone) ?? 0).toISOString()).toBe(iso);
});

test.each(['', '2026-11-23', '2026-13-01T00:00', 'soon'])('"%s" is no moment', (text) => {
  expect(readLocalText(text, 'UTC')).toBeNull();
});

test('what is shown is read back', () => {
  const time = Date.parse('2026-11-23T14:30:00Z');
  for (const zone of ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham']) {
    expect(readLocalText(localText(time, zone), zone)).toBe(time);
  }
});

test.each([
  ['23/11/2026 14:30', 'UTC', '2026-11-23T14:30:00.000Z'],
  ['3/1/2026 9:05', 'UTC', '2026-01-03T09:05:00.000Z'],
  ['23.11.2026', 'Europe/Athens', '2026-11-22T22:00:00.000Z'],
  ['2026-11-23 14:30', 'Europe/Athens', '2026-11-23T12:30:00.000Z'],
  ['2026-11-23T14:30', 'UTC', '2026-11-23T14:30:00.000Z'],
])('written %s in %s is %s', (text, zone, iso) => {
  expect(new Date(readDayFirstText(text, zone) ?? 0).toISOString()).toBe(iso);
});

test.each(['31/4/2026 10:00', '11/23/2026 10:00', '23/11/2026 25:00', '23/11/26', 'soon', ''])(
  'written "%s" is no moment',
  (text) => expect(readDayFirstText(text, 'UTC')).toBeNull(),
);

test('day first, and back', () => {
  const time = Date.parse('2026-10-24T21:00:00Z');
  expect(dayFirstText(time, 'Europe/Athens')).toBe('25/10/2026 00:00');
  expect(readDayFirstText(dayFirstText(time, 'Europe/Athens'), 'Europe/Athens')).toBe(time);
});

test.each([
  ['2026-10-25T00:30:00Z', true],
  ['2026-10-25T01:30:00Z', false],
  ['2026-11-25T00:30:00Z', false],
])('%s comes twice in Athens: %s', (iso, twice) => expect(comesTwice(Date.parse(iso), 'Europe/Athens')).toBe(twice));
