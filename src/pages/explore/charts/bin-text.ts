/** Bars of a chart over time as people name them. */
import type { Moments } from '#features/explore/moments.ts';
import type { Bin } from '#model/explore/binning.ts';
import type { Bounds } from '#model/explore/range.ts';
import type { Format } from '#texts/format.ts';

const hourMs = 3_600_000;

/** A bar as it is named: a day by its date, with its length where the clocks change in it; else from when until when. */
export function binText(
  { from, to }: Bin,
  { widthMs, moments, format }: { widthMs: number; moments: Moments; format: Format },
): string {
  const changes = moments.offsetMs(from) !== moments.offsetMs(to);
  const length = changes && widthMs > hourMs ? ` (${format.duration(to - from)})` : '';
  if (widthMs === 24 * hourMs) return `${moments.day(from)}${length}`;
  const end = widthMs > 24 * hourMs ? moments.day(to - 1) : moments.clock(to);
  if (!changes) return `${widthMs > 24 * hourMs ? moments.day(from) : moments.minute(from)} – ${end}`;
  // The same hour may come twice: each end with its own offset.
  return `${moments.minute(from)} ${format.zoneName(from)} – ${moments.clock(to)} ${format.zoneName(to)}${length}`;
}

/** Under the axis: a time of day within a day and a half, the date with it in longer ranges, the date alone for days. */
export function axisText({ from, to }: Bin, bounds: Bounds, moments: Moments): string {
  if (to - from > 22 * hourMs) return moments.day(from);
  return bounds.to - bounds.from > 36 * hourMs ? moments.minute(from) : moments.clock(from);
}
