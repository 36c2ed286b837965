import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './time.ts';

describe('readTime', () => {
  it.each([
    ['2019-07-05T10:28:44.44Z', '2019-07-05T10:28:44.440Z'],
    ['2019-07-05T10:28:49Z', '2019-07-05T10:28:49.000Z'],
    ['2019-07-05T10:28:44.4Z', '2019-07-05T10:28:44.400Z'],
    ['2019-07-05T10:28:44.996789Z', '2019-07-05T10:28:44.996Z'],
    ['2025-05-05T15:00Z', '2025-05-05T15:00:00.000Z'],
    ['2019-07-05T13:28:44.440+03:00', '2019-07-05T10:28:44.440Z'],
    ['2019-07-05T13:28:44.440+0300', '2019-07-05T10:28:44.440Z'],
    ['2019-07-05T10:28:44', '2019-07-05T10:28:44.000Z'],
    ['2019-07-05t10:28:44z', '2019-07-05T10:28:44.000Z'],
  ])('reads %s', (text, iso) => {
    expect(new Date(readTime(text) ?? Number.NaN).toISOString()).toBe(iso);
  });

  it.each(['', 'yesterday', '2019-07-05', '05/07/2019 10:28', '1562322524440', '2019-13-45T10:28:44Z'])(
    'gives null for %j',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );
});

describe('the usual forms', () => {
  it('are read as Date.parse reads them, and their like as what they are', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(digits, fc.boolean(), (d, short) => {
        const text = `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6, 8)}T${d.slice(8, 10)}:${d.slice(10, 12)}:${d.slice(12, 14)}${short ? '' : `.${d.slice(14)}`}Z`;
        const expected = Date.parse(text);
        const sameDay = new Date(expected || 0).toISOString().slice(0, 10) === text.slice(0, 10);
        expect(readTime(text)).toBe(
          Number.isNaN(expected) || (!sameDay && Number(d.slice(8, 10)) < 24) ? null : expected,
        );
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -3e13, max: 6e13 }), (at) => {
        expect(readTime(new Date(at).toISOString())).toBe(at);
      }),
      { numRuns: 2000 },
    );
  });
});
