/** The failover timeline: which channel was tried when, what became of it, and why the next one was tried. */
import { useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { TimeRange } from '#model/readings/scale.ts';
import type { Timeline } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { Legend } from './legend.tsx';
import { StepList } from './step-list.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { Toolbar } from './toolbar.tsx';
import { useMedia } from './use-media.ts';
import { type ScaleKind, useTimelineView, type ZoomChange } from './use-timeline-view.ts';

interface TimelinePanelProps {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly selectedStep: number | null;
  readonly onSelectStep: (stepIndex: number | null) => void;
  readonly scale: ScaleKind;
  readonly onScale: (scale: ScaleKind) => void;
  readonly now: EpochMs;
  /** The window shown, when the address holds one. Without these two the panel keeps the zoom itself. */
  readonly zoom?: TimeRange | null;
  readonly onZoom?: (change: ZoomChange) => void;
  /** To be read, not worked with: without the buttons. */
  readonly still?: boolean;
}

/** More steps than this are listed a screenful at a time where there is no drawing. */
const listedAtOnce = 60;

export function TimelinePanel(props: TimelinePanelProps) {
  const { flow, timeline, selectedStep, onSelectStep, scale, onScale, now, still = false } = props;
  const { catalogue } = useViewer();
  const wide = useMedia('(min-width: 640px)');
  const [ownZoom, setOwnZoom] = useState<TimeRange | null>(null);
  const [listed, setListed] = useState(listedAtOnce);
  const view = useTimelineView({
    timeline,
    kind: scale,
    zoom: props.zoom === undefined ? ownZoom : props.zoom,
    onZoom: props.onZoom ?? setOwnZoom,
  });
  const count = timeline.rows.length;
  return (
    <section aria-labelledby="timeline-title" className="rounded-xl border border-line bg-panel px-[18px] pt-4 pb-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="timeline-title" className="text-[13px] font-semibold">
          {catalogue.timeline.title}
        </h2>
        {wide && !still && count > 0 && <Toolbar view={view} scale={scale} onScale={onScale} />}
      </div>
      {count === 0 && <p className="py-6 text-ink3">{catalogue.timeline.noSteps}</p>}
      {count > 0 && wide && (
        <>
          <TimelineDrawing
            flow={flow}
            timeline={timeline}
            view={view}
            now={now}
            selected={selectedStep}
            onSelect={onSelectStep}
          />
          <Legend timeline={timeline} />
        </>
      )}
      {count > 0 && !wide && (
        <StepList
          flow={flow}
          timeline={timeline}
          now={now}
          scale={view.scale}
          selected={selectedStep}
          onSelect={onSelectStep}
          onFocus={() => {}}
          beside={null}
          shown={[0, Math.min(listed, count) - 1]}
        />
      )}
      {!wide && count > listed && (
        <button type="button" className="text-accent-ink underline" onClick={() => setListed(listed + listedAtOnce)}>
          {catalogue.timeline.showMore}
        </button>
      )}
    </section>
  );
}
