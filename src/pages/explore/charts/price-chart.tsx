/** What each channel cost, and how much of it went into attempts that failed. Money is summed exactly, drawn as doubles. */
import type { Big } from 'big.js';
import { useMemo, useState } from 'react';
import { ChartPanel, ChartTable } from '#features/explore/chart-panel.tsx';
import { ChartTip, TipLine } from '#features/explore/chart-tip.tsx';
import { channelText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { usePartial } from '#features/explore/partial.ts';
import { channelFill } from '#features/explore/status-fill.ts';
import type { Aggregate } from '#model/explore/aggregate.ts';
import { decimalsOf } from '#model/readings/price.ts';
import { useViewer } from '#ui/viewer.tsx';

const height = 190;
/** Hatched: red and the hue of a channel are not told apart by everybody. */
const failedFill =
  'repeating-linear-gradient(45deg, var(--bad) 0 4px, color-mix(in srgb, var(--bad) 55%, var(--panel)) 4px 7px)';

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
    <ChartPanel
      title={texts.price}
      legend={channels.some(({ failed }) => failed.gt(0)) ? [{ name: texts.spendFailed, colour: failedFill }] : []}
      height={height}
      empty={channels.length === 0}
      table={table}
    >
      <ul className="grid gap-3 pt-2">
        {channels.map(({ key, all, failed }) => (
          <PriceBar
            key={key}
            channel={key}
            all={money(all)}
            reached={money(all.minus(failed))}
            failed={failed.gt(0) ? money(failed) : null}
            widths={[share(all.minus(failed)), share(failed)]}
          />
        ))}
      </ul>
    </ChartPanel>
  );
}

interface PriceBarProps {
  readonly channel: string;
  readonly all: string;
  readonly reached: string;
  /** Null: nothing was spent on attempts that failed. */
  readonly failed: string | null;
  /** Of what reached somebody and of what failed, for CSS. */
  readonly widths: readonly [string, string];
}

function PriceBar({ channel, all, reached, failed, widths }: PriceBarProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.charts;
  const name = channelText(channel, words);
  const [shown, setShown] = useState(false);
  return (
    <li className="relative">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form */}
      <div
        role="group"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what its parts are is told to the keyboard as to the pointer
        tabIndex={0}
        className="grid grid-cols-[64px_minmax(0,1fr)_auto] items-center gap-2 rounded text-[0.78rem]"
        onPointerEnter={() => setShown(true)}
        onPointerLeave={() => setShown(false)}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
      >
        <span className="truncate text-ink2">{name}</span>
        <span className="flex h-5" aria-hidden="true">
          <span style={{ width: widths[0], background: channelFill(channel) }} />
          <span style={{ width: widths[1], background: failedFill }} />
        </span>
        <span className="text-right">
          {all}
          {failed !== null && <span className="block text-[0.75rem] text-bad">{texts.ofFailed(failed)}</span>}
        </span>
      </div>
      {shown && (
        <ChartTip x={64} topPx={26} width={1000} title={name}>
          <TipLine name={texts.spendReached} value={reached} fill={channelFill(channel)} />
          {failed !== null && <TipLine name={texts.spendFailed} value={failed} fill={failedFill} />}
        </ChartTip>
      )}
    </li>
  );
}
