/** How wide the bars of flows over time are. */

import type { DurationMs, EpochMs } from '../values/time.ts';
import type { Binning } from './aggregate.ts';
import { type Bounds, minuteMs } from './range.ts';
import { atWall, dayMs, type OffsetAt, wallOf } from './wall-clock.ts';

const hourMs = 60 * minuteMs;
const widths = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * minuteMs);
const mostBins = 60;

/**
 * The narrowest usual width that makes at most 60 bins (62 where the clocks change). Bins of up to an hour start at round
 * times of the zone's clock as it stands at the start of the range; longer ones at round times of each day's own clock, so
 * that a day is a local day: of 25 h on 25 Oct 2026 in Athens, one bin.
 */
export function binningOf({ from, to }: Bounds, offsetAt: OffsetAt): Binning {
  const widthMs =
    widths.find((width) => (to - from) / width <= mostBins) ?? Math.ceil((to - from) / mostBins / dayMs) * dayMs;
  const firstWall = Math.floor(wallOf(from, offsetAt) / widthMs) * widthMs;
  if (widthMs <= hourMs) return { widthMs, originMs: firstWall - offsetAt(from) };
  const first = Math.min(from, atWall(firstWall, offsetAt));
  return { widthMs, originMs: first, borders: bordersOf(first, firstWall, { to, widthMs, offsetAt }) };
}

interface BordersOptions {
  readonly to: EpochMs;
  readonly widthMs: DurationMs;
  readonly offsetAt: OffsetAt;
}

function bordersOf(first: EpochMs, firstWall: number, { to, widthMs, offsetAt }: BordersOptions): EpochMs[] {
  const borders = [first];
  for (let step = 1; (borders.at(-1) ?? to) < to; step++) {
    const next = atWall(firstWall + step * widthMs, offsetAt);
    // Where a jump of the clocks swallows a whole bin, there is none.
    if (next > (borders.at(-1) ?? next)) borders.push(next);
  }
  return borders.length > 1 ? borders : [first, first + widthMs];
}

/** A bin of the range; `to` is exclusive. */
export interface Bin {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** All bins of the range, those without flows too. */
export function binsOf({ to }: Bounds, { widthMs, originMs, borders }: Binning): Bin[] {
  if (borders !== undefined) {
    return borders.slice(0, -1).map((start, place) => ({ from: start, to: borders[place + 1] ?? start + widthMs }));
  }
  const count = Math.max(1, Math.ceil((to - originMs) / widthMs));
  return Array.from({ length: count }, (_, index) => ({
    from: originMs + index * widthMs,
    to: originMs + (index + 1) * widthMs,
  }));
}
