/** The line under the pointer with its offset and clock time, and the exact values of the bar it is on. */
import { type RefObject, useEffect, useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { offsetText } from '../look/row-texts.ts';
import { axisHeight } from './layout.ts';
import { keepInside } from './place-label.ts';
import type { Drawing } from './plot.ts';
import { textWidth } from './text-width.ts';
import { RowTooltip } from './tooltip.tsx';

interface CursorProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly drawing: Drawing;
  readonly flow: Flow;
  readonly origin: EpochMs;
  readonly height: number;
  /** A step that has the keyboard's focus; null for none. */
  readonly focused: number | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Keeps its own state, so that moving the pointer draws nothing else again. */
export function Cursor({ area, drawing, flow, origin, height, focused }: CursorProps) {
  const viewer = useViewer();
  const [point, setPoint] = useState<Point | null>(null);
  const { plot, boxes, rows } = drawing;
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const rect = element.getBoundingClientRect();
      setPoint({ x: event.clientX - rect.left, y: event.clientY - rect.top });
    };
    const leave = () => setPoint(null);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
    };
  }, [area]);
  const inside = point !== null && point.x >= plot.left && point.x <= plot.right ? point : null;
  const hovered = inside === null ? null : hoveredRow(drawing, inside);
  const shown = hovered ?? focused;
  const row = shown === null ? undefined : rows[shown];
  const box = shown === null ? undefined : boxes[shown];
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10 overflow-visible">
      {inside !== null && <CursorLine x={inside.x} height={height} text={timeText(plot.at(inside.x))} plot={plot} />}
      {row !== undefined && box !== undefined && (
        <RowTooltip
          row={row}
          flow={flow}
          origin={origin}
          lane={hovered === null || inside === null ? null : (inside.y - box.barTop) / box.barsHeight}
          place={tooltipPlace(drawing, shown ?? 0, hovered === null ? null : inside)}
        />
      )}
    </div>
  );

  function timeText(at: EpochMs): string {
    return `${offsetText(at, origin, viewer)} · ${viewer.format.time(at)}`;
  }
}

/** Under the bar, near the pointer, or near the bar's end for the keyboard. */
function tooltipPlace({ plot, boxes, rows }: Drawing, index: number, point: Point | null) {
  const box = boxes[index];
  const span = rows[index]?.span ?? null;
  const x = point?.x ?? (span === null ? plot.left : Math.min(plot.right, plot.x(span.to)));
  return { x, top: (box?.barTop ?? 0) + (box?.barsHeight ?? 0) + 8, left: plot.left, right: plot.right };
}

/** The row whose bar is under a point, with a little tolerance. */
function hoveredRow({ plot, boxes, rows }: Drawing, { x, y }: Point): number | null {
  const index = boxes.findIndex((box) => y >= box.barTop - 6 && y <= box.barTop + box.barsHeight + 6);
  const span = rows[index]?.span ?? null;
  if (span === null) return null;
  return x >= plot.x(span.from) - 8 && x <= plot.x(span.to) + 8 ? index : null;
}

interface CursorLineProps {
  readonly x: number;
  readonly height: number;
  readonly text: string;
  readonly plot: Drawing['plot'];
}

function CursorLine({ x, height, text, plot }: CursorLineProps) {
  const width = textWidth(text, 11) + 14;
  const centre = keepInside(x, width, { from: plot.left, to: plot.right }) ?? x;
  return (
    <>
      <div
        className="absolute w-px bg-ink3/70"
        style={{ left: x, top: axisHeight - 4, height: height - axisHeight + 4 }}
      />
      <div
        className="absolute top-0 rounded bg-ink px-1.5 py-0.5 text-center text-[11px] leading-[18px] whitespace-nowrap text-panel"
        style={{ left: centre - width / 2, width }}
      >
        {text}
      </div>
    </>
  );
}
