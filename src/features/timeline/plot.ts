/** The part of the drawing that holds bars, and where times and rows stand in it. */
import type { Scale } from '#model/readings/scale.ts';
import type { TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { RowBox } from './layout.ts';
import type { Extent } from './place-label.ts';

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Place of a time in px; at most a little outside the plot, so that nothing gets absurd coordinates. */
  x(at: EpochMs): number;
  /** The time at a place. */
  at(x: number): EpochMs;
}

/** Names stand in a column on the left, narrower where the drawing is. */
const nameColumn = (width: number) => (width >= 860 ? 250 : width >= 640 ? 200 : 172);
const outside = 40;

export function plotOf(width: number, scale: Scale): Plot {
  const left = nameColumn(width);
  const right = Math.max(left + 1, width - 6);
  const plotWidth = right - left;
  return {
    left,
    right,
    width: plotWidth,
    x: (at) => Math.min(right + outside, Math.max(left - outside, left + scale.project(at) * plotWidth)),
    at: (x) => scale.unproject(Math.min(1, Math.max(0, (x - left) / plotWidth))),
  };
}

/** No bar is narrower than this. */
const leastBar = 3;

/** Where a stretch of time stands, at least 3 px wide. */
export function extentOf(plot: Plot, from: EpochMs, to: EpochMs): Extent {
  const start = plot.x(from);
  return { from: start, to: Math.max(start + leastBar, plot.x(to)) };
}

export const inPlot = (plot: Plot, x: number) => x >= plot.left - 1 && x <= plot.right + 1;

/** The part of an extent that is in view, or null. */
export function visible(plot: Plot, { from, to }: Extent): Extent | null {
  const seen = { from: Math.max(plot.left, from), to: Math.min(plot.right, to) };
  return seen.to > seen.from ? seen : null;
}

/** Everything that drawing a row needs to know of the others. */
export interface Drawing {
  readonly plot: Plot;
  readonly rows: readonly TimelineRow[];
  readonly boxes: readonly RowBox[];
  /** Id of the clip path that keeps bars inside the plot. */
  readonly clip: string;
}
