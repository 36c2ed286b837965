/** What part of the timeline is shown, and how: scale, folded gaps and zoom, with the ways to change them. */
import { useMemo, useState } from 'react';
import {
  drawnRange,
  evenScale,
  gapsToFold,
  panBy,
  roomAfter,
  type Scale,
  type TimeRange,
  trueScale,
  zoomBy,
  zoomedScale,
} from '#model/readings/scale.ts';
import type { IdleGap, Timeline } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';

export type ScaleKind = 'true' | 'even';

export interface TimelineView {
  /** From position 0 to 1 over what is shown. */
  readonly scale: Scale;
  readonly zoom: TimeRange | null;
  readonly folded: readonly IdleGap[];
  /** Idle gaps that could be folded in this scale. */
  readonly gaps: readonly IdleGap[];
  zoomAt(factor: number, around: number): void;
  pan(share: number): void;
  /** Shows what lies between two positions of the view. */
  show(from: number, to: number): void;
  fit(): void;
  toggleGap(gap: IdleGap): void;
  toggleGaps(): void;
}

export type ZoomChange = (latest: TimeRange | null) => TimeRange | null;

interface Options {
  readonly timeline: Timeline;
  readonly kind: ScaleKind;
  readonly zoom: TimeRange | null;
  /** Takes a change of the latest zoom: of two keys in quick succession, the second comes before the first is drawn. */
  readonly onZoom: (change: ZoomChange) => void;
}

export function useTimelineView({ timeline, kind, zoom, onZoom }: Options): TimelineView {
  /** Gaps folded by hand, by where they begin (a running flow moves their ends); null until a hand touches one. */
  const [chosen, setChosen] = useState<ReadonlySet<EpochMs> | null>(null);
  const gaps = kind === 'true' ? timeline.idleGaps : noGaps;
  const folded = useMemo(() => {
    // While a flow runs, the wait under way is what people look at.
    if (chosen === null) return timeline.ended === null ? noGaps : gapsToFold(drawnRange(timeline), gaps);
    return gaps.filter((gap) => chosen.has(gap.from));
  }, [timeline, gaps, chosen]);
  const full = useMemo(() => {
    const range = drawnRange(timeline);
    if (kind === 'true') return roomAfter(trueScale(range, folded));
    const spans = timeline.rows.flatMap((row) => row.span ?? []);
    return roomAfter(evenScale(range, spans));
  }, [timeline, kind, folded]);
  const scale = useMemo(() => zoomedScale(full, zoom), [full, zoom]);
  const isFolded = (gap: IdleGap) => folded.some((other) => other.from === gap.from);
  return {
    scale,
    zoom,
    folded,
    gaps,
    zoomAt: (factor, around) => onZoom((latest) => zoomBy(full, latest, factor, around)),
    pan: (share) => onZoom((latest) => panBy(full, latest, share)),
    show: (from, to) => onZoom(() => ({ from: scale.unproject(from), to: scale.unproject(to) })),
    fit: () => onZoom(() => null),
    toggleGap: (gap) =>
      setChosen(
        new Set(gaps.filter((other) => (other.from === gap.from) !== isFolded(other)).map((other) => other.from)),
      ),
    toggleGaps: () => setChosen(new Set(folded.length === 0 ? gaps.map((gap) => gap.from) : [])),
  };
}

const noGaps: readonly IdleGap[] = [];
