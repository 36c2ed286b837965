/**
 * Bars over a row of groups, stacked or side by side; pointed at or reached by arrow keys, a group says its values. Drawn by
 * hand: a chart library takes more than 50 ms to draw the same, and these are drawn anew with every page that is loaded.
 */
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import { ChartTip, TipLine } from '#features/explore/chart-tip.tsx';
import { useWidth } from '#features/explore/use-width.ts';
import { useViewer } from '#ui/viewer.tsx';
import { AxisNames, axisWidth, barAxis, type ClockChange, ClockChangeLine, Scale } from './bar-axis.tsx';
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
  /** For those who do not see it. */
  readonly title: string;
  readonly groups: readonly BarGroup[];
  /** What the values of every group stand for. */
  readonly series: readonly { readonly name: string; readonly fill: string }[];
  readonly stacked: boolean;
  readonly height: number;
  readonly number: (value: number) => string;
  readonly compact: (value: number) => string;
  /** The first so many groups are marked with a text. */
  readonly marked?: { readonly count: number; readonly text: string };
  /** Which groups are named at their beginning, at least `every` apart; else all are. */
  readonly named?: (every: number) => readonly number[];
  readonly clockChange?: ClockChange | null;
  /** Enter on a group; where nothing else is done by pointer, a click too. */
  readonly onGroup?: (place: number) => void;
  readonly clickable?: boolean;
}

const top = 6;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

export const BarPlot = memo(function BarPlot(props: BarPlotProps) {
  const { title, groups, series, stacked, height, compact, marked, named, clockChange } = props;
  const texts = useViewer().catalogue.explore.charts;
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const groupPx = Math.max(0, width - axisWidth) / Math.max(1, groups.length);
  const { shown, pointed, handlers } = usePointed(props, groupPx);
  const axis = barAxis({ groups, groupPx, width: width - axisWidth, named });
  const bottom = height - axis.heightPx;
  const greatest = Math.max(0, ...groups.map(({ values }) => (stacked ? sum(values) : Math.max(0, ...values))));
  const ticks = niceTicks(greatest, 3);
  const pxOf = (value: number) => (value / (ticks.at(-1) ?? 1)) * (bottom - top);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form
    <div
      ref={element}
      role="group"
      aria-label={texts.barsBy(title)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from bar to bar
      tabIndex={0}
      className={`relative rounded focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent ${props.clickable ? 'cursor-pointer' : ''}`}
      {...handlers}
    >
      <svg width={width} height={height} aria-hidden="true" className="block">
        <Scale ticks={ticks} width={width} yOf={(value) => bottom - pxOf(value)} compact={compact} />
        {marked !== undefined && marked.count > 0 && <Marked marked={marked} groupPx={groupPx} bottom={bottom} />}
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
        <AxisNames axis={axis} bottom={bottom} />
        {clockChange != null && (
          <ClockChangeLine x={axisWidth + clockChange.place * groupPx} bottom={bottom} change={clockChange} />
        )}
      </svg>
      {shown !== undefined && pointed !== null && (
        <Values {...props} group={shown} x={axisWidth + (pointed + 0.5) * groupPx} width={width} />
      )}
      <p role="status" className="sr-only">
        {shown !== undefined && valuesText(shown, props)}
      </p>
    </div>
  );
});

/** The group under the pointer, or the one that arrow keys have come to. */
function usePointed({ groups, onGroup, clickable = false }: BarPlotProps, groupPx: number) {
  const [pointed, setPointed] = useState<number | null>(null);
  const last = groups.length - 1;
  const steps: Readonly<Record<string, (place: number | null) => number | null>> = {
    ArrowLeft: (place) => Math.max(0, (place ?? groups.length) - 1),
    ArrowRight: (place) => Math.min(last, (place ?? -1) + 1),
    Home: () => 0,
    End: () => last,
    Escape: () => null,
  };
  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const place = Math.floor((event.clientX - box.left - axisWidth) / groupPx);
      setPointed(place >= 0 && place <= last ? place : null);
    },
    onPointerLeave: () => setPointed(null),
    onClick: () => clickable && pointed !== null && onGroup?.(pointed),
    onBlur: () => setPointed(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step !== undefined) {
        event.preventDefault();
        setPointed(step);
      } else if (event.key === 'Enter' && pointed !== null) onGroup?.(pointed);
    },
  };
  return { pointed, shown: pointed === null ? undefined : groups[pointed], handlers };
}

interface MarkedProps {
  readonly marked: NonNullable<BarPlotProps['marked']>;
  readonly groupPx: number;
  readonly bottom: number;
}

function Marked({ marked: { count, text }, groupPx, bottom }: MarkedProps) {
  return (
    <>
      <rect x={axisWidth} y={top} width={count * groupPx} height={bottom - top} fill="var(--line2)" opacity={0.7} />
      <text
        x={axisWidth + (count * groupPx) / 2}
        y={(top + bottom) / 2}
        dy="0.32em"
        textAnchor="middle"
        fontSize={12}
        fill="var(--ink3)"
      >
        {count * groupPx > 70 && text}
      </text>
    </>
  );
}

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
  readonly x: number;
  readonly width: number;
}

function Values({ group, series, number, x, width }: ValuesProps) {
  return (
    <ChartTip x={x} width={width} title={group.title}>
      {series.map(({ name, fill }, place) => {
        const value = group.values[place] ?? 0;
        return value > 0 && <TipLine key={name} name={name} value={number(value)} fill={fill} />;
      })}
    </ChartTip>
  );
}

/** The same in a sentence, for those who hear it. */
function valuesText({ title, values }: BarGroup, { series, number }: Pick<BarPlotProps, 'series' | 'number'>): string {
  const said = series.flatMap(({ name }, place) => {
    const value = values[place] ?? 0;
    return value > 0 ? [`${name} ${number(value)}`] : [];
  });
  return `${title}: ${said.length === 0 ? number(0) : said.join(', ')}`;
}
