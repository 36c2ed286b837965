/** What each channel cost, and how much of it went into attempts that failed. Money is summed exactly, drawn as doubles. */
import type { Big } from 'big.js';
import { useMemo } from 'react';
import { ChartPanel, ChartTable } from '#features/explore/chart-panel.tsx';
import { channelText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { usePartial } from '#features/explore/partial.ts';
import { channelFill, statusFill } from '#features/explore/status-fill.ts';
import type { Aggregate } from '#model/explore/aggregate.ts';
import { decimalsOf } from '#model/readings/price.ts';
import { useViewer } from '#ui/viewer.tsx';

const height = 190;

export function PriceChart({ aggregate }: { readonly aggregate: Aggregate }) {
  const words = useViewer();
  const { catalogue, format } = words;
  const texts = catalogue.explore.charts;
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
  const partial = usePartial() !== null;
  const known = partial ? 'part' : 'whole';
  const knownMoney = (value: Big) => {
    if (!partial) return money(value);
    return value.eq(0) ? catalogue.explore.none : catalogue.explore.atLeast(money(value));
  };
  const most = channels[0]?.all.toNumber() ?? 0;
  const share = (value: Big) => `${most === 0 ? 0 : (100 * value.toNumber()) / most}%`;
  const table = () => (
    <ChartTable
      heads={[texts.channel, texts.attempts, texts.failedAttempts, texts.total, texts.spendFailed]}
      texts={1}
      rows={channels.map(({ key, tries, failedTries, all, failed }) => ({
        key,
        cells: [
          channelText(key, words),
          knownCount(tries, known, words),
          knownCount(failedTries, known, words),
          knownMoney(all),
          knownMoney(failed),
        ],
      }))}
    />
  );
  return (
    <ChartPanel title={texts.price} height={height} empty={channels.length === 0} table={table}>
      <ul className="grid gap-3 pt-2" aria-hidden="true">
        {channels.map(({ key, all, failed }) => (
          <li key={key} className="grid grid-cols-[64px_minmax(0,1fr)_auto] items-center gap-2 text-[12.5px]">
            <span className="truncate text-ink2">{channelText(key, words)}</span>
            <span className="flex h-5">
              <span
                title={`${texts.spendReached}: ${money(all.minus(failed))}`}
                style={{ width: share(all.minus(failed)), background: channelFill(key) }}
              />
              <span
                title={`${texts.spendFailed}: ${money(failed)}`}
                style={{ width: share(failed), background: statusFill.failed }}
              />
            </span>
            <span className="text-right">
              {money(all)}
              {failed.gt(0) && <span className="block text-[12px] text-bad">{texts.ofFailed(money(failed))}</span>}
            </span>
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}
