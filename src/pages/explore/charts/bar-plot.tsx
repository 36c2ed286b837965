/**
 * Bars over a row of groups, stacked or side by side. Drawn by hand: a chart library takes more than 50 ms to draw the
 * same, and these are drawn anew with every page that is loaded.
 */
import { memo, type PointerEvent, useRef, useState } from 'react';
import { useWidth } from '#features/explore/use-width.ts';
import { niceTicks } from './nice-ticks.ts';

export interface BarGroup {
  readonly key: string;
  /** Under the axis. */
  readonly label: string;
  /** Over the values, when pointed at. */
  readonly title: string;
  readonly values: readonly number[];
}

interface BarPlotProps {
  readonly groups: readonly BarGroup[];
  /** What the values of every group stand for. */
  readonly series: readonly { readonly name: string; readonly fill: string }[];
  readonly stacked: boolean;
  readonly height: number;
  readonly number: (value: number) => string;
  readonly compact: (value: number) => string;
  /** The first so many groups are marked with a text. */
  readonly marked?: { readonly count: number; readonly text: string };
  /** Which groups are named at their beginning, at least `every` apart; else every so many are, in their middle. */
  readonly named?: (every: number) => readonly number[];
}

/** Room for the numbers on the left, and for the labels below. */
export const axisWidth = 36;
const axisHeight = 20;
const top = 6;
/** Between two labels of the axis, and what a letter of one takes: longer labels stand further apart. */
const labelGapPx = 14;
const letterPx = 6.2;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

export const BarPlot = memo(function BarPlot(props: BarPlotProps) {
  const { groups, series, stacked, height, compact, marked, named } = props;
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const [pointed, setPointed] = useState<number | null>(null);
  const bottom = height - axisHeight;
  const groupPx = Math.max(0, width - axisWidth) / Math.max(1, groups.length);
  const greatest = Math.max(0, ...groups.map(({ values }) => (stacked ? sum(values) : Math.max(0, ...values))));
  const ticks = niceTicks(greatest, 3);
  const pxOf = (value: number) => (value / (ticks.at(-1) ?? 1)) * (bottom - top);
  const labelPx = labelGapPx + letterPx * Math.max(0, ...groups.map(({ label }) => label.length));
  const every = Math.max(1, Math.ceil(labelPx / Math.max(1, groupPx)));
  const places =
    named?.(every) ?? groups.flatMap((_, index) => (index % every === Math.floor(every / 2) ? [index] : []));
  const shift = named === undefined ? 0.5 : 0;
  const labels = places.flatMap((place) => {
    const [group, x] = [groups[place], (place + shift) * groupPx];
    const half = (labelPx - labelGapPx) / 2;
    return group === undefined || x + half > width - axisWidth || x + axisWidth < half ? [] : [{ ...group, x }];
  });
  const point = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (box === undefined) return;
    const place = Math.floor((event.clientX - box.left - axisWidth) / groupPx);
    setPointed(place >= 0 && place < groups.length ? place : null);
  };
  const shown = pointed === null ? undefined : groups[pointed];
  return (
    <div ref={element} className="relative" onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      <svg width={width} height={height} aria-hidden="true" className="block">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={axisWidth} x2={width} y1={bottom - pxOf(tick)} y2={bottom - pxOf(tick)} stroke="var(--grid)" />
            <text
              x={axisWidth - 6}
              y={bottom - pxOf(tick)}
              dy="0.32em"
              textAnchor="end"
              fontSize={11}
              fill="var(--ink3)"
            >
              {compact(tick)}
            </text>
          </g>
        ))}
        {marked !== undefined && marked.count > 0 && (
          <>
            <rect
              x={axisWidth}
              y={top}
              width={marked.count * groupPx}
              height={bottom - top}
              fill="var(--line2)"
              opacity={0.7}
            />
            <text
              x={axisWidth + (marked.count * groupPx) / 2}
              y={(top + bottom) / 2}
              dy="0.32em"
              textAnchor="middle"
              fontSize={12}
              fill="var(--ink3)"
            >
              {marked.count * groupPx > 70 && marked.text}
            </text>
          </>
        )}
        {pointed !== null && (
          <rect x={axisWidth + pointed * groupPx} y={top} width={groupPx} height={bottom - top} fill="var(--line2)" />
        )}
        {series.map(({ name, fill }, place) => (
          <path
            key={name}
            fill={fill}
            d={groups
              .map((group, index) =>
                barPath({ group, place, stacked, groupPx, left: axisWidth + index * groupPx, bottom, pxOf }),
              )
              .join('')}
          />
        ))}
        {labels.map(({ key, label, x }) => (
          <g key={key}>
            {shift === 0 && (
              <line x1={axisWidth + x} x2={axisWidth + x} y1={bottom} y2={bottom + 4} stroke="var(--ink3)" />
            )}
            <text x={axisWidth + x} y={height - 5} textAnchor="middle" fontSize={11} fill="var(--ink3)">
              {label}
            </text>
          </g>
        ))}
      </svg>
      {shown !== undefined && pointed !== null && (
        <Values
          {...props}
          group={shown}
          atRight={pointed < groups.length / 2}
          x={axisWidth + (pointed + 0.5) * groupPx}
          width={width}
        />
      )}
    </div>
  );
});

interface BarPathOptions {
  readonly group: BarGroup;
  readonly place: number;
  readonly stacked: boolean;
  readonly groupPx: number;
  readonly left: number;
  readonly bottom: number;
  readonly pxOf: (value: number) => number;
}

/** One bar of a group; nothing for a zero. What is there is at least a pixel high. */
function barPath({ group: { values }, place, stacked, groupPx, left, bottom, pxOf }: BarPathOptions): string {
  const value = values[place] ?? 0;
  if (value <= 0) return '';
  const inner = groupPx * 0.84;
  const width = stacked ? inner : inner / values.length;
  const x = left + groupPx * 0.08 + (stacked ? 0 : place * width);
  const base = bottom - (stacked ? pxOf(sum(values.slice(0, place))) : 0);
  const height = Math.max(1, pxOf(value));
  return `M${x.toFixed(1)},${base.toFixed(1)}v${(-height).toFixed(1)}h${Math.max(1, width - (stacked ? 0 : 1)).toFixed(1)}v${height.toFixed(1)}z`;
}

interface ValuesProps extends BarPlotProps {
  readonly group: BarGroup;
  readonly atRight: boolean;
  readonly x: number;
  readonly width: number;
}

function Values({ group, series, number, atRight, x, width }: ValuesProps) {
  return (
    <div
      className="pointer-events-none absolute top-1 z-10 rounded-lg border border-line bg-panel px-2.5 py-1.5 text-[12px] whitespace-nowrap shadow-md"
      style={atRight ? { left: x + 12 } : { right: width - x + 12 }}
    >
      <p className="font-medium">{group.title}</p>
      {series.map(
        ({ name, fill }, place) =>
          (group.values[place] ?? 0) > 0 && (
            <p key={name} className="flex items-center gap-1.5 text-ink2">
              <span className="size-2 rounded-sm" style={{ background: fill }} />
              {name}
              <span className="ml-auto pl-3">{number(group.values[place] ?? 0)}</span>
            </p>
          ),
      )}
    </div>
  );
}
