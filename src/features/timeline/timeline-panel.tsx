/** The failover timeline: which channel was tried when, what became of it, and why the next one was tried. */
import { useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { Transition } from '#model/history/transitions.ts';
import type { TimeRange } from '#model/readings/scale.ts';
import type { Timeline } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { Legend } from './legend.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { Toolbar } from './toolbar.tsx';
import { type ScaleChoice, useTimelineView, type ZoomChange } from './use-timeline-view.ts';

interface TimelinePanelProps {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly now: EpochMs;
  readonly selectedStep?: number | null;
  readonly onSelectStep?: (stepIndex: number | null) => void;
  /** What the address holds of these two. Without them the panel keeps them itself. */
  readonly choice?: ScaleChoice;
  readonly onChoice?: (choice: ScaleChoice) => void;
  readonly zoom?: TimeRange | null;
  readonly onZoom?: (change: ZoomChange) => void;
  /** To be read, not worked with: without the buttons. */
  readonly still?: boolean;
  /** Changes that the history saw; none by default. */
  readonly observed?: readonly Transition[] | undefined;
}

/** More steps than this are listed a screenful at a time where there is no drawing. */
const listedAtOnce = 30;
const usual: ScaleChoice = { kind: null, opened: [] };

/**
 * Complete as it is first drawn, on a server too: whether there is room for the drawing or only for the list is left to
 * the style sheet (`drawn:` and `not-drawn:` in theme.css), which asks how wide the panel is.
 */
export function TimelinePanel(props: TimelinePanelProps) {
  const { flow, timeline, now, selectedStep = null, onSelectStep = () => {}, still = false } = props;
  const { catalogue } = useViewer();
  const [ownZoom, setOwnZoom] = useState<TimeRange | null>(null);
  const [ownChoice, setOwnChoice] = useState(usual);
  const [listed, setListed] = useState(listedAtOnce);
  const view = useTimelineView({
    timeline,
    choice: props.choice ?? ownChoice,
    onChoice: props.onChoice ?? setOwnChoice,
    zoom: props.zoom === undefined ? ownZoom : props.zoom,
    onZoom: props.onZoom ?? setOwnZoom,
  });
  const count = timeline.rows.length;
  return (
    <section
      aria-labelledby="timeline-title"
      className="timeline rounded-xl border border-line bg-panel px-[18px] pt-4 pb-3 print:break-inside-avoid"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="timeline-title" className="text-[0.8125rem] font-semibold">
          {catalogue.timeline.title}
        </h2>
        {!still && count > 0 && <Toolbar view={view} foldable={timeline.idleGaps.length > 0} />}
      </div>
      {count === 0 && <p className="py-6 text-ink3">{catalogue.timeline.noSteps}</p>}
      {count > 0 && (
        <>
          <TimelineDrawing
            flow={flow}
            timeline={timeline}
            view={view}
            now={now}
            observed={props.observed}
            selected={selectedStep}
            onSelect={onSelectStep}
            listed={listed}
            still={still}
          />
          <Legend timeline={timeline} still={still} observed={(props.observed?.length ?? 0) > 0} />
        </>
      )}
      {count > listed && (
        <button
          type="button"
          className="text-accent-ink underline drawn:hidden"
          onClick={() => setListed(listed + 2 * listedAtOnce)}
        >
          {catalogue.timeline.showMore}
        </button>
      )}
    </section>
  );
}
