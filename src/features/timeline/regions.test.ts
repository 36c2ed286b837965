import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barLabelRegion,
  freeRegion,
  type Lines,
  labelRegionBelow,
  linesOf,
  type Region,
  ttlLabelRegion,
} from './regions.ts';

const none: Lines = { through: [], folds: [], above: [] };
const at = (region: Region | null) =>
  region === null ? null : [region.from, region.to, region.align, ...(region.over ? ['over'] : [])];
const bar = (from: number, to: number, more: Partial<Parameters<typeof barLabelRegion>[0]> = {}) =>
  at(barLabelRegion({ seen: { from, to }, plain: true, ttl: null, lines: none, ...more }));

describe('the label of a bar', () => {
  test.each([
    ['in a wide bar', bar(5, 90), [5, 90, 'both']],
    ['after one that ends early', bar(0, 10), [10, 100, 'start']],
    ['before one that begins late', bar(80, 96), [0, 80, 'end']],
    ['after where both have room', bar(40, 60), [60, 100, 'start']],
    ['not in bars on which it could not be read', bar(20, 90, { plain: false }), [0, 20, 'end']],
    ['over them where nothing else is left', bar(5, 95, { plain: false }), [5, 95, 'start', 'over']],
    ['up to a TTL that ends in the bar', bar(0, 96, { ttl: 95 }), [0, 95, 'both']],
    ['behind a TTL that ends just after the bar', bar(0, 10, { ttl: 12 }), [12, 100, 'start']],
    ['before a TTL that ends long after it', bar(0, 10, { ttl: 80 }), [10, 80, 'start']],
    ['before the line of now', bar(0, 10, { lines: { ...none, through: [60] } }), [10, 60, 'start']],
    ['not after a bar that ends now', bar(60, 96, { lines: { ...none, through: [96] } }), [0, 60, 'end']],
    ['clear of a folded gap', bar(0, 30, { lines: { ...none, folds: [70, 76] } }), [30, 70, 'start']],
    [
      'over the edge of one that leaves no room',
      bar(0, 6, { lines: { ...none, folds: [0, 6, 12] } }),
      [6, 100, 'start', 'over'],
    ],
  ])('stands %s', (_, region, expected) => expect(region).toEqual(expected));
});

describe('other labels', () => {
  test.each([
    ['a TTL: before its mark', ttlLabelRegion(90, none), [0, 90, 'end']],
    ['a TTL: not across the arrow that comes down', ttlLabelRegion(20, { ...none, above: [10] }), [20, 100, 'start']],
    ['a hand-over: on the wider side', labelRegionBelow(30, none), [30, 100, 'start']],
    ['a hand-over: on the wider side', labelRegionBelow(70, none), [0, 70, 'end']],
    ['a hand-over: up to an arrow that passes by', labelRegionBelow(70, { ...none, through: [20] }), [20, 70, 'end']],
    ['a step without bar: beside the arrow', freeRegion({ ...none, through: [30] }), [30, 100, 'start']],
    ['a step without bar: the widest piece', freeRegion({ ...none, through: [40, 50] }), [50, 100, 'start']],
  ])('%s', (_, region, expected) => expect(at(region)).toEqual(expected));
});

test('no label crosses a line, leaves the plot, or covers its own bar without saying so', () => {
  const place = fc.integer({ min: 0, max: 100 });
  const lines = fc.record({
    through: fc.array(place, { maxLength: 3 }),
    folds: fc.constant([]),
    above: fc.array(place, { maxLength: 2 }),
  });
  const crosses = (region: Region, all: readonly number[]) =>
    all.some((line) => line > region.from + 0.01 && line < region.to - 0.01);
  fc.assert(
    fc.property(place, place, fc.boolean(), fc.option(place), lines, (a, b, plain, ttl, row) => {
      const seen = { from: Math.min(a, b), to: Math.max(a, b) };
      const label = barLabelRegion({ seen, plain, ttl, lines: row });
      const all = [label, ttlLabelRegion(a, row), labelRegionBelow(a, row), freeRegion(row)].filter(
        (region) => region !== null,
      );
      for (const region of all) {
        expect(region.from).toBeGreaterThanOrEqual(0);
        expect(region.to).toBeLessThanOrEqual(100);
        expect(crosses(region, row.through)).toBe(false);
      }
      const above = ttlLabelRegion(a, row);
      if (above !== null) expect(crosses(above, row.above)).toBe(false);
      if (label !== null && ttl !== null) expect(crosses(label, [ttl])).toBe(false);
      if (label !== null && label.align !== 'both' && !label.over) {
        expect(Math.min(label.to, seen.to) - Math.max(label.from, seen.from)).toBeLessThanOrEqual(0.02);
      }
    }),
  );
});

test('an arrow that passes by a step is a line in it, and one that arrives is a line above it', () => {
  const row = (stepIndex: number, toStep: number | null) => ({
    stepIndex,
    channel: { kind: 'known', name: 'Sms' } as const,
    outcome: { kind: 'delivered' } as const,
    status: { kind: 'missing' } as const,
    detailedStatus: null,
    lanes: [],
    span: { from: 10, to: 20, open: false },
    ttl: null,
    handover:
      toStep === null
        ? null
        : ({
            fromStep: stepIndex,
            toStep,
            trigger: { kind: 'missing' },
            detailedStatus: null,
            listing: 'unknown',
            at: 20,
            nextAt: 40,
            gapMs: 20,
            ttl: { kind: 'none' },
          } as const),
  });
  const timeline = { start: 0, end: 100, rows: [row(0, 2), row(1, null), row(2, null)], ended: null, idleGaps: [] };
  expect(linesOf({ timeline, place: (time) => time, now: 90, folds: [50] })).toEqual([
    { through: [90], folds: [50], above: [] },
    { through: [90, 40], folds: [50], above: [] },
    { through: [90], folds: [50], above: [40] },
  ]);
});
