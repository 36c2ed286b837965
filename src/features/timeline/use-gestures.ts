/** Zooming and moving the timeline by wheel, by dragging and by keys. The plot is measured when something happens on it. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { TimelineView } from './use-timeline-view.ts';

/** Less than this is a click, not a drag. */
const leastDragPx = 5;
const keyStep = 1.6;

export interface Gestures {
  /** The stretch being dragged out, in shares of the plot; null when none is. */
  readonly selection: { readonly from: number; readonly to: number } | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
}

interface Drag {
  readonly pointerId: number;
  readonly startPx: number;
  readonly moved: boolean;
  /** In shares of the plot. */
  readonly from: number;
  readonly to: number;
}

type Part = RefObject<HTMLElement | null>;

/** Where in the plot a pointer is: 0 to 1, less when it is before the plot. Null while nothing is drawn. */
export function shareOf(plot: HTMLElement | null, clientX: number): number | null {
  const rect = plot?.getBoundingClientRect();
  return rect === undefined || rect.width === 0 ? null : (clientX - rect.left) / rect.width;
}

const inside = (share: number) => Math.min(1, Math.max(0, share));

export function useGestures(area: Part, plot: Part, view: TimelineView): Gestures {
  const [drag, setDrag] = useState<Drag | null>(null);
  useWheelZoom(area, plot, view);
  useDrag(area, plot, { drag, setDrag, show: view.show });
  const handlers: Gestures['handlers'] = {
    onPointerDown(event) {
      const share = shareOf(plot.current, event.clientX);
      if (share === null || share < 0 || event.pointerType === 'touch' || event.button !== 0) return;
      const from = inside(share);
      setDrag({ pointerId: event.pointerId, startPx: event.clientX, from, to: from, moved: false });
    },
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keyAction(event.key, view);
      if (act === null) return;
      event.preventDefault();
      act();
    },
  };
  const selection =
    drag?.moved === true ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) } : null;
  return { selection, handlers };
}

interface DragState {
  readonly drag: Drag | null;
  readonly setDrag: (drag: Drag | null) => void;
  readonly show: TimelineView['show'];
}

/**
 * Follows a drag wherever the pointer goes, so that one that leaves the drawing ends where the button is let go, and does
 * not come back with the pointer.
 */
function useDrag(area: Part, plot: Part, { drag, setDrag, show }: DragState): void {
  const latest = useRef({ drag, show });
  useEffect(() => {
    latest.current = { drag, show };
  });
  const dragging = drag !== null;
  useEffect(() => {
    if (!dragging) return;
    const move = (event: globalThis.PointerEvent) => {
      const { drag } = latest.current;
      if (drag === null || event.pointerId !== drag.pointerId) return;
      // Let go where nobody told: outside the window, or over a menu of the browser.
      if ((event.buttons & 1) === 0) return setDrag(null);
      const share = shareOf(plot.current, event.clientX);
      const moved = drag.moved || Math.abs(event.clientX - drag.startPx) >= leastDragPx;
      // From here on the pointer is ours, so that letting go over a step does not choose it.
      if (moved && !drag.moved) area.current?.setPointerCapture(event.pointerId);
      setDrag({ ...drag, to: inside(share ?? drag.to), moved });
    };
    const end = (event: globalThis.PointerEvent) => {
      const { drag, show } = latest.current;
      if (drag === null || event.pointerId !== drag.pointerId) return;
      if (event.type === 'pointerup' && drag.moved && drag.from !== drag.to) {
        show(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
      }
      setDrag(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [dragging, area, plot, setDrag]);
}

function keyAction(key: string, view: TimelineView): (() => void) | null {
  switch (key) {
    case '+':
    case '=':
      return () => view.zoomAt(keyStep, 0.5);
    case '-':
    case '−':
      return () => view.zoomAt(1 / keyStep, 0.5);
    case '0':
      return () => view.fit();
    case 'ArrowLeft':
      return () => view.pan(-0.2);
    case 'ArrowRight':
      return () => view.pan(0.2);
    default:
      return null;
  }
}

/** With Ctrl or Shift held, so that a plain wheel still scrolls the page. React's own listener could not prevent that. */
function useWheelZoom(area: Part, plot: Part, view: TimelineView): void {
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      const share = shareOf(plot.current, event.clientX);
      if (share === null || share < 0) return;
      event.preventDefault();
      const turned = event.deltaY === 0 ? event.deltaX : event.deltaY;
      latest.current.zoomAt(Math.exp(-turned * 0.0025), Math.min(1, share));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, plot]);
}
