/** The right edge of a column's name: dragged, or moved by arrow keys, it makes the column wider or narrower. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { ColumnId } from '#model/explore/columns.ts';
import { useViewer } from '#ui/viewer.tsx';
import { columnPx, leastColumnPx, mostColumnPx } from './table-layout.ts';

interface ResizeHandleProps {
  readonly column: ColumnId;
  /** Null for the usual width. */
  readonly onWidth: (width: number | null) => void;
}

const stepPx = 16;

export function ResizeHandle({ column, onWidth }: ResizeHandleProps) {
  const texts = useViewer().catalogue.explore;
  const element = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const [value, setValue] = useState(() => columnPx(column, {}));
  const widthNow = () => element.current?.parentElement?.offsetWidth ?? value;
  const change = (width: number | null) => {
    setValue(width ?? columnPx(column, {}));
    onWidth(width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -stepPx, ArrowRight: stepPx }[event.key];
    if (by !== undefined) change(widthNow() + by);
    else if (event.key === 'Home' || event.key === 'Delete') change(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, width: widthNow() });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of HTML cannot be moved
    <div
      ref={element}
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.table.width(texts.columns[column])}
      aria-valuemin={leastColumnPx}
      aria-valuemax={mostColumnPx}
      aria-valuenow={Math.max(leastColumnPx, Math.min(mostColumnPx, value))}
      tabIndex={0}
      title={texts.table.widthHint}
      // What is drawn is a hair; what can be taken hold of is wider.
      className="absolute inset-y-1 right-0 w-2 cursor-col-resize touch-none rounded border-r border-transparent select-none hover:border-ink3 focus-visible:border-accent"
      // The column is not dragged to another place by its edge.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => drag !== null && change(drag.width + clientX - drag.x)}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => change(null)}
      onKeyDown={onKeyDown}
    />
  );
}
