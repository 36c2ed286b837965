/** Zooming and moving the timeline by wheel, by dragging and by keys. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Plot } from './plot.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** Less than this is a click, not a drag. */
const leastDragPx = 5;
const keyStep = 1.6;

export interface Gestures {
  /** The stretch being dragged out, in px; null when none is. */
  readonly selection: { readonly from: number; readonly to: number } | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
}

interface Drag {
  readonly pointerId: number;
  readonly from: number;
  readonly moved: boolean;
  readonly to: number;
}

export function useGestures(ref: RefObject<HTMLElement | null>, view: TimelineView, plot: Plot): Gestures {
  const [drag, setDrag] = useState<Drag | null>(null);
  useWheelZoom(ref, view, plot);
  const place = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.min(plot.right, Math.max(plot.left, x));
  };
  const handlers: Gestures['handlers'] = {
    onPointerDown(event) {
      const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
      if (event.pointerType === 'touch' || event.button !== 0 || x < plot.left) return;
      setDrag({ pointerId: event.pointerId, from: place(event), to: place(event), moved: false });
    },
    onPointerMove(event) {
      if (drag === null || drag.pointerId !== event.pointerId) return;
      const to = place(event);
      const moved = drag.moved || Math.abs(to - drag.from) >= leastDragPx;
      // From here on the pointer is ours, so that letting go over a step does not choose it.
      if (moved && !drag.moved) event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...drag, to, moved });
    },
    onPointerUp() {
      if (drag?.moved === true) {
        const position = (x: number) => (x - plot.left) / plot.width;
        view.show(position(Math.min(drag.from, drag.to)), position(Math.max(drag.from, drag.to)));
      }
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
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
function useWheelZoom(ref: RefObject<HTMLElement | null>, view: TimelineView, plot: Plot): void {
  const latest = useRef({ view, plot });
  useEffect(() => {
    latest.current = { view, plot };
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      const { view, plot } = latest.current;
      const x = event.clientX - element.getBoundingClientRect().left;
      if (x < plot.left) return;
      event.preventDefault();
      const turned = event.deltaY === 0 ? event.deltaX : event.deltaY;
      view.zoomAt(Math.exp(-turned * 0.0025), Math.min(1, (x - plot.left) / plot.width));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref]);
}
