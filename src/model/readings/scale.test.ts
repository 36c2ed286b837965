import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeastShortest,
  drawnRange,
  evenScale,
  panBy,
  roomAfter,
  type Scale,
  trueScale,
  zoomBy,
  zoomedScale,
} from './scale.ts';

const range = { from: 1000, to: 11_000 };
const positions = (scale: Scale, times: readonly number[]) => times.map((at) => +scale.project(at).toFixed(4));

describe('trueScale', () => {
  test('is proportional to time, also beyond the range', () => {
    expect(positions(trueScale(range), [1000, 6000, 11_000, 12_000, 0])).toEqual([0, 0.5, 1, 1.1, -0.1]);
  });

  test('gives a folded gap a fixed share and the rest its proportion', () => {
    const scale = trueScale(range, [{ from: 2000, to: 10_000 }]);
    expect(positions(scale, [1000, 2000, 6000, 10_000, 11_000])).toEqual([0, 0.47, 0.5, 0.53, 1]);
    expect(scale.pieces.map((piece) => piece.folded)).toEqual([false, true, false]);
  });

  test('a gap that fills the range fills the width', () => {
    expect(positions(trueScale(range, [range]), [1000, 11_000])).toEqual([0, 1]);
  });

  test('survives a range without length', () => {
    const scale = trueScale({ from: 5, to: 5 });
    expect([scale.project(5), scale.unproject(0.5)]).toEqual([0, 5]);
  });
});

describe('evenScale', () => {
  test('gives steps of any length the same width', () => {
    const scale = evenScale({ from: 0, to: 600_100 }, [
      { from: 0, to: 600_000 },
      { from: 600_000, to: 600_100 },
    ]);
    expect(positions(scale, [0, 600_000, 600_100])).toEqual([0, 0.5, 1]);
  });

  test('draws what lies between steps narrower', () => {
    const scale = evenScale({ from: 0, to: 300 }, [
      { from: 0, to: 100 },
      { from: 200, to: 300 },
    ]);
    expect(positions(scale, [100, 200])).toEqual([0.4255, 0.5745]);
  });

  test('without steps is the whole range', () => {
    expect(positions(evenScale(range, []), [1000, 6000, 11_000])).toEqual([0, 0.5, 1]);
  });
});

describe('zoom', () => {
  const full = trueScale(range);

  test('stretches its window to the whole width', () => {
    expect(positions(zoomedScale(full, { from: 2000, to: 4000 }), [2000, 3000, 4000, 6000])).toEqual([0, 0.5, 1, 2]);
  });

  test('an empty window changes nothing', () => {
    expect(zoomedScale(full, { from: 2000, to: 2000 })).toBe(full);
  });

  test.each([
    ['in around the middle', null, 2, 0.5, { from: 3500, to: 8500 }],
    ['in around the left edge', null, 2, 0, { from: 1000, to: 6000 }],
    ['in again', { from: 3500, to: 8500 }, 2, 0.5, { from: 4750, to: 7250 }],
    ['out to everything', { from: 3500, to: 8500 }, 0.5, 0.5, null],
    ['out, kept inside', { from: 1000, to: 3000 }, 0.5, 1, { from: 1000, to: 5000 }],
  ])('%s', (_, window, factor, around, expected) => {
    expect(zoomBy(full, window, factor, around)).toEqual(expected);
  });

  test('pans and stops at the ends', () => {
    expect(panBy(full, { from: 2000, to: 4000 }, 0.5)).toEqual({ from: 3000, to: 5000 });
    expect(panBy(full, { from: 8000, to: 10_000 }, 2)).toEqual({ from: 9000, to: 11_000 });
    expect(panBy(full, null, 0.5)).toBeNull();
  });
});

test.each([
  ['a true scale', trueScale({ from: 0, to: 47_000 })],
  ['one of 40 days', trueScale({ from: 1_763_985_600_000, to: 1_767_441_600_000 })],
  ['a folded one', trueScale({ from: 0, to: 100_000 }, [{ from: 10, to: 99_990 }])],
  [
    'even steps',
    evenScale({ from: 0, to: 1000 }, [
      { from: 0, to: 0 },
      { from: 0, to: 1000 },
    ]),
  ],
])('zooming in on %s for ever stops at a millisecond and never shows everything', (_, full) => {
  for (const around of [0, 0.3, 1]) {
    let window = zoomBy(full, null, 1.6, around);
    for (let times = 0; times < 200; times++) window = zoomBy(full, window, 1.6, around);
    expect(window).not.toBeNull();
    const length = (window?.to ?? 0) - (window?.from ?? 0);
    expect(length).toBeGreaterThanOrEqual(1 - 1e-3);
    expect(length).toBeLessThan(100_000);
  }
});

test('a window shorter than a millisecond becomes the one around its middle', () => {
  expect(atLeastShortest({ from: 10, to: 10 })).toEqual({ from: 9.5, to: 10.5 });
  expect(atLeastShortest({ from: 10, to: 11 })).toEqual({ from: 10, to: 11 });
});

test('the drawn range has some length', () => {
  expect(drawnRange({ start: 0, end: 10_000 })).toEqual({ from: 0, to: 10_000 });
  expect(drawnRange({ start: 7, end: 7 })).toEqual({ from: 7, to: 1007 });
});

describe('roomAfter', () => {
  test('adds room in the density of the rest', () => {
    expect(positions(roomAfter(trueScale(range)), [1000, 11_000, 11_450])).toEqual([0, 0.9569, 1]);
  });

  test('does not take folded time for its measure', () => {
    const scale = roomAfter(trueScale({ from: 0, to: 1_000_000 }, [{ from: 1000, to: 999_000 }]));
    expect(Math.round((scale.pieces.at(-1)?.to ?? 0) - 1_000_000)).toBe(96);
    expect(positions(scale, [1_000_000])).toEqual([0.9569]);
  });
});

test('every scale ascends and unproject undoes project', () => {
  const time = fc.integer({ min: 0, max: 1_000_000 });
  const spans = fc.array(fc.tuple(time, time), { maxLength: 8 });
  fc.assert(
    fc.property(spans, fc.array(time, { minLength: 2, maxLength: 20 }), fc.boolean(), (pairs, times, even) => {
      const ordered = pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
      const whole = { from: 0, to: 1_000_000 };
      const gaps = ordered
        .filter((gap) => gap.to > gap.from)
        .sort((a, b) => a.from - b.from)
        .filter((gap, index, all) => all.slice(0, index).every((before) => before.to <= gap.from));
      const scale = even ? evenScale(whole, ordered) : trueScale(whole, gaps);
      const sorted = [...times].sort((a, b) => a - b);
      const projected = sorted.map((at) => scale.project(at));
      projected.forEach((position, index) => {
        expect(position).toBeGreaterThanOrEqual((projected[index - 1] ?? 0) - 1e-12);
        expect(position).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(scale.unproject(position) - (sorted[index] ?? 0))).toBeLessThan(0.01);
      });
    }),
    { numRuns: 300 },
  );
});
