/** One of the small charts that stand beside each other: a value's flows over time, its failures, and its worst bar in words. */
import { useCallback, useMemo } from 'react';
import { useMoments } from '#features/explore/moments.ts';
import type { Binning } from '#model/explore/aggregate.ts';
import type { Bin } from '#model/explore/binning.ts';
import type { Bounds } from '#model/explore/range.ts';
import { roundTicks } from '#model/explore/round-ticks.ts';
import type { Trouble } from '#model/explore/trouble.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type BarGroup, BarPlot } from './bar-plot.tsx';
import { axisText, binText } from './bin-text.ts';

interface TroubleMultipleProps {
  readonly trouble: Trouble;
  readonly name: string;
  readonly bins: readonly Bin[];
  readonly binning: Binning;
  readonly bounds: Bounds;
  /** Shows the flows with a failed attempt of this value: those of a bar, or of the whole range. */
  readonly onShow: (bin: Bin | null) => void;
}

const height = 92;
export const failedFill = 'var(--bad)';
export const passedFill = 'color-mix(in srgb, var(--ink3) 38%, var(--panel))';

export function TroubleMultiple({ trouble, name, bins, binning, bounds, onShow }: TroubleMultipleProps) {
  const { catalogue, format } = useViewer();
  const moments = useMoments();
  const texts = catalogue.trouble;
  const { tried, failed, worst, bars } = trouble;
  const groups = useMemo(() => {
    const counts = new Map(bars.map((bar) => [bar.start, bar]));
    return bins.map((bin): BarGroup => {
      const bar = counts.get(bin.from) ?? { tried: 0, failed: 0 };
      return {
        key: String(bin.from),
        label: axisText(bin, bounds, moments),
        title: binText(bin, { widthMs: binning.widthMs, moments, format }),
        values: [bar.failed, bar.tried - bar.failed],
      };
    });
  }, [bars, bins, bounds, binning, moments, format]);
  const named = useMemo(() => {
    const walls = bins.map(({ from }) => from + moments.offsetMs(from));
    return (every: number) => roundTicks(walls, every);
  }, [bins, moments]);
  const series = useMemo(
    () => [
      { name: texts.failed, fill: failedFill },
      { name: texts.passed, fill: passedFill },
    ],
    [texts],
  );
  const onGroup = useCallback((place: number) => onShow(bins[place] ?? null), [bins, onShow]);
  const bin = bins.find(({ from }) => from === worst?.start);
  const share = (part: { readonly tried: number; readonly failed: number }) =>
    texts.of(format.number(part.failed), format.number(part.tried), format.percent(part.failed / part.tried));
  const button = 'min-h-6 max-w-full cursor-pointer truncate rounded text-left hover:underline';
  return (
    <section aria-label={name} className="min-w-0">
      <div className="flex items-baseline justify-between gap-2 text-[0.8125rem]">
        <button
          type="button"
          className={`${button} font-medium`}
          title={texts.showAll(name)}
          onClick={() => onShow(null)}
        >
          {name}
        </button>
        <span className="shrink-0 text-[0.75rem] text-ink3">{share({ tried, failed })}</span>
      </div>
      <BarPlot
        title={name}
        groups={groups}
        series={series}
        stacked
        clickable
        named={named}
        height={height}
        number={format.number}
        compact={moments.compact}
        onGroup={onGroup}
      />
      {bin !== undefined && worst !== null ? (
        <button
          type="button"
          className={`${button} text-[0.75rem] ${worst.bad ? 'font-medium text-bad' : 'text-ink2'}`}
          onClick={() => onShow(bin)}
        >
          {worst.bad ? texts.badBar : texts.worst}: {binText(bin, { widthMs: binning.widthMs, moments, format })},{' '}
          {share(worst)}
        </button>
      ) : (
        <p className="min-h-6 text-[0.75rem] text-ink3">{texts.noWorst}</p>
      )}
    </section>
  );
}
