/** The drawing: axis, bars, hand-overs and marks of the rows in view, with the rows' buttons over it. */
import { Suspense, useId, useRef, useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { Timeline, TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { afterPaint } from '#ui/after-paint.ts';
import { later } from '#ui/later.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { endedText, handoverTexts, lengthText, notSentText, originOf, type Words } from '../look/row-texts.ts';
import { Axis, BreakButtons, BreakGrounds, BreakTears, breaksOf } from './axis.tsx';
import { Bars, LengthLabel } from './bars.tsx';
import { axisHeight, drawingHeight, rowBoxes, rowsInView } from './layout.ts';
import { type Drawing, plotOf } from './plot.ts';
import { FlowEnd, HandoverMark, type Layer, TtlMark } from './row-marks.tsx';
import { StepList } from './step-list.tsx';
import { cutToWidth } from './text-width.ts';
import { useGestures } from './use-gestures.ts';
import type { TimelineView } from './use-timeline-view.ts';
import { useWidth } from './use-width.ts';

/** Nothing of it is seen before a pointer or the focus comes. */
const cursor = later(async () => {
  await afterPaint();
  return (await import('./cursor.tsx')).Cursor;
});

interface TimelineDrawingProps {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly view: TimelineView;
  readonly now: EpochMs;
  readonly selected: number | null;
  readonly onSelect: (stepIndex: number | null) => void;
}

/** Taller drawings scroll inside the panel, and only the rows in view are drawn. */
const tallest = 1900;
const window = 760;

export function TimelineDrawing({ flow, timeline, view, now, selected, onSelect }: TimelineDrawingProps) {
  const viewer = useViewer();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const [scrollTop, setScrollTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const clip = useId();
  const boxes = rowBoxes(timeline.rows);
  const height = drawingHeight(boxes);
  const scrolls = height > tallest;
  const shown = scrolls ? rowsInView(boxes, scrollTop, window) : ([0, timeline.rows.length - 1] as const);
  const plot = plotOf(width, view.scale);
  const gestures = useGestures(area, view, plot);
  const drawing: Drawing = { plot, rows: timeline.rows, boxes, clip };
  const origin = originOf(flow, timeline);
  const breaks = breaksOf(view, plot, viewer.format.duration);
  const rows = timeline.rows.slice(shown[0], shown[1] + 1);
  const shared = { flow, timeline, drawing, now };
  return (
    <div
      className={`mt-2 ${scrolls ? 'overflow-y-auto' : ''}`}
      style={scrolls ? { height: window } : undefined}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div ref={area} className="relative select-none" style={{ height }} {...gestures.handlers}>
        {width > 0 && (
          <>
            <StepList
              flow={flow}
              timeline={timeline}
              now={now}
              scale={view.scale}
              selected={selected}
              onSelect={onSelect}
              onFocus={setFocused}
              beside={{ boxes, column: plot.left }}
              shown={shown}
            />
            <svg
              aria-hidden="true"
              width={width}
              height={height}
              className="pointer-events-none absolute inset-0 overflow-hidden"
            >
              <clipPath id={clip}>
                <rect x={plot.left - 1} y={0} width={plot.width + 2} height={height} />
              </clipPath>
              <Axis
                view={view}
                plot={plot}
                origin={origin}
                height={height}
                breaks={breaks}
                now={flow.running ? now : null}
              />
              <BreakGrounds breaks={breaks} height={height} />
              {rows.map((row) => (
                <Row key={row.stepIndex} {...shared} row={row} layer="shapes" />
              ))}
              <BreakTears breaks={breaks} height={height} />
              {rows.map((row) => (
                <Row key={row.stepIndex} {...shared} row={row} layer="texts" />
              ))}
            </svg>
            <BreakButtons breaks={breaks} onOpen={view.toggleGap} />
            {gestures.selection !== null && <Selection {...gestures.selection} height={height} />}
            <Suspense fallback={null}>
              <cursor.Part
                area={area}
                drawing={drawing}
                flow={flow}
                origin={origin}
                height={height}
                focused={focused}
              />
            </Suspense>
          </>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly drawing: Drawing;
  readonly now: EpochMs;
  readonly layer: Layer;
}

function Row({ row, flow, timeline, drawing, now, layer }: RowProps) {
  const viewer = useViewer();
  const { plot } = drawing;
  const box = drawing.boxes[row.stepIndex];
  if (box === undefined) return null;
  const nothing = notSentText(row, flow, viewer) ?? (row.span === null ? viewer.catalogue.timeline.noTimes : null);
  const ended = timeline.ended !== null && row.stepIndex === lastSent(timeline) ? timeline.ended : null;
  const end = endedText(flow, viewer);
  const length = lengthText(row, viewer);
  return (
    <g>
      {nothing !== null && layer === 'texts' && (
        <text x={plot.left + 4} y={box.barTop + 16} fontSize={12} fill="var(--ink3)">
          {cutToWidth(nothing, 12, plot.width - 8)}
        </text>
      )}
      {row.span !== null && layer === 'shapes' && <Bars row={row} box={box} plot={plot} clip={drawing.clip} />}
      {length !== null && layer === 'texts' && <LengthLabel row={row} box={box} plot={plot} text={length} />}
      <TtlMark row={row} box={box} plot={plot} texts={ttlTexts(row, now, viewer)} layer={layer} />
      {row.handover !== null && (
        <HandoverMark row={row} drawing={drawing} texts={handoverTexts(row.handover, flow, viewer)} layer={layer} />
      )}
      {ended !== null && (
        <FlowEnd
          flow={flow}
          ended={ended}
          box={box}
          plot={plot}
          texts={flow.status.kind === 'missing' ? [end] : [end, flow.status.name]}
          layer={layer}
        />
      )}
    </g>
  );
}

/** The flow's end is marked under the last step that was sent, or the first when none was. */
function lastSent(timeline: Timeline): number {
  return timeline.rows.findLast((row) => row.outcome.kind !== 'notSent')?.stepIndex ?? 0;
}

function ttlTexts(row: TimelineRow, now: EpochMs, { catalogue, format }: Words): string[] {
  if (row.ttl === null) return [];
  const ttl = format.duration(row.ttl.ttlMs);
  const short = catalogue.timeline.ttl(ttl);
  return row.ttl.counting ? [catalogue.timeline.ttlLeft(ttl, format.duration(row.ttl.deadline - now)), short] : [short];
}

function Selection({ from, to, height }: { readonly from: number; readonly to: number; readonly height: number }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute rounded border border-accent bg-accent/10"
      style={{ left: from, width: to - from, top: axisHeight - 4, height: height - axisHeight + 4 }}
    />
  );
}
