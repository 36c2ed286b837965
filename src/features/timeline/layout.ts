/** Where each row of the timeline stands and how its lanes share its height. All in rem, from the drawing's top. */

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

/** Heights are given as px at the usual font size. */
const rem = (px: number) => px / 16;

export const axisHeight = rem(26);
/** Under the axis, where any time is folded: how much. */
export const gapsHeight = rem(24);
const aboveBars = rem(18);
const belowBars = rem(34);
const leastBarsHeight = rem(28);
const notSentHeight = rem(56);
const mostBars = 40;

function barSize(count: number): { pitch: number; height: number } {
  if (count <= 1) return { pitch: rem(28), height: rem(28) };
  if (count === 2) return { pitch: rem(15), height: rem(12) };
  if (count === 3) return { pitch: rem(10.5), height: rem(8) };
  if (count <= 12) return { pitch: rem(8), height: rem(6) };
  return { pitch: rem(5), height: rem(3.5) };
}

function barsHeight(laneCount: number): number {
  const count = Math.min(mostBars, laneCount);
  const { pitch, height } = barSize(count);
  return Math.max(leastBarsHeight, count === 0 ? 0 : (count - 1) * pitch + height);
}

/** The box of every row, one under the other, below a head of this height. */
export function rowBoxes(rows: readonly TimelineRow[], head = axisHeight): RowBox[] {
  let top = head;
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

/** Height of the whole drawing. */
export function drawingHeight(boxes: readonly RowBox[], head = axisHeight): number {
  const last = boxes.at(-1);
  return last === undefined ? head : last.top + last.height + rem(4);
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
