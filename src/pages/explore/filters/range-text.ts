/** A range of time as people read it, always with its zone. */

import type { Words } from '#features/explore/filter-text.ts';
import type { Moments } from '#features/explore/moments.ts';
import type { Range } from '#model/explore/range.ts';

export function rangeText(range: Range, { catalogue, format }: Omit<Words, 'masked'>, moments: Moments): string {
  const texts = catalogue.explore.range;
  if (range.kind === 'latest') return texts.latest(format.duration(range.lengthMs));
  if (range.kind === 'day') return texts.days[range.day];
  const sameDay = moments.day(range.from) === moments.day(range.to);
  const to = sameDay ? moments.clock(range.to) : moments.minute(range.to);
  const [zone, zoneAtEnd] = [format.zoneName(range.from), format.zoneName(range.to)];
  // Over a change of the clocks each end has its own offset.
  const from = moments.minute(range.from);
  return zone === zoneAtEnd ? texts.between(from, to, zone) : texts.between(`${from} ${zone}`, to, zoneAtEnd);
}
