/** How long deliveries took, channel by channel. */
import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type Aggregate, percentile, sortedNumbers } from '#model/aggregate.ts';
import { useReader } from '#ui/reader.tsx';
import { channelText } from '../filters/filter-text.ts';
import { useMoments } from '../moments.ts';
import { tick, tooltip } from './axis.ts';
import { ChartPanel, ChartTable } from './chart-panel.tsx';
import { filledBins, latencyBorders, latencyCounts } from './latency-bins.ts';
import { channelFill } from './status-fill.ts';

const height = 190;
const ranks = [0.5, 0.95, 0.99] as const;

export function LatencyChart({ aggregate }: { readonly aggregate: Aggregate }) {
  const words = useReader();
  const { messages, format } = words;
  const moments = useMoments();
  const texts = messages.explore.charts;
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
  const data = bins.map((bin) => ({
    bin: binText(bin),
    ...Object.fromEntries(channels.map(({ counts }, place) => [`c${place}`, counts[bin] ?? 0])),
  }));
  const table = () => (
    <ChartTable
      heads={[texts.channel, texts.delivered, ...ranks.map((rank) => texts.p(rank * 100)), ...bins.map(binText)]}
      texts={1}
      rows={channels.map(({ key, counts, sorted }) => ({
        key,
        cells: [
          channelText(key, words),
          format.number(sorted.length),
          ...ranks.map((rank) => format.duration(percentile(sorted, rank) ?? 0)),
          ...bins.map((bin) => format.number(counts[bin] ?? 0)),
        ],
      }))}
    />
  );
  return (
    <ChartPanel
      title={texts.latency}
      hint={texts.latencyHint}
      height={height}
      empty={channels.length === 0}
      table={table}
    >
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={data}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="18%"
          barGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis dataKey="bin" tickLine={false} axisLine={false} minTickGap={12} height={20} tick={tick} />
          <YAxis
            width={36}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            tickCount={4}
            tick={tick}
            tickFormatter={moments.compact}
          />
          <Tooltip {...tooltip} formatter={(value, name) => [format.number(Number(value)), name]} />
          {channels.map(({ key }, place) => (
            <Bar
              key={key}
              dataKey={`c${place}`}
              name={channelText(key, words)}
              fill={channelFill(key)}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}
