import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binStart } from './aggregate.ts';
import { binningOf, binsOf } from './binning.ts';
import { dayStart, type OffsetAt } from './wall-clock.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const minutes = 60_000;
const hours = 60 * minutes;

test.each([
  ['00:00', '12:00', 0, 15, '00:00', 48],
  ['00:07', '12:07', 0, 15, '00:00', 49],
  ['00:00', '00:15', 0, 1, '00:00', 15],
  ['00:00', '12:00', 2 * 60, 15, '00:00', 48],
  ['06:00', '23:00', 5.5 * 60, 30, '06:00', 34],
])('%s to %s, %d min ahead: bins of %d min from %s, %d of them', (from, to, offset, width, first, count) => {
  const bounds = { from: at(from), to: at(to) };
  const binning = binningOf(bounds, () => offset * minutes);
  const bins = binsOf(bounds, binning);
  expect([binning.widthMs / minutes, bins[0]?.from, bins.length]).toEqual([width, at(first), count]);
});

test('a range of weeks has bins of whole days', () => {
  const bounds = { from: Date.parse('2026-01-01T00:00Z'), to: Date.parse('2026-12-31T00:00Z') };
  expect(binningOf(bounds, () => 0).widthMs / 86_400_000).toBe(7);
});

/** The zone's offset as `Intl` knows it. */
function zone(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (time) => {
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hour = '0', minute = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute)) * minutes;
  };
}

const lengths = (timeZone: string, from: string, to: string) => {
  const bounds = { from: Date.parse(from), to: Date.parse(to) };
  return binsOf(bounds, binningOf(bounds, zone(timeZone))).map((bin) => (bin.to - bin.from) / hours);
};

describe('over a change of the clocks', () => {
  test('Athens, 25 Oct 2026: local days, one of 25 h', () => {
    const bounds = { from: Date.parse('2026-10-09T21:00Z'), to: Date.parse('2026-12-01T22:00Z') };
    const bins = binsOf(bounds, binningOf(bounds, zone('Europe/Athens')));
    const long = bins.filter((bin) => bin.to - bin.from !== 24 * hours);
    expect(long.map((bin) => new Date(bin.from).toISOString())).toEqual(['2026-10-24T21:00:00.000Z']);
    expect(long.map((bin) => bin.to - bin.from)).toEqual([25 * hours]);
    expect(new Date(bins.at(-1)?.from ?? 0).toISOString()).toBe('2026-11-30T22:00:00.000Z');
  });

  test.each([
    ['Europe/Athens', '2026-10-22T21:00Z', '2026-10-29T22:00Z', [3, 4]],
    ['Europe/Athens', '2026-03-27T22:00Z', '2026-04-03T21:00Z', [2, 3]],
    ['UTC', '2026-10-22T21:00Z', '2026-10-29T21:00Z', [3]],
  ])('%s from %s to %s: parts of days of %j h', (timeZone, from, to, expected) => {
    expect([...new Set(lengths(timeZone, from, to))].filter((length) => length > 1).sort()).toEqual(expected);
  });

  test('a midnight that is skipped (Cairo, 24 Apr 2026) starts its day at the jump', () => {
    const offsetAt = zone('Africa/Cairo');
    expect(new Date(dayStart(Date.parse('2026-04-24T09:00Z'), offsetAt)).toISOString()).toBe(
      '2026-04-23T22:00:00.000Z',
    );
  });

  test.each([['Europe/Athens'], ['America/New_York'], ['Australia/Lord_Howe'], ['Africa/Cairo'], ['Asia/Kathmandu']])(
    '%s: bins follow one another, cover the range, and hold what falls in them',
    (timeZone) => {
      const offsetAt = zone(timeZone);
      const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) };
      fc.assert(
        fc.property(
          fc.integer(year),
          fc.integer({ min: 1, max: 100 * 24 * 60 }),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          (start, length, place) => {
            const bounds = { from: Math.floor(start / minutes) * minutes, to: 0 };
            const range = { ...bounds, to: bounds.from + length * minutes };
            const binning = binningOf(range, offsetAt);
            const bins = binsOf(range, binning);
            expect(bins[0]?.from).toBeLessThanOrEqual(range.from);
            expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(range.to);
            expect(bins.length).toBeLessThanOrEqual(63);
            bins.forEach((bin, index) => {
              expect(bin.to).toBeGreaterThan(bin.from);
              if (index > 0) expect(bin.from).toBe(bins[index - 1]?.to);
            });
            const time = Math.floor(range.from + place * (range.to - range.from));
            const own = bins.find((bin) => bin.from <= time && time < bin.to);
            expect(binStart(time, binning)).toBe(own?.from);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
