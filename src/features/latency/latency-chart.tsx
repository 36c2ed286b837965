/** How long each step took, by its timestamps as bars and as reported as diamonds, on a logarithmic axis. */
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ResponsiveContainer,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { useViewer } from '#ui/viewer.tsx';
import { type LatencyAxis, thinned } from './latency-axis.ts';
import type { LatencyBar, LatencyRows } from './latency-bars.ts';

interface LatencyChartProps {
  readonly rows: LatencyRows;
  readonly axis: LatencyAxis;
  /** A step's name, beside its bars. */
  readonly nameOf: (stepIndex: number) => string;
}

const nameWidth = 92;
const axisHeight = 26;
const margin = { top: 0, right: 22, bottom: 0, left: 0 };
const mostTicks = 6;

export const latencyChartHeight = (rows: LatencyRows) => rows.height + axisHeight;

export function LatencyChart({ rows, axis, nameOf }: LatencyChartProps) {
  const { format } = useViewer();
  const height = latencyChartHeight(rows);
  const ticks = thinned(axis.ticks, mostTicks);
  // Each bar's category keeps the bars apart for the chart; where they stand is in the bar itself.
  const data = rows.bars.map((bar) => ({ ...bar, length: Math.max(axis.from, bar.value ?? axis.from) }));
  return (
    // The table below it says the same.
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 520, height }}>
        <BarChart layout="vertical" data={data} margin={margin} accessibilityLayer={false}>
          <CartesianGrid horizontal={false} stroke="var(--grid)" />
          <XAxis
            type="number"
            scale="log"
            domain={[axis.from, axis.to]}
            ticks={ticks}
            interval={0}
            height={axisHeight}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--ink3)', fontSize: 11.5 }}
            tickFormatter={(ms: number) => format.duration(ms)}
          />
          <YAxis type="category" dataKey="key" width={nameWidth} tick={false} axisLine={false} tickLine={false} />
          <Bar dataKey="length" isAnimationActive={false} shape={BarShape} />
          <Names names={rows.names} nameOf={nameOf} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** A step's name, cut where it is longer than its column. */
function Names({
  names,
  nameOf,
}: {
  readonly names: LatencyRows['names'];
  readonly nameOf: (stepIndex: number) => string;
}) {
  return names.map(({ stepIndex, middle }) => {
    const name = nameOf(stepIndex);
    return (
      <text key={stepIndex} x={0} y={middle + 4} fontSize={11.5} fill="var(--ink2)">
        {name.length > 15 ? `${name.slice(0, 14)}…` : name}
      </text>
    );
  });
}

const leastBar = 3;

function BarShape(props: BarShapeProps) {
  const scale = useXAxisScale();
  // The chart hands back the datum it was given.
  const bar = props.payload as LatencyBar;
  const place = (ms: number) => scale?.(ms) ?? props.x;
  const width = Math.max(leastBar, props.width);
  const certain =
    bar.least === null || bar.least === bar.value ? width : Math.max(leastBar, place(bar.least) - props.x);
  const shape = { x: props.x, y: bar.top, height: bar.height, rx: Math.min(5, bar.height / 2 - 1), fill: bar.colour };
  return (
    <g>
      {bar.value !== null && certain < width && <rect {...shape} width={width} opacity={0.45} />}
      {bar.value !== null && <rect {...shape} width={certain} opacity={bar.open ? 0.55 : 1} />}
      {bar.reported !== null && (
        <Diamond x={place(bar.reported.ms)} least={props.x} y={bar.top + bar.height / 2} unit={bar.reported.unit} />
      )}
    </g>
  );
}

interface DiamondProps {
  readonly x: number;
  readonly least: number;
  readonly y: number;
  readonly unit: NonNullable<LatencyBar['reported']>['unit'];
}

/** What the record reports, read in milliseconds as the reference defines it. */
function Diamond({ x, least, y, unit }: DiamondProps) {
  const doubtful = unit === 'seconds' || unit === 'neither';
  const at = Number.isFinite(x) ? Math.max(least, x) : least;
  return (
    <path
      d={`M${at - 6} ${y}l6-6 6 6-6 6z`}
      fill={doubtful ? 'var(--bad)' : 'var(--ink)'}
      stroke="var(--panel)"
      strokeWidth={1}
    />
  );
}
