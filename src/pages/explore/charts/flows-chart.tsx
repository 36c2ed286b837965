/** Flows over time by status. Dragging over it sets the range. */
import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Aggregate, Binning } from '#model/aggregate.ts';
import type { EpochMs } from '#model/time.ts';
import { useReader } from '#ui/reader.tsx';
import { binStarts } from '../binning.ts';
import { useMoments } from '../moments.ts';
import type { Bounds, Range } from '../range.ts';
import { tick, tooltip } from './axis.ts';
import { ChartPanel, ChartTable } from './chart-panel.tsx';
import { DragRange } from './drag-range.tsx';
import { statusFill, statusOrder } from './status-fill.ts';

interface FlowsChartProps {
  readonly aggregate: Aggregate;
  readonly bounds: Bounds;
  readonly binning: Binning;
  /** Nothing older than this is loaded; null when all is. */
  readonly loadedFrom: EpochMs | null;
  readonly onRange: (range: Range) => void;
}

const height = 140;
/** Room for the numbers on the left; the dragging needs to know where the bars begin. */
const axisWidth = 36;
const zeros = { succeeded: 0, failed: 0, running: 0, unknown: 0 };

export function FlowsChart({ aggregate, bounds, binning, loadedFrom, onRange }: FlowsChartProps) {
  const { messages, format } = useReader();
  const moments = useMoments();
  const texts = messages.explore.charts;
  const bins = useMemo(
    () => binStarts(bounds, binning).map((start) => ({ start, ...(aggregate.bins.get(start) ?? zeros) })),
    [aggregate, bounds, binning],
  );
  const lastEmpty = loadedFrom === null ? -1 : bins.findLastIndex(({ start }) => start + binning.widthMs <= loadedFrom);
  const long = bounds.to - bounds.from > 36 * 3_600_000;
  const moment = (at: number) => (long ? moments.minute(at) : moments.clock(at));
  const span = (start: number) => `${moments.minute(start)} – ${moments.clock(start + binning.widthMs)}`;
  const table = () => (
    <ChartTable
      heads={[texts.time, ...statusOrder.map((status) => messages.explore.status[status])]}
      texts={1}
      rows={bins.map((bin) => ({
        key: String(bin.start),
        cells: [span(bin.start), ...statusOrder.map((status) => format.number(bin[status]))],
      }))}
    />
  );
  return (
    <ChartPanel
      title={texts.flowsPer(format.duration(binning.widthMs))}
      hint={texts.dragHint}
      height={height}
      empty={aggregate.bins.size === 0}
      table={table}
    >
      <DragRange
        bins={bins.map(({ start }) => start)}
        widthMs={binning.widthMs}
        left={axisWidth}
        bounds={bounds}
        onRange={onRange}
      >
        <ResponsiveContainer width="100%" height={height}>
          <BarChart
            data={bins}
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
            barCategoryGap="16%"
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--grid)" />
            {lastEmpty > 0 && (
              <ReferenceArea
                x1={bins[0]?.start ?? 0}
                x2={bins[lastEmpty]?.start ?? 0}
                fill="var(--line2)"
                fillOpacity={0.7}
                label={{ value: texts.notLoaded, fill: 'var(--ink3)', fontSize: 12 }}
              />
            )}
            <XAxis
              dataKey="start"
              tickFormatter={moment}
              tickLine={false}
              axisLine={false}
              minTickGap={40}
              height={20}
              tick={tick}
            />
            <YAxis
              width={axisWidth}
              allowDecimals={false}
              tickLine={false}
              axisLine={false}
              tickCount={3}
              tick={tick}
              tickFormatter={(value: number) => moments.compact(value)}
            />
            <Tooltip
              {...tooltip}
              labelFormatter={(start) => span(Number(start))}
              formatter={(value, name) => [format.number(Number(value)), name]}
            />
            {statusOrder.map((status) => (
              <Bar
                key={status}
                dataKey={status}
                name={messages.explore.status[status]}
                stackId="flows"
                fill={statusFill[status]}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </DragRange>
    </ChartPanel>
  );
}
