import { describe, expect, test } from 'vitest';
import { foldedGaps, scaleToDraw, scaleToKeep, usualScale, wholeScale } from './folding.ts';
import type { IdleGap, Timeline } from './timeline.ts';

const timelineOf = (end: number, idleGaps: readonly IdleGap[], running = false): Timeline => ({
  start: 1000,
  end: 1000 + end,
  rows: [],
  ended: running ? null : { at: 1000 + end, stepIndex: 0 },
  idleGaps,
});
const gap = { from: 1000, to: 601_000 };
const later = { from: 602_000, to: 1_202_000 };

describe('the scale nobody chose', () => {
  test.each([
    ['true time where nothing is idle', timelineOf(600_000, []), 'true'],
    ['true time where the rest can be read', timelineOf(700_000, [gap]), 'true'],
    ['folded where the rest would be squeezed', timelineOf(604_000, [gap]), 'folded'],
    ['true time while the flow runs', timelineOf(604_000, [gap], true), 'true'],
  ] as const)('is %s', (_, timeline, kind) => expect(usualScale(timeline)).toBe(kind));
});

test('what is chosen is drawn, but folded without gaps is true time', () => {
  expect(scaleToDraw(timelineOf(604_000, [gap]), 'true')).toBe('true');
  expect(scaleToDraw(timelineOf(604_000, [gap], true), 'folded')).toBe('folded');
  expect(scaleToDraw(timelineOf(604_000, []), 'folded')).toBe('true');
  expect(scaleToDraw(timelineOf(604_000, []), 'even')).toBe('even');
});

test('a link holds a scale only where it is not the usual one', () => {
  const squeezed = timelineOf(604_000, [gap]);
  expect((['true', 'even', 'folded'] as const).map((kind) => scaleToKeep(squeezed, kind))).toEqual([
    'true',
    'even',
    null,
  ]);
  expect(scaleToKeep(timelineOf(700_000, [gap]), 'true')).toBeNull();
});

test('true time folds nothing; folded folds every gap but those that were opened', () => {
  const timeline = timelineOf(1_210_000, [gap, later]);
  expect(foldedGaps(timeline, 'true', [])).toEqual([]);
  expect(foldedGaps(timeline, 'even', [])).toEqual([]);
  expect(foldedGaps(timeline, 'folded', [])).toEqual([gap, later]);
  expect(foldedGaps(timeline, 'folded', [0])).toEqual([later]);
  expect(foldedGaps(timeline, 'folded', [5])).toEqual([gap, later]);
});

test('in true time ten minutes are always wider than four seconds', () => {
  const timeline = timelineOf(604_000, [gap]);
  const scale = wholeScale(timeline, 'true', foldedGaps(timeline, 'true', []));
  const width = (from: number, to: number) => scale.project(to) - scale.project(from);
  expect(width(1000, 601_000)).toBeCloseTo(150 * width(601_000, 605_000));
});
