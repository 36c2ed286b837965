/** Counts as they stand beside charts: what is not loaded is no zero. */
import type { Known } from '#model/explore/coverage.ts';
import type { Viewer } from '#ui/viewer.tsx';

/** The number where all is loaded; "≥ 12" where a part is; "–" where nothing is, and for a zero that is none surely. */
export function knownCount(count: number, known: Known, { catalogue, format }: Pick<Viewer, 'catalogue' | 'format'>) {
  if (known === 'whole') return format.number(count);
  return known === 'nothing' || count === 0 ? catalogue.explore.none : catalogue.explore.atLeast(format.number(count));
}
