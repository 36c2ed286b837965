/** Lets a stretch of the bars under it be chosen by dragging. By keyboard the range is set in its own form. */
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { Bin } from '#model/explore/binning.ts';
import type { Bounds, Range } from '#model/explore/range.ts';

interface DragRangeProps {
  readonly bins: readonly Bin[];
  /** Pixels before the first bar. */
  readonly left: number;
  readonly bounds: Bounds;
  readonly onRange: (range: Range) => void;
  readonly children: ReactNode;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** A click that slips a little is no drag. */
const leastPixels = 5;

export function DragRange({ bins, left, bounds, onRange, children }: DragRangeProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const place = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    return Math.min(Math.max(event.clientX - box.left, left), box.width);
  };
  const barWidth = () => ((area.current?.clientWidth ?? 0) - left) / bins.length;
  const binAt = (x: number) => Math.min(bins.length - 1, Math.max(0, Math.floor((x - left) / barWidth())));
  const finish = ({ from, to }: Drag) => {
    setDrag(null);
    if (Math.abs(to - from) < leastPixels) return;
    const start = bins[binAt(Math.min(from, to))]?.from ?? bounds.from;
    const end = bins[binAt(Math.max(from, to) - 1)]?.to ?? bounds.to;
    onRange({ kind: 'between', from: Math.max(start, bounds.from), to: Math.min(end, bounds.to) });
  };
  return (
    <div
      ref={area}
      data-testid="drag-range"
      className="relative h-full cursor-crosshair touch-pan-y select-none"
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: place(event), to: place(event) });
      }}
      onPointerMove={(event) => drag !== null && setDrag({ ...drag, to: place(event) })}
      onPointerUp={(event) => drag !== null && finish({ ...drag, to: place(event) })}
      onPointerCancel={() => setDrag(null)}
    >
      {children}
      {drag !== null && Math.abs(drag.to - drag.from) >= leastPixels && (
        <div
          className="pointer-events-none absolute inset-y-0 border-x border-accent bg-accent/15"
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }}
        />
      )}
    </div>
  );
}
