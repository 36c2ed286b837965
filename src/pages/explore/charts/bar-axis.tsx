/** The axes of bars: the scale with its lines, the names under the bars, the change of the clocks. */
import type { BarGroup } from './bar-plot.tsx';

/** Room for the numbers on the left. */
export const axisWidth = 36;
/** A line of names under the bars. */
const lineHeight = 14;
const fontSize = 11;
/** Between two names, and what a letter of one takes: longer names stand further apart. */
const labelGapPx = 14;
const letterPx = 6.2;

export interface AxisLabel {
  readonly key: string;
  readonly label: string;
  readonly x: number;
  readonly line: number;
}

export interface BarAxis {
  readonly labels: readonly AxisLabel[];
  readonly heightPx: number;
  /** The names stand at the beginning of their bars. */
  readonly atStart: boolean;
}

interface AxisOptions {
  readonly groups: readonly BarGroup[];
  readonly groupPx: number;
  /** Of the bars, without the numbers on the left. */
  readonly width: number;
  /** Which groups are named, at their beginning; else all are, on as many lines as that takes. */
  readonly named: ((every: number) => readonly number[]) | undefined;
}

export function barAxis({ groups, groupPx, width, named }: AxisOptions): BarAxis {
  const labelPx = labelGapPx + letterPx * Math.max(0, ...groups.map(({ label }) => label.length));
  const every = Math.max(1, Math.ceil(labelPx / Math.max(1, groupPx)));
  if (named === undefined) {
    const labels = groups.map(({ key, label }, place) => ({
      key,
      label,
      x: (place + 0.5) * groupPx,
      line: place % every,
    }));
    return { labels, heightPx: 6 + every * lineHeight, atStart: false };
  }
  const half = (labelPx - labelGapPx) / 2;
  const labels = named(every).flatMap((place): AxisLabel[] => {
    const [group, x] = [groups[place], place * groupPx];
    if (group === undefined || x + half > width || x + axisWidth < half) return [];
    return [{ key: group.key, label: group.label, x, line: 0 }];
  });
  return { labels, heightPx: 6 + lineHeight, atStart: true };
}

export function AxisNames({ axis, bottom }: { readonly axis: BarAxis; readonly bottom: number }) {
  return axis.labels.map(({ key, label, x, line }) => (
    <g key={key}>
      {(axis.atStart || line > 0) && (
        <line
          x1={axisWidth + x}
          x2={axisWidth + x}
          y1={bottom}
          y2={bottom + 4 + line * lineHeight}
          stroke={line > 0 ? 'var(--grid)' : 'var(--ink3)'}
        />
      )}
      <text
        x={axisWidth + x}
        y={bottom + 15 + line * lineHeight}
        textAnchor="middle"
        fontSize={fontSize}
        fill="var(--ink3)"
      >
        {label}
      </text>
    </g>
  ));
}

interface ScaleProps {
  readonly ticks: readonly number[];
  readonly width: number;
  readonly yOf: (value: number) => number;
  readonly compact: (value: number) => string;
}

export function Scale({ ticks, width, yOf, compact }: ScaleProps) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={axisWidth} x2={width} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--grid)" />
      <text x={axisWidth - 6} y={yOf(tick)} dy="0.32em" textAnchor="end" fontSize={fontSize} fill="var(--ink3)">
        {compact(tick)}
      </text>
    </g>
  ));
}

/** Where the clocks change: the offsets that hold on either side. */
export interface ClockChange {
  /** Of the first group after the change. */
  readonly place: number;
  readonly before: string;
  readonly after: string;
}

export function ClockChangeLine({ x, bottom, change }: { x: number; bottom: number; change: ClockChange }) {
  const text = { y: 11, fontSize, fill: 'var(--ink2)', stroke: 'var(--panel)', strokeWidth: 3, paintOrder: 'stroke' };
  return (
    <g>
      <line x1={x} x2={x} y1={0} y2={bottom + 4} stroke="var(--ink2)" strokeDasharray="3 3" />
      <text x={x - 5} textAnchor="end" {...text}>
        {change.before}
      </text>
      <text x={x + 5} {...text}>
        {change.after}
      </text>
    </g>
  );
}
