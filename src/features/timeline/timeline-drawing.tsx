/** The drawing: the axis, the steps with their bars, folded gaps and the cursor, all in per cent of the plot's width. */
import { useRef, useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { Transition } from '#model/history/transitions.ts';
import type { Timeline } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Axis } from './axis.tsx';
import { Cursor } from './cursor.tsx';
import { drawingOf } from './drawing.ts';
import { GapGrounds, GapLabels, GapTears } from './gaps.tsx';
import { axisHeight, rowsInView } from './layout.ts';
import { percent, rem } from './places.ts';
import { StepList } from './step-list.tsx';
import { useGestures } from './use-gestures.ts';
import type { TimelineView } from './use-timeline-view.ts';

interface TimelineDrawingProps {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly view: TimelineView;
  readonly now: EpochMs;
  readonly observed: readonly Transition[] | undefined;
  readonly selected: number | null;
  readonly onSelect: (stepIndex: number | null) => void;
  /** How many steps the list shows where there is no drawing. */
  readonly listed: number;
  /** To be read, not worked with. */
  readonly still: boolean;
}

/** Taller drawings scroll inside the panel, and only the rows in view are drawn. In rem. */
const tallest = 118;
const windowHeight = 47.5;

export function TimelineDrawing({
  flow,
  timeline,
  view,
  now,
  observed,
  selected,
  onSelect,
  listed,
  still,
}: TimelineDrawingProps) {
  const area = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  /** In rem. */
  const [scrollTop, setScrollTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const drawing = drawingOf(flow, timeline, view, now, observed);
  const scrolls = drawing.height > tallest;
  const inView = scrolls
    ? rowsInView(drawing.boxes, scrollTop, windowHeight)
    : ([0, timeline.rows.length - 1] as const);
  const gestures = useGestures(area, plot, view);
  return (
    <div
      className={`mt-2 ${scrolls ? 'drawn:h-(--window) drawn:overflow-y-auto' : ''}`}
      style={scrolls ? { '--window': rem(windowHeight) } : undefined}
      onScroll={({ currentTarget }) =>
        setScrollTop((currentTarget.scrollTop / currentTarget.scrollHeight) * drawing.height)
      }
    >
      <div
        ref={area}
        className="relative isolate select-none drawn:h-(--drawing)"
        style={{ '--drawing': rem(drawing.height) }}
        {...gestures.handlers}
      >
        <div className="pointer-events-none absolute inset-y-0 right-1.5 left-(--names) hidden drawn:block">
          <GapGrounds drawing={drawing} />
        </div>
        <StepList
          drawing={drawing}
          selected={selected}
          onSelect={onSelect}
          onFocus={setFocused}
          listed={listed}
          inView={inView}
        />
        <div ref={plot} className="pointer-events-none absolute inset-y-0 right-1.5 left-(--names) hidden drawn:block">
          <Axis drawing={drawing} />
          <GapTears drawing={drawing} />
          <GapLabels drawing={drawing} onOpen={still ? null : view.open} />
          {gestures.selection !== null && <Selection {...gestures.selection} height={drawing.height} />}
          <Cursor area={area} plot={plot} drawing={drawing} focused={focused} />
        </div>
      </div>
    </div>
  );
}

/** `from` and `to` in shares of the plot. */
function Selection({ from, to, height }: { readonly from: number; readonly to: number; readonly height: number }) {
  return (
    <div
      aria-hidden="true"
      className="absolute z-10 rounded border border-accent bg-accent/10"
      style={{
        left: percent(from * 100),
        width: percent((to - from) * 100),
        top: rem(axisHeight - 0.25),
        height: rem(height - axisHeight + 0.25),
      }}
    />
  );
}
