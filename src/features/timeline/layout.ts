/** Where each row of the timeline stands and how its lanes share its height. All in px, from the drawing's top. */

import type { Interval, Lane, TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';

/** One bar of a row: a message's lane, or several lanes drawn as one where a row has too many. */
export interface Bar {
  readonly lanes: readonly [Lane, ...Lane[]];
  readonly intervals: readonly Interval[];
  /** Time of a lane without interval. */
  readonly at: EpochMs | null;
  /** From the row's `barTop`. */
  readonly top: number;
  readonly height: number;
}

export interface RowBox {
  readonly top: number;
  readonly height: number;
  readonly barTop: number;
  /** Height of all bars together. */
  readonly barsHeight: number;
}

export const axisHeight = 26;
const aboveBars = 16;
const belowBars = 32;
const leastBarsHeight = 24;
const notSentHeight = 54;
const mostBars = 40;

function barSize(count: number): { pitch: number; height: number } {
  if (count <= 1) return { pitch: 24, height: 24 };
  if (count === 2) return { pitch: 13, height: 10 };
  if (count === 3) return { pitch: 10, height: 7 };
  if (count <= 12) return { pitch: 8, height: 6 };
  return { pitch: 5, height: 3.5 };
}

function barsHeight(laneCount: number): number {
  const count = Math.min(mostBars, laneCount);
  const { pitch, height } = barSize(count);
  return Math.max(leastBarsHeight, count === 0 ? 0 : (count - 1) * pitch + height);
}

/** The box of every row, one under the other. */
export function rowBoxes(rows: readonly TimelineRow[]): RowBox[] {
  let top = axisHeight;
  return rows.map((row) => {
    const bars = barsHeight(row.lanes.length);
    // A step whose turn may come gets its full height at once, so that nothing moves when it does.
    const never = row.outcome.kind === 'notSent' && row.outcome.reason.kind !== 'notYet';
    const height = never ? notSentHeight : aboveBars + bars + belowBars;
    const box = { top, height, barTop: top + aboveBars, barsHeight: bars };
    top += height;
    return box;
  });
}

/** Height of the whole drawing, known before its width is. */
export function drawingHeight(boxes: readonly RowBox[]): number {
  const last = boxes.at(-1);
  return last === undefined ? axisHeight : last.top + last.height + 4;
}

/** A row's bars: one for each lane up to 40 lanes, beyond that neighbouring lanes share a bar. */
export function barsOf(row: TimelineRow): Bar[] {
  const perBar = Math.max(1, Math.ceil(row.lanes.length / mostBars));
  const count = Math.ceil(row.lanes.length / perBar);
  const { pitch, height } = barSize(count);
  const used = count === 0 ? 0 : (count - 1) * pitch + height;
  const offset = Math.max(0, (leastBarsHeight - used) / 2);
  const bars: Bar[] = [];
  for (let index = 0; index < count; index++) {
    const [first, ...rest] = row.lanes.slice(index * perBar, (index + 1) * perBar);
    if (first === undefined) continue;
    const lanes = [first, ...rest] as const;
    bars.push({ lanes, ...extentOf(lanes), top: offset + index * pitch, height });
  }
  return bars;
}

/** Of one lane its own intervals; of several, one interval from their first beginning to their last end. */
function extentOf(lanes: readonly [Lane, ...Lane[]]): Pick<Bar, 'intervals' | 'at'> {
  if (lanes.length === 1) return { intervals: lanes[0].intervals, at: lanes[0].at };
  const all = lanes.flatMap((lane) => lane.intervals);
  const first = all[0];
  if (first === undefined) return { intervals: [], at: lanes.find((lane) => lane.at !== null)?.at ?? null };
  const from = all.reduce((least, interval) => Math.min(least, interval.from), first.from);
  const to = all.reduce((most, interval) => Math.max(most, interval.to), first.to);
  return { intervals: [{ kind: all.some(({ kind }) => kind === 'open') ? 'open' : 'waiting', from, to }], at: null };
}

/** The rows that a window of the drawing shows, with some rows more on either side: first and last index, or none. */
export function rowsInView(
  boxes: readonly RowBox[],
  scrollTop: number,
  viewHeight: number,
  extra = 3,
): [number, number] {
  const first = boxes.findIndex((box) => box.top + box.height >= scrollTop);
  const after = boxes.findIndex((box) => box.top > scrollTop + viewHeight);
  const last = (after === -1 ? boxes.length : after) - 1;
  return [Math.max(0, (first === -1 ? 0 : first) - extra), Math.min(boxes.length - 1, last + extra)];
}
