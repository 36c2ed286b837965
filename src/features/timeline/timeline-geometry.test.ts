import { describe, expect, test } from 'vitest';
import { evenScale, trueScale, zoomedScale } from '#model/readings/scale.ts';
import type { Lane, TimelineRow } from '#model/readings/timeline.ts';
import { barsOf, drawingHeight, rowBoxes, rowsInView } from './layout.ts';
import { keepInside, placeBeside } from './place-label.ts';
import { cutToWidth, textWidth } from './text-width.ts';
import { tickStep, ticks } from './ticks.ts';

const lane = (part: number, from = 0, to = 100): Lane => ({
  messageIndex: part,
  part,
  status: { kind: 'missing' },
  intervals: [{ kind: 'waiting', from, to }],
  at: to,
});

const row = (lanes: readonly Lane[], sent = true): TimelineRow => ({
  stepIndex: 0,
  channel: { kind: 'known', name: 'Sms' },
  outcome: sent ? { kind: 'delivered' } : { kind: 'notSent', reason: { kind: 'flowEnded' } },
  status: { kind: 'missing' },
  detailedStatus: null,
  lanes,
  span: null,
  ttl: null,
  handover: null,
});

describe('ticks', () => {
  test.each([
    [945 / 705_000, 110, 120_000],
    [945 / 5200, 110, 1000],
    [1, 110, 200],
    [1e-12, 110, null],
  ])('at %d px per ms, %d px apart', (density, leastPx, step) => {
    expect(tickStep(density, leastPx)).toBe(step);
  });

  test('are round offsets from the origin, also before it', () => {
    const scale = trueScale({ from: 9500, to: 13_000 });
    const marks = ticks({ scale, origin: 10_000, widthPx: 700, leastPx: 100 });
    expect(marks.map((tick) => [tick.offsetMs, Math.round(tick.x)])).toEqual([
      [-500, 0],
      [0, 100],
      [500, 200],
      [1000, 300],
      [1500, 400],
      [2000, 500],
      [2500, 600],
      [3000, 700],
    ]);
  });

  test('stay out of folded gaps', () => {
    const scale = trueScale({ from: 0, to: 100_000 }, [{ from: 2000, to: 98_000 }]);
    const offsets = ticks({ scale, origin: 0, widthPx: 600, leastPx: 100 }).map((tick) => tick.offsetMs);
    expect(offsets.filter((offset) => offset > 2000 && offset < 98_000)).toEqual([]);
  });

  test('mark the bounds of even steps first, and never stand too close', () => {
    const scale = evenScale({ from: 0, to: 61_000 }, [
      { from: 0, to: 60_000 },
      { from: 60_000, to: 61_000 },
    ]);
    const marks = ticks({ scale, origin: 0, widthPx: 900, leastPx: 100 });
    expect(marks.map((tick) => tick.offsetMs)).toContain(60_000);
    const distances = marks.slice(1).map((tick, index) => tick.x - (marks[index]?.x ?? 0));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(99.9);
  });

  test('follow a zoom', () => {
    const scale = zoomedScale(trueScale({ from: 0, to: 100_000 }), { from: 50_000, to: 51_000 });
    const marks = ticks({ scale, origin: 0, widthPx: 500, leastPx: 100 });
    expect(marks.map((tick) => tick.offsetMs)).toEqual([50_000, 50_200, 50_400, 50_600, 50_800, 51_000]);
  });
});

describe('layout', () => {
  test('rows stand under each other; one not sent is lower', () => {
    const boxes = rowBoxes([row([lane(1)]), row([], false), row([lane(1), lane(2), lane(3)])]);
    expect(boxes.map(({ top, height }) => [top, height])).toEqual([
      [26, 72],
      [98, 54],
      [152, 75],
    ]);
    expect(drawingHeight(boxes)).toBe(231);
  });

  test('three thousand parts share forty bars that span theirs', () => {
    const lanes = Array.from({ length: 3000 }, (_, index) => lane(index + 1, index, index + 50));
    const bars = barsOf(row(lanes));
    expect(bars).toHaveLength(40);
    expect(bars[0]?.intervals).toEqual([{ kind: 'waiting', from: 0, to: 124 }]);
    expect(bars.reduce((sum, bar) => sum + bar.lanes.length, 0)).toBe(3000);
    const last = bars.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBe(rowBoxes([row(lanes)])[0]?.barsHeight);
  });

  test('a lane without interval keeps its time', () => {
    const bars = barsOf(row([{ ...lane(1), intervals: [], at: 7 }]));
    expect(bars.map(({ intervals, at }) => [intervals.length, at])).toEqual([[0, 7]]);
  });

  test('only rows in view and a few around them', () => {
    const boxes = rowBoxes(Array.from({ length: 3000 }, () => row([lane(1)])));
    expect(rowsInView(boxes, 7226, 700)).toEqual([96, 112]);
    expect(rowsInView(boxes, 0, 10_000_000)).toEqual([0, 2999]);
    expect(rowsInView([], 0, 100)).toEqual([0, -1]);
  });
});

describe('labels', () => {
  const widthOf = (text: string) => text.length * 10;
  const room = { from: 0, to: 200 };

  test.each([
    ['left when preferred', { from: 100, to: 110 }, 'left', { text: 'long', x: 92, anchor: 'end' }],
    ['right when the left is full', { from: 20, to: 30 }, 'left', { text: 'long', x: 38, anchor: 'start' }],
    ['left when the right is full', { from: 100, to: 190 }, 'right', { text: 'long', x: 92, anchor: 'end' }],
    ['shorter when neither has room', { from: 25, to: 165 }, 'left', { text: 'l', x: 17, anchor: 'end' }],
    ['nowhere when nothing fits', { from: 5, to: 195 }, 'left', null],
  ] as const)('%s', (_, beside, prefer, placed) => {
    expect(placeBeside({ beside, room, prefer, texts: ['long', 'l'], widthOf })).toEqual(placed);
  });

  test('keep inside', () => {
    expect([
      keepInside(5, 40, room),
      keepInside(100, 40, room),
      keepInside(199, 40, room),
      keepInside(1, 300, room),
    ]).toEqual([20, 100, 180, null]);
  });

  test('the width of a text is not underestimated', () => {
    // Measured in Inter 12 px: 330 px.
    expect(textWidth('EXPIRED is in failoverOnStatuses → next: SMS, 0.4 s later', 12)).toBeGreaterThan(330);
    expect(textWidth('', 12)).toBe(0);
  });

  test('a text is cut with an ellipsis', () => {
    expect(cutToWidth('abc', 10, 100)).toBe('abc');
    expect(cutToWidth('abcdefghij', 10, 40)).toBe('abcde…');
    expect(cutToWidth('abcdefghij', 10, 3)).toBe('');
  });
});
