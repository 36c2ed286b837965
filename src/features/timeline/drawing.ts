/** What drawing one row needs to know of the whole: the scale, where rows stand, and the lines that labels keep clear of. */
import type { Flow } from '#model/flow/flow.ts';
import type { Transition } from '#model/history/transitions.ts';
import type { Timeline } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { axisHeight, drawingHeight, gapsHeight, type RowBox, rowBoxes } from './layout.ts';
import { extentOf, inPlot, placeOf } from './places.ts';
import { type Lines, linesOf } from './regions.ts';
import type { TimelineView } from './use-timeline-view.ts';

export interface Drawing {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly view: TimelineView;
  readonly now: EpochMs;
  /** Changes that the history saw. */
  readonly observed: readonly Transition[];
  readonly boxes: readonly RowBox[];
  /** For each row. */
  readonly lines: readonly Lines[];
  /** Height of what stands above the rows, and of everything, in rem. */
  readonly head: number;
  readonly height: number;
  place(at: EpochMs): number;
}

const none: readonly never[] = [];

export function drawingOf(
  flow: Flow,
  timeline: Timeline,
  view: TimelineView,
  now: EpochMs,
  observed: readonly Transition[] = none,
): Drawing {
  const { scale, folded } = view;
  const head = axisHeight + (folded.length === 0 ? 0 : gapsHeight);
  const boxes = rowBoxes(timeline.rows, head);
  const place = (at: EpochMs) => placeOf(scale, at);
  const edges = folded.flatMap((gap) => {
    const { from, to } = extentOf(scale, gap.from, gap.to);
    return [from, to];
  });
  const nowPlace = flow.running ? place(now) : null;
  const lines = linesOf({
    timeline,
    place,
    now: nowPlace !== null && inPlot(nowPlace) ? nowPlace : null,
    folds: edges.filter(inPlot),
  });
  return { flow, timeline, view, now, observed, boxes, lines, head, height: drawingHeight(boxes, head), place };
}
