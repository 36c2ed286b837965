import { describe, expect, test } from 'vitest';
import { evenScale, trueScale, zoomedScale } from '#model/readings/scale.ts';
import type { Lane, TimelineRow } from '#model/readings/timeline.ts';
import { barsOf, drawingHeight, rowBoxes, rowsInView } from './layout.ts';
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
    const marks = ticks({ scale, origin: 10_000, least: 100 / 7 });
    expect(marks.map((tick) => [tick.offsetMs, Math.round(tick.x * 7)])).toEqual([
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
    const offsets = ticks({ scale, origin: 0, least: 100 / 6 }).map((tick) => tick.offsetMs);
    expect(offsets.filter((offset) => offset > 2000 && offset < 98_000)).toEqual([]);
  });

  test('mark the bounds of even steps first, and never stand too close', () => {
    const scale = evenScale({ from: 0, to: 61_000 }, [
      { from: 0, to: 60_000 },
      { from: 60_000, to: 61_000 },
    ]);
    const marks = ticks({ scale, origin: 0, least: 100 / 9 });
    expect(marks.map((tick) => tick.offsetMs)).toContain(60_000);
    const distances = marks.slice(1).map((tick, index) => tick.x - (marks[index]?.x ?? 0));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(100 / 9 - 0.02);
  });

  test('follow a zoom', () => {
    const scale = zoomedScale(trueScale({ from: 0, to: 100_000 }), { from: 50_000, to: 51_000 });
    const marks = ticks({ scale, origin: 0, least: 20 });
    expect(marks.map((tick) => tick.offsetMs)).toEqual([50_000, 50_200, 50_400, 50_600, 50_800, 51_000]);
  });
});

describe('layout', () => {
  test('rows stand under each other; one not sent is lower', () => {
    const boxes = rowBoxes([row([lane(1)]), row([], false), row([lane(1), lane(2), lane(3)])]);
    expect(boxes.map(({ top, height }) => [top * 16, height * 16])).toEqual([
      [26, 80],
      [106, 56],
      [162, 81],
    ]);
    expect(drawingHeight(boxes) * 16).toBe(247);
    expect(rowBoxes([row([lane(1)])], 5)[0]?.top).toBe(5);
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
    expect(rowsInView(boxes, 501.625, 43.75)).toEqual([96, 111]);
    expect(rowsInView(boxes, 0, 10_000_000)).toEqual([0, 2999]);
    expect(rowsInView([], 0, 100)).toEqual([0, -1]);
  });
});
