/** What a chart says of the mark that is pointed at, or reached by keyboard. */
import type { ReactNode } from 'react';

interface ChartTipProps {
  /** Of the mark, in px from the left of the drawing. */
  readonly x: number;
  readonly topPx?: number;
  /** Of the drawing: the box stands on the side of the mark where there is more room. */
  readonly width: number;
  readonly title: string;
  readonly children?: ReactNode;
}

export function ChartTip({ x, topPx = 4, width, title, children }: ChartTipProps) {
  const side = x < width / 2 ? { left: x + 12 } : { right: width - x + 12 };
  return (
    <div
      className="pointer-events-none absolute z-20 max-w-[min(20rem,90%)] rounded-lg border border-line bg-panel px-2.5 py-1.5 text-[0.75rem] shadow-md"
      style={{ top: topPx, ...side }}
    >
      <p className="font-medium">{title}</p>
      {children}
    </div>
  );
}

/** A value with the colour it is drawn in. */
export function TipLine({
  name,
  value,
  fill,
}: {
  readonly name: string;
  readonly value: string;
  readonly fill?: string;
}) {
  return (
    <p className="flex items-center gap-1.5 whitespace-nowrap text-ink2">
      {fill !== undefined && <span className="size-2 shrink-0 rounded-sm" style={{ background: fill }} />}
      {name}
      <span className="ml-auto pl-3 tabular-nums">{value}</span>
    </p>
  );
}
