/** Where in a chart over time the clocks of the viewer's zone change. */
import type { Bin } from './binning.ts';
import type { OffsetAt } from './wall-clock.ts';

/**
 * The place of the first bar that begins after a change, or of the one it falls in: that bar's beginning has one offset and
 * its end, or the bar after it, the other. Null where all bars have the same offset. Ranges reach over one change at most
 * (7 days); of more the first is told.
 */
export function clockChangePlace(bins: readonly Bin[], offsetAt: OffsetAt): number | null {
  const first = bins[0];
  if (first === undefined) return null;
  const before = offsetAt(first.from);
  const place = bins.findIndex(({ from, to }) => offsetAt(from) !== before || offsetAt(to - 1) !== before);
  if (place < 0) return null;
  const bin = bins[place];
  // A change within a bar stands at the bar's end.
  return bin !== undefined && offsetAt(bin.from) === before ? place + 1 : place;
}
