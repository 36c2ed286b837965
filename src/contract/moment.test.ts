import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentText, readMoment } from './moment.ts';

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.parse('9999-12-31T00:00:00Z') }), (at) => {
      expect(readMoment(momentText(at))).toBe(at);
    }),
  );
  expect(momentText(Date.parse('2026-11-27T12:00:00.000Z'))).toBe('2026-11-27T12:00Z');
});

test.each([
  '',
  'now',
  '2026-11-27',
  '2026-11-27T12:00',
  '2026-13-27T12:00Z',
  '1764244800000',
  '2026-11-27T12:00:00+02:00',
])('%s is no moment', (text) => {
  expect(readMoment(text)).toBe(null);
});
