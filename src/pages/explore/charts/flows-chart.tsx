/** Flows over time by status. Dragging over it sets the range. */
import { useCallback, useMemo } from 'react';
import { ChartPanel, ChartTable, chartHeight } from '#features/explore/chart-panel.tsx';
import { knownCount } from '#features/explore/known-count.ts';
import { useMoments } from '#features/explore/moments.ts';
import { statusFill, statusOrder } from '#features/explore/status-fill.ts';
import type { Aggregate, Binning } from '#model/explore/aggregate.ts';
import { binsOf } from '#model/explore/binning.ts';
import { clockChangePlace } from '#model/explore/clock-change.ts';
import { type Coverage, knownWithin } from '#model/explore/coverage.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import { roundTicks } from '#model/explore/round-ticks.ts';
import { useViewer } from '#ui/viewer.tsx';
import { axisWidth, type ClockChange } from './bar-axis.tsx';
import { type BarGroup, BarPlot } from './bar-plot.tsx';
import { axisText, binText } from './bin-text.ts';
import { DragRange } from './drag-range.tsx';
import { OneBar } from './one-bar.tsx';

interface FlowsChartProps {
  readonly aggregate: Aggregate;
  readonly bounds: Bounds;
  readonly binning: Binning;
  /** What of the range is loaded. */
  readonly coverage: Coverage;
  readonly onRange: (range: Range) => void;
}

const zeros = { succeeded: 0, failed: 0, running: 0, unknown: 0 };

export function FlowsChart({ aggregate, bounds, binning, coverage, onRange }: FlowsChartProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const moments = useMoments();
  const texts = catalogue.explore.charts;
  const bins = useMemo(
    () =>
      binsOf(bounds, binning).map((bin) => ({
        ...bin,
        counts: aggregate.bins.get(bin.from) ?? zeros,
        known: knownWithin(coverage, { from: Math.max(bin.from, bounds.from), to: bin.to }),
      })),
    [aggregate, bounds, binning, coverage],
  );
  const unloaded = bins.filter(({ known }) => known === 'nothing').length;
  const groups = useMemo(
    () =>
      bins.map(
        (bin): BarGroup => ({
          key: String(bin.from),
          label: axisText(bin, bounds, moments),
          title: binText(bin, { widthMs: binning.widthMs, moments, format }),
          values: statusOrder.map((status) => bin.counts[status]),
        }),
      ),
    [bins, bounds, moments, binning, format],
  );
  const named = useMemo(() => {
    const walls = bins.map(({ from }) => from + moments.offsetMs(from));
    return (every: number) => roundTicks(walls, every);
  }, [bins, moments]);
  const series = useMemo(
    () => statusOrder.map((status) => ({ name: catalogue.explore.status[status], fill: statusFill[status] })),
    [catalogue],
  );
  const marked = useMemo(() => (unloaded > 0 ? { count: unloaded, text: texts.notLoaded } : null), [unloaded, texts]);
  const clockChange = useMemo((): ClockChange | null => {
    const place = clockChangePlace(bins, moments.offsetMs);
    const [before, after] = [bins[0]?.from, bins.at(-1)?.to];
    if (place === null || before === undefined || after === undefined) return null;
    return { place, before: format.zoneName(before), after: format.zoneName(after) };
  }, [bins, moments, format]);
  const onGroup = useCallback(
    (place: number) => {
      const bin = bins[place];
      if (bin === undefined) return;
      onRange({ kind: 'between', from: Math.max(bin.from, bounds.from), to: Math.min(bin.to, bounds.to) });
    },
    [bins, bounds, onRange],
  );
  const table = () => (
    <ChartTable
      heads={[texts.time, ...statusOrder.map((status) => catalogue.explore.status[status])]}
      texts={1}
      rows={bins.map((bin) => ({
        key: String(bin.from),
        cells: [
          binText(bin, { widthMs: binning.widthMs, moments, format }),
          ...statusOrder.map((status) => knownCount(bin.counts[status], bin.known, viewer)),
        ],
      }))}
    />
  );
  const title = texts.flowsPer(format.duration(binning.widthMs));
  const [first] = bins;
  const legend = statusOrder
    .filter((status) => aggregate.byStatus[status] > 0)
    .map((status) => ({ name: catalogue.explore.status[status], colour: statusFill[status] }));
  return (
    <ChartPanel
      title={title}
      legend={bins.length === 1 ? [] : legend}
      {...(bins.length === 1 ? {} : { hint: texts.dragHint })}
      height={chartHeight}
      empty={aggregate.bins.size === 0}
      table={table}
    >
      {bins.length === 1 && first !== undefined ? (
        <OneBar
          title={binText(first, { widthMs: binning.widthMs, moments, format })}
          values={statusOrder.map((status) => ({
            name: catalogue.explore.status[status],
            value: knownCount(first.counts[status], first.known, viewer),
            fill: statusFill[status],
          }))}
        />
      ) : (
        <DragRange bins={bins} left={axisWidth} bounds={bounds} onRange={onRange}>
          <BarPlot
            title={title}
            groups={groups}
            series={series}
            stacked
            named={named}
            clockChange={clockChange}
            height={chartHeight}
            number={format.number}
            compact={moments.compact}
            onGroup={onGroup}
            {...(marked === null ? {} : { marked })}
          />
        </DragRange>
      )}
    </ChartPanel>
  );
}
