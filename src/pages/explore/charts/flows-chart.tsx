/** Flows over time by status. Dragging over it sets the range. */
import { useMemo } from 'react';
import { ChartPanel, ChartTable } from '#features/explore/chart-panel.tsx';
import { useMoments } from '#features/explore/moments.ts';
import { statusFill, statusOrder } from '#features/explore/status-fill.ts';
import type { Aggregate, Binning } from '#model/explore/aggregate.ts';
import { binStarts } from '#model/explore/binning.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { axisWidth, type BarGroup, BarPlot } from './bar-plot.tsx';
import { DragRange } from './drag-range.tsx';

interface FlowsChartProps {
  readonly aggregate: Aggregate;
  readonly bounds: Bounds;
  readonly binning: Binning;
  /** Nothing older than this is loaded; null when all is. */
  readonly loadedFrom: EpochMs | null;
  readonly onRange: (range: Range) => void;
}

const height = 140;
const zeros = { succeeded: 0, failed: 0, running: 0, unknown: 0 };

export function FlowsChart({ aggregate, bounds, binning, loadedFrom, onRange }: FlowsChartProps) {
  const { catalogue, format } = useViewer();
  const moments = useMoments();
  const texts = catalogue.explore.charts;
  const bins = useMemo(
    () => binStarts(bounds, binning).map((start) => ({ start, ...(aggregate.bins.get(start) ?? zeros) })),
    [aggregate, bounds, binning],
  );
  const lastEmpty = loadedFrom === null ? -1 : bins.findLastIndex(({ start }) => start + binning.widthMs <= loadedFrom);
  const long = bounds.to - bounds.from > 36 * 3_600_000;
  const span = (start: number) => `${moments.minute(start)} – ${moments.clock(start + binning.widthMs)}`;
  const groups = useMemo(
    () =>
      bins.map(
        (bin): BarGroup => ({
          key: String(bin.start),
          label: long ? moments.minute(bin.start) : moments.clock(bin.start),
          title: `${moments.minute(bin.start)} – ${moments.clock(bin.start + binning.widthMs)}`,
          values: statusOrder.map((status) => bin[status]),
        }),
      ),
    [bins, long, moments, binning],
  );
  const series = useMemo(
    () => statusOrder.map((status) => ({ name: catalogue.explore.status[status], fill: statusFill[status] })),
    [catalogue],
  );
  const marked = useMemo(
    () => (lastEmpty > 0 ? { count: lastEmpty + 1, text: texts.notLoaded } : null),
    [lastEmpty, texts],
  );
  const table = () => (
    <ChartTable
      heads={[texts.time, ...statusOrder.map((status) => catalogue.explore.status[status])]}
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
        <BarPlot
          groups={groups}
          series={series}
          stacked
          height={height}
          number={format.number}
          compact={moments.compact}
          {...(marked === null ? {} : { marked })}
        />
      </DragRange>
    </ChartPanel>
  );
}
