/** Which of a timeline's idle gaps are drawn folded, by one rule for every flow. */
import { drawnRange, evenScale, roomAfter, type Scale, trueScale } from './scale.ts';
import type { IdleGap, Timeline } from './timeline.ts';

/**
 * How time becomes width: every step the same (`even`), in proportion (`true`), or in proportion but for the idle gaps,
 * each of which gets a small width and says how long it is (`folded`).
 */
export type ScaleKind = 'even' | 'true' | 'folded';

/** Less than this share of the width for everything that happened cannot be read. */
const leastShare = 0.04;

/**
 * The scale of a flow for which nobody has chosen one: folded where true time would squeeze everything that happened into
 * less than 4 % of the width. While a flow runs, the wait under way is what people look at: true time.
 */
export function usualScale(timeline: Timeline): ScaleKind {
  const { from, to } = drawnRange(timeline);
  const idle = timeline.idleGaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  const squeezed = timeline.idleGaps.length > 0 && to - from - idle < (to - from) * leastShare;
  return squeezed && timeline.ended !== null ? 'folded' : 'true';
}

/** The scale to draw: the one that was chosen, or the usual one. Where no gap can be folded, folded is true time. */
export function scaleToDraw(timeline: Timeline, chosen: ScaleKind | null): ScaleKind {
  const kind = chosen ?? usualScale(timeline);
  return kind === 'folded' && timeline.idleGaps.length === 0 ? 'true' : kind;
}

/** What a link holds of a scale: null for the one that the flow has anyway. */
export function scaleToKeep(timeline: Timeline, kind: ScaleKind): ScaleKind | null {
  return kind === usualScale(timeline) ? null : kind;
}

/** The gaps drawn folded, ascending. `opened` holds the gaps that were opened, by milliseconds after the timeline's start. */
export function foldedGaps(timeline: Timeline, kind: ScaleKind, opened: readonly number[]): readonly IdleGap[] {
  if (kind !== 'folded') return [];
  const open = new Set(opened);
  return timeline.idleGaps.filter((gap) => !open.has(gapKey(timeline, gap)));
}

/** What names a gap in a link: whole milliseconds from the timeline's start. A running flow moves its end, not this. */
export const gapKey = ({ start }: Pick<Timeline, 'start'>, gap: IdleGap): number => Math.round(gap.from - start);

/** The whole timeline's scale, with room after its last time, before any zoom. */
export function wholeScale(timeline: Timeline, kind: ScaleKind, folded: readonly IdleGap[]): Scale {
  const range = drawnRange(timeline);
  if (kind !== 'even') return roomAfter(trueScale(range, folded));
  return roomAfter(
    evenScale(
      range,
      timeline.rows.flatMap((row) => row.span ?? []),
    ),
  );
}
