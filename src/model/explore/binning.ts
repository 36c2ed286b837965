/** How wide the bars of flows over time are. */

import type { EpochMs } from '../values/time.ts';
import type { Binning } from './aggregate.ts';
import { type Bounds, minuteMs } from './range.ts';

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const widths = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * minuteMs);
const mostBins = 60;

/**
 * The narrowest usual width that makes at most 60 bins. Bins start at round times of the zone's clock as it stands at
 * the start of the range (`offsetMs` ahead of UTC).
 */
export function binningOf({ from, to }: Bounds, offsetMs: number): Binning {
  const widthMs =
    widths.find((width) => (to - from) / width <= mostBins) ?? Math.ceil((to - from) / mostBins / dayMs) * dayMs;
  return { widthMs, originMs: Math.floor((from + offsetMs) / widthMs) * widthMs - offsetMs };
}

/** The starts of all bins of the range, those without flows too. */
export function binStarts({ to }: Bounds, { widthMs, originMs }: Binning): EpochMs[] {
  const count = Math.max(1, Math.ceil((to - originMs) / widthMs));
  return Array.from({ length: count }, (_, index) => originMs + index * widthMs);
}
