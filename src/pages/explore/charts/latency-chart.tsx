/** How long deliveries took, channel by channel. */
import { useMemo } from 'react';
import { ChartPanel, ChartTable } from '#features/explore/chart-panel.tsx';
import { channelText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { useMoments } from '#features/explore/moments.ts';
import { usePartial } from '#features/explore/partial.ts';
import { channelFill } from '#features/explore/status-fill.ts';
import { type Aggregate, percentile, sortedNumbers } from '#model/explore/aggregate.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type BarGroup, BarPlot } from './bar-plot.tsx';
import { filledBins, latencyBorders, latencyCounts } from './latency-bins.ts';
import { OneBar } from './one-bar.tsx';

const height = 190;
const ranks = [0.5, 0.95, 0.99] as const;

export function LatencyChart({ aggregate }: { readonly aggregate: Aggregate }) {
  const words = useViewer();
  const { catalogue, format } = words;
  const moments = useMoments();
  const known = usePartial() === null ? 'whole' : 'part';
  const texts = catalogue.explore.charts;
  const channels = useMemo(
    () =>
      [...aggregate.channels]
        .filter(([, { deliveryMs }]) => deliveryMs.length > 0)
        .map(([key, { deliveryMs }]) => ({ key, counts: latencyCounts(deliveryMs), sorted: sortedNumbers(deliveryMs) }))
        .sort((a, b) => b.sorted.length - a.sorted.length),
    [aggregate],
  );
  const bins = filledBins(channels.map(({ counts }) => counts));
  const binText = (bin: number) => {
    const border = latencyBorders[bin];
    return border === undefined
      ? texts.moreThan(format.duration(latencyBorders.at(-1) ?? 0))
      : texts.upTo(format.duration(border));
  };
  const oneBar = channels.map(({ key, sorted }) => ({
    name: channelText(key, words),
    value: knownCount(sorted.length, known, words),
    fill: channelFill(key),
  }));
  const table = () => (
    <ChartTable
      heads={[texts.channel, texts.delivered, ...ranks.map((rank) => texts.p(rank * 100)), ...bins.map(binText)]}
      texts={1}
      rows={channels.map(({ key, counts, sorted }) => ({
        key,
        cells: [
          channelText(key, words),
          knownCount(sorted.length, known, words),
          ...ranks.map((rank) => format.duration(percentile(sorted, rank) ?? 0)),
          ...bins.map((bin) => knownCount(counts[bin] ?? 0, known, words)),
        ],
      }))}
    />
  );
  return (
    <ChartPanel
      title={texts.latency}
      hint={texts.latencyHint}
      legend={channels.map(({ key }) => ({ name: channelText(key, words), colour: channelFill(key) }))}
      height={height}
      empty={channels.length === 0}
      table={table}
    >
      {bins.length === 1 ? (
        <OneBar title={binText(bins[0] ?? 0)} values={oneBar} />
      ) : (
        <BarPlot
          title={texts.latency}
          groups={bins.map(
            (bin): BarGroup => ({
              key: String(bin),
              label: binText(bin),
              title: binText(bin),
              values: channels.map(({ counts }) => counts[bin] ?? 0),
            }),
          )}
          series={channels.map(({ key }) => ({ name: channelText(key, words), fill: channelFill(key) }))}
          stacked={false}
          height={height}
          number={format.number}
          compact={moments.compact}
        />
      )}
    </ChartPanel>
  );
}
