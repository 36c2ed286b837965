import { expect, test } from 'vitest';
import { localText, readLocalText } from './local-time.ts';

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
