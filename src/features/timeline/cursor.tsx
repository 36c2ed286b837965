/** The line under the pointer with its offset and clock time, and the exact values of the bar it is on. */
import { type RefObject, useEffect, useState } from 'react';
import { useViewer } from '#ui/viewer.tsx';
import { offsetText, originOf } from '../look/row-texts.ts';
import type { Drawing } from './drawing.ts';
import { axisHeight } from './layout.ts';
import { percent, rem } from './places.ts';
import { RowTooltip } from './tooltip.tsx';
import { shareOf } from './use-gestures.ts';

interface CursorProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly plot: RefObject<HTMLElement | null>;
  readonly drawing: Drawing;
  /** A step that has the keyboard's focus; null for none. */
  readonly focused: number | null;
}

interface Point {
  /** Per cent of the plot. */
  readonly x: number;
  /** In rem from the drawing's top. */
  readonly y: number;
  /** How wide 8 px are, in per cent of the plot: so near a bar, the pointer is on it. */
  readonly near: number;
}

/** Keeps its own state, so that moving the pointer draws nothing else again. */
export function Cursor({ area, plot, drawing, focused }: CursorProps) {
  const viewer = useViewer();
  const { flow, timeline, height, boxes } = drawing;
  const point = usePoint(area, plot, height);
  const origin = originOf(flow, timeline);
  const hovered = point === null ? null : hoveredRow(drawing, point);
  const shown = hovered ?? focused;
  const row = shown === null ? undefined : timeline.rows[shown];
  const box = shown === null ? undefined : boxes[shown];
  const end = row?.span == null ? 0 : Math.min(100, Math.max(0, drawing.place(row.span.to)));
  return (
    <div aria-hidden="true" className="absolute inset-0 z-30">
      {point !== null && <CursorLine x={point.x} height={height} text={timeText(point.x)} />}
      {row !== undefined && box !== undefined && (
        <RowTooltip
          row={row}
          flow={flow}
          origin={origin}
          lane={hovered === null || point === null ? null : (point.y - box.barTop) / box.barsHeight}
          x={hovered === null || point === null ? end : point.x}
          top={box.barTop + box.barsHeight + 0.5}
        />
      )}
    </div>
  );

  function timeText(x: number): string {
    const at = drawing.view.scale.unproject(x / 100);
    return `${offsetText(at, origin, viewer)} · ${viewer.format.time(at)}`;
  }
}

/** Where over the plot the pointer is; null while it is elsewhere. Fingers have no such place. */
function usePoint(area: CursorProps['area'], plot: CursorProps['plot'], height: number): Point | null {
  const [point, setPoint] = useState<Point | null>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const share = shareOf(plot.current, event.clientX);
      if (share === null || share < 0 || share > 1) return setPoint(null);
      const rect = element.getBoundingClientRect();
      const near = 800 / (plot.current?.clientWidth ?? 800);
      setPoint({ x: share * 100, y: ((event.clientY - rect.top) / rect.height) * height, near });
    };
    const leave = () => setPoint(null);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
    };
  }, [area, plot, height]);
  return point;
}

const nearRem = 0.375;

/** The row whose bar is under a point, with a little tolerance. */
function hoveredRow({ boxes, timeline, place }: Drawing, { x, y, near }: Point): number | null {
  const index = boxes.findIndex((box) => y >= box.barTop - nearRem && y <= box.barTop + box.barsHeight + nearRem);
  const span = timeline.rows[index]?.span ?? null;
  if (span === null) return null;
  return x >= place(span.from) - near && x <= place(span.to) + near ? index : null;
}

interface CursorLineProps {
  readonly x: number;
  readonly height: number;
  readonly text: string;
}

/** The text slides along itself as the line goes from one edge to the other, so that it never leaves the plot. */
function CursorLine({ x, height, text }: CursorLineProps) {
  return (
    <>
      <div
        className="absolute w-px bg-ink3/70"
        style={{ left: percent(x), top: rem(axisHeight - 0.25), height: rem(height - axisHeight + 0.25) }}
      />
      <div
        className="absolute top-0 rounded bg-ink px-1.5 py-0.5 text-center text-[0.6875rem] leading-[1.125rem] whitespace-nowrap text-panel"
        style={{ left: percent(x), transform: `translateX(${percent(-x)})` }}
      >
        {text}
      </div>
    </>
  );
}
