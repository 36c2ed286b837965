/** Two timelines on one scale: where each step's bar begins and ends, as shares of the whole. */
import type { DurationMs, EpochMs } from '../values/time.ts';
import type { Timeline, TimelineRow } from './timeline.ts';

/** A step's bar; places between 0 and 1. A step without any time has none. */
export interface SideBar {
  readonly row: TimelineRow;
  readonly from: number;
  /** At or after `from`. */
  readonly to: number;
  readonly startsAfterMs: DurationMs;
}

export interface SideBySide {
  readonly bars: readonly [readonly SideBar[], readonly SideBar[]];
  /** Of the whole scale; 0 where nothing has a length. */
  readonly lengthMs: DurationMs;
  /** How far the second began after the first; negative before it. Null where one has no time at all. */
  readonly apartMs: DurationMs | null;
}

interface Extent {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** From the flow's start, or where that is not known its first step, to the end of its last bar. */
function extentOf(timeline: Timeline | null): Extent | null {
  if (timeline === null) return null;
  const spans = timeline.rows.flatMap(({ span }) => span ?? []);
  if (spans.length === 0) return null;
  const start = Math.min(timeline.start, ...spans.map(({ from }) => from));
  return { start, end: Math.max(start, ...spans.map(({ to }) => to)) };
}

/**
 * The bars of both, on a scale as long as the longer one. `start`: each from its own start; `time`: both where they were,
 * so that two flows days apart are two specks. Null where neither has a time.
 */
export function sideBySide(
  timelines: readonly [Timeline | null, Timeline | null],
  align: 'start' | 'time',
): SideBySide | null {
  const [a, b] = [extentOf(timelines[0]), extentOf(timelines[1])];
  const known = [a, b].filter((extent) => extent !== null);
  if (known.length === 0) return null;
  const origin = Math.min(...known.map(({ start }) => start));
  const lengthMs =
    align === 'start'
      ? Math.max(...known.map(({ start, end }) => end - start))
      : Math.max(...known.map(({ end }) => end)) - origin;
  const place = (ms: DurationMs) => (lengthMs === 0 ? 0 : Math.max(0, Math.min(1, ms / lengthMs)));
  const barsOf = (timeline: Timeline | null, extent: Extent | null): SideBar[] => {
    if (timeline === null || extent === null) return [];
    const zero = align === 'start' ? extent.start : origin;
    return timeline.rows.flatMap((row) =>
      row.span === null
        ? []
        : {
            row,
            from: place(row.span.from - zero),
            to: place(row.span.to - zero),
            startsAfterMs: row.span.from - extent.start,
          },
    );
  };
  return {
    bars: [barsOf(timelines[0], a), barsOf(timelines[1], b)],
    lengthMs,
    apartMs: a === null || b === null ? null : b.start - a.start,
  };
}
