import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTimes, timesRead, timesUnread } from './cases/times.ts';
import type { Json } from './json.ts';
import { isDocumentedTime, readTimeSpelling } from './time-spellings.ts';

describe('times in another spelling', () => {
  it.each(timesRead.map(([value, iso, zone]) => ({ value, iso, zone })))('$value is $iso', ({ value, iso, zone }) => {
    const read = readTimeSpelling(value);
    expect(read.kind === 'time' ? [new Date(read.at).toISOString(), read.zoneAssumed] : read).toEqual([
      iso,
      zone === 'zone',
    ]);
  });

  it.each(noTimes.map((value) => ({ value })))('$value stands for none', ({ value }) => {
    expect(readTimeSpelling(value)).toEqual({ kind: 'noValue' });
  });

  it.each(timesUnread)('%j is not read: %s', (value, why) => {
    expect(readTimeSpelling(value)).toEqual({ kind: 'unread', why });
  });

  it('are the same instant in every spelling of it, and the vendor’s own needs no note', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2037, 0, 1) }), (at) => {
        const iso = new Date(at).toISOString();
        const day = iso.slice(0, 10);
        const clock = iso.slice(11, 23);
        const spellings = [
          iso,
          at,
          at * 1000,
          String(at),
          `${day} ${clock}`,
          `${day}T${clock}+00:00[UTC]`,
          iso.toLowerCase(),
        ];
        for (const spelling of spellings) expect(readTimeSpelling(spelling)).toMatchObject({ kind: 'time', at });
        expect(isDocumentedTime(iso)).toBe(true);
        expect(readTimeSpelling(iso)).toMatchObject({ spelled: false, zoneAssumed: false });
        expect(readTimeSpelling(Math.floor(at / 1000))).toMatchObject({ at: Math.floor(at / 1000) * 1000 });
      }),
    );
  });

  it('never throw, whatever the value', () => {
    const any = fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.string()); // its values are JSON
    fc.assert(
      fc.property(any, (value) => {
        expect(readTimeSpelling(value).kind).toBeDefined();
      }),
    );
  });
});
