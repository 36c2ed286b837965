/** What each channel cost, and how much of it went into attempts that failed. Money is summed exactly, drawn as doubles. */
import type { Big } from 'big.js';
import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, Cell, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Aggregate } from '#model/aggregate.ts';
import { decimalsOf } from '#model/price.ts';
import { useReader } from '#ui/reader.tsx';
import { channelText } from '../filters/filter-text.ts';
import { useMoments } from '../moments.ts';
import { tick, tooltip } from './axis.ts';
import { ChartPanel, ChartTable } from './chart-panel.tsx';
import { channelFill, statusFill } from './status-fill.ts';

const height = 190;

export function PriceChart({ aggregate }: { readonly aggregate: Aggregate }) {
  const words = useReader();
  const { messages, format } = words;
  const moments = useMoments();
  const texts = messages.explore.charts;
  const channels = useMemo(
    () =>
      [...aggregate.channels]
        .filter(([, { spend }]) => spend.count > 0)
        .map(([key, { spend, failedSpend, tries, failedTries }]) => ({
          key,
          tries,
          failedTries,
          all: spend.total(),
          failed: failedSpend.total(),
        }))
        .sort((a, b) => b.all.cmp(a.all)),
    [aggregate],
  );
  const money = (value: Big) => format.money(value, Math.max(2, decimalsOf(value)));
  const data = channels.map(({ key, all, failed }) => ({
    name: channelText(key, words),
    reached: all.minus(failed).toNumber(),
    failed: failed.toNumber(),
  }));
  const table = () => (
    <ChartTable
      heads={[texts.channel, texts.attempts, texts.failedAttempts, texts.total, texts.spendFailed]}
      texts={1}
      rows={channels.map(({ key, tries, failedTries, all, failed }) => ({
        key,
        cells: [channelText(key, words), format.number(tries), format.number(failedTries), money(all), money(failed)],
      }))}
    />
  );
  return (
    <ChartPanel title={texts.price} height={height} empty={channels.length === 0} table={table}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          layout="vertical"
          data={data}
          margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
          barCategoryGap="28%"
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--grid)" />
          <XAxis
            type="number"
            tickLine={false}
            axisLine={false}
            height={20}
            tickCount={5}
            tick={tick}
            tickFormatter={moments.compact}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={56}
            tickLine={false}
            axisLine={false}
            tick={{ ...tick, fontSize: 12, fill: 'var(--ink2)' }}
          />
          <Tooltip
            {...tooltip}
            formatter={(_value, name, item) => {
              const channel = channels[data.indexOf(item.payload as (typeof data)[number])]; // the payload is one of the data
              if (channel === undefined) return ['', name];
              return [money(item.dataKey === 'failed' ? channel.failed : channel.all.minus(channel.failed)), name];
            }}
          />
          <Bar dataKey="reached" name={texts.spendReached} stackId="spend" isAnimationActive={false}>
            {channels.map(({ key }) => (
              <Cell key={key} fill={channelFill(key)} />
            ))}
          </Bar>
          <Bar
            dataKey="failed"
            name={texts.spendFailed}
            stackId="spend"
            fill={statusFill.failed}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartPanel>
  );
}
