/**
 * A logarithmic axis of lengths of time that people know: 1 ms, 10 ms … 1 s, 10 s, 1 min, 10 min, 1 h … Our own: the ticks of
 * d3's logarithmic scales are powers of ten, also where a minute or an hour is meant.
 */
import type { DurationMs } from '#model/values/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const marks: readonly DurationMs[] = [
  ...[1, 10, 100, 1000, 10_000, minute, 10 * minute, hour, 10 * hour],
  ...[day, 10 * day, 100 * day, 1000 * day],
];

export interface LatencyAxis {
  /** At least two, ascending; the first and the last are the ends of the axis. */
  readonly ticks: readonly [DurationMs, ...DurationMs[]];
  readonly from: DurationMs;
  readonly to: DurationMs;
}

/** The shortest length stands at least this much above the first mark, so that its bar can be seen. */
const leastBar = 1.5;

/** The marks around the given lengths; those of 0 or less stand at the first mark. Without any: 1 ms to 1 s. */
export function latencyAxis(lengths: readonly DurationMs[]): LatencyAxis {
  const positive = lengths.filter((length) => length > 0);
  const least = positive.reduce((a, b) => Math.min(a, b), positive[0] ?? 1);
  const most = positive.reduce((a, b) => Math.max(a, b), positive[0] ?? 1000);
  const first = Math.max(
    0,
    marks.findLastIndex((mark) => mark * leastBar <= least),
  );
  const found = marks.findIndex((mark) => mark >= most);
  const last = Math.max(first + 1, found === -1 ? marks.length - 1 : found);
  const from = marks[first] ?? 1;
  const ticks: [DurationMs, ...DurationMs[]] = [from, ...marks.slice(first + 1, last + 1)];
  return { ticks, from, to: ticks.at(-1) ?? from };
}

/** Every other mark and so on, until no more than `most` are left; the first one always stays. */
export function thinned(ticks: readonly DurationMs[], most: number): DurationMs[] {
  const every = Math.ceil(ticks.length / Math.max(1, most));
  return ticks.filter((_, index) => index % every === 0);
}
