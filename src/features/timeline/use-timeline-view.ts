/** What part of the timeline is shown, and how: scale, folded gaps and zoom, with the ways to change them. */
import { useMemo } from 'react';
import { foldedGaps, gapKey, type ScaleKind, scaleToDraw, scaleToKeep, wholeScale } from '#model/readings/folding.ts';
import { atLeastShortest, panBy, type Scale, type TimeRange, zoomBy, zoomedScale } from '#model/readings/scale.ts';
import type { IdleGap, Timeline } from '#model/readings/timeline.ts';

export interface TimelineView {
  readonly kind: ScaleKind;
  /** From position 0 to 1 over what is shown. */
  readonly scale: Scale;
  readonly zoom: TimeRange | null;
  readonly folded: readonly IdleGap[];
  zoomAt(factor: number, around: number): void;
  pan(share: number): void;
  /** Shows what lies between two positions of the view. */
  show(from: number, to: number): void;
  fit(): void;
  choose(kind: ScaleKind): void;
  /** Draws a folded gap in its true length. */
  open(gap: IdleGap): void;
}

export type ZoomChange = (latest: TimeRange | null) => TimeRange | null;

/** How a flow's time is drawn, as far as a person chose it. */
export interface ScaleChoice {
  /** Null for what is usual for the flow. */
  readonly kind: ScaleKind | null;
  /** Gaps that were opened while the others are folded, by milliseconds after the timeline's start. */
  readonly opened: readonly number[];
}

interface Options {
  readonly timeline: Timeline;
  readonly choice: ScaleChoice;
  readonly onChoice: (choice: ScaleChoice) => void;
  readonly zoom: TimeRange | null;
  /** Takes a change of the latest zoom: of two keys in quick succession, the second comes before the first is drawn. */
  readonly onZoom: (change: ZoomChange) => void;
}

export function useTimelineView({ timeline, choice, onChoice, zoom, onZoom }: Options): TimelineView {
  const kind = scaleToDraw(timeline, choice.kind);
  const folded = useMemo(() => foldedGaps(timeline, kind, choice.opened), [timeline, kind, choice.opened]);
  const full = useMemo(() => wholeScale(timeline, kind, folded), [timeline, kind, folded]);
  const scale = useMemo(() => zoomedScale(full, zoom), [full, zoom]);
  return {
    kind,
    scale,
    zoom,
    folded,
    zoomAt: (factor, around) => onZoom((latest) => zoomBy(full, latest, factor, around)),
    pan: (share) => onZoom((latest) => panBy(full, latest, share)),
    show: (from, to) => onZoom(() => atLeastShortest({ from: scale.unproject(from), to: scale.unproject(to) })),
    fit: () => onZoom(() => null),
    choose: (chosen) => onChoice({ kind: scaleToKeep(timeline, chosen), opened: [] }),
    open: (gap) =>
      onChoice(
        folded.length === 1
          ? { kind: scaleToKeep(timeline, 'true'), opened: [] }
          : { kind: 'folded', opened: [...choice.opened, gapKey(timeline, gap)] },
      ),
  };
}
