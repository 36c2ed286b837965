/** All values by all bars of time: the larger the share that failed, the darker. One stop for the keyboard, arrow keys inside. */
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { ChartTip } from '#features/explore/chart-tip.tsx';
import { useMoments } from '#features/explore/moments.ts';
import { useWidth } from '#features/explore/use-width.ts';
import type { Binning } from '#model/explore/aggregate.ts';
import type { Bin } from '#model/explore/binning.ts';
import type { Bounds } from '#model/explore/range.ts';
import { roundTicks } from '#model/explore/round-ticks.ts';
import type { Trouble, TroubleBar } from '#model/explore/trouble.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { axisText, binText } from './bin-text.ts';

interface TroubleHeatProps {
  readonly title: string;
  readonly troubles: readonly Trouble[];
  readonly name: (value: string) => string;
  readonly bins: readonly Bin[];
  readonly binning: Binning;
  readonly bounds: Bounds;
  readonly onShow: (value: string, bin: Bin) => void;
}

const namePx = 132;
const leastCellPx = 14;
const rowPx = 22;
/** A share of fewer is paler: one of one says little. */
const fullFrom = 8;

/** In per cent of the darkest. */
export function heat({ tried, failed }: Pick<TroubleBar, 'tried' | 'failed'>): number {
  return Math.round((100 * failed * Math.min(1, tried / fullFrom)) / Math.max(1, tried));
}

const shade = (percent: number) =>
  percent === 0 ? 'var(--line2)' : `color-mix(in srgb, var(--bad) ${10 + 0.9 * percent}%, var(--panel))`;

interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, (at: Place) => Place>> = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }) => ({ row, column: Number.MAX_SAFE_INTEGER }),
};

export function TroubleHeat(props: TroubleHeatProps) {
  const { title, troubles, bins, onShow } = props;
  const element = useRef<HTMLDivElement>(null);
  const room = useWidth(element);
  const width = Math.max(room, namePx + bins.length * leastCellPx);
  const cellPx = (width - namePx) / Math.max(1, bins.length);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [shown, setShown] = useState<(Place & { readonly says: Said }) | null>(null);
  const texts = useViewer().catalogue.trouble;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = steps[event.key]?.(active);
    if (next === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(troubles.length - 1, next.row));
    const column = Math.max(0, Math.min(bins.length - 1, next.column));
    setActive({ row, column });
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };
  const grid = (
    // biome-ignore lint/a11y/useSemanticElements: cells are placed by hand, which a table's cannot be
    <div role="grid" aria-label={title} className="relative" style={{ width }} onKeyDown={onKeyDown}>
      {troubles.map((trouble, row) => (
        <HeatRow
          key={trouble.value}
          {...props}
          trouble={trouble}
          row={row}
          cellPx={cellPx}
          active={active.row === row ? active.column : null}
          onActive={setActive}
          onShown={setShown}
          onShow={onShow}
        />
      ))}
      <Times {...props} cellPx={cellPx} />
      {shown !== null && (
        <ChartTip
          x={namePx + (shown.column + 0.5) * cellPx}
          topPx={(shown.row + 1) * rowPx + 4}
          width={width}
          title={shown.says.name}
        >
          <p className="text-ink2">{shown.says.counts}</p>
        </ChartTip>
      )}
    </div>
  );
  return (
    <div ref={element}>
      {width > room ? (
        <ScrollRegion label={title} className="overflow-y-hidden pb-1">
          {grid}
        </ScrollRegion>
      ) : (
        grid
      )}
      <p className="mt-1 flex items-center gap-2 text-[0.75rem] text-ink3">
        <span className="flex" aria-hidden="true">
          {[0, 25, 50, 75, 100].map((percent) => (
            <i key={percent} className="block h-2.5 w-4" style={{ background: shade(percent) }} />
          ))}
        </span>
        {texts.heatLegend}
      </p>
    </div>
  );
}

interface Said {
  readonly name: string;
  readonly counts: string;
}

interface HeatRowProps extends TroubleHeatProps {
  readonly trouble: Trouble;
  readonly row: number;
  readonly cellPx: number;
  /** The column that Tab reaches, if it is in this row. */
  readonly active: number | null;
  readonly onActive: (place: Place) => void;
  readonly onShown: (shown: (Place & { readonly says: Said }) | null) => void;
}

/** Kept as it is while the pointer goes over the cells: a day has more than a thousand. */
const HeatRow = memo(function HeatRow(props: HeatRowProps) {
  const { trouble, row, cellPx, active, name, bins, binning, onActive, onShown, onShow } = props;
  const { catalogue, format } = useViewer();
  const moments = useMoments();
  const texts = catalogue.trouble;
  const bars = new Map(trouble.bars.map((bar) => [bar.start, bar]));
  const says = (bin: Bin, bar: TroubleBar | undefined): Said => ({
    name: `${name(trouble.value)}, ${binText(bin, { widthMs: binning.widthMs, moments, format })}`,
    counts:
      bar === undefined
        ? texts.noFlows
        : texts.of(format.number(bar.failed), format.number(bar.tried), format.percent(bar.failed / bar.tried)),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its cells take the focus
    <div role="row" className="flex" style={{ height: rowPx }}>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above */}
      <span
        role="rowheader"
        className="sticky left-0 z-[1] shrink-0 truncate bg-panel pr-2 text-[0.75rem] leading-[22px] text-ink2"
        style={{ width: namePx }}
      >
        {name(trouble.value)}
      </span>
      {bins.map((bin, column) => {
        const bar = bars.get(bin.from);
        const said = says(bin, bar);
        const canShow = bar !== undefined && bar.failed > 0;
        const show = () => canShow && onShow(trouble.value, bin);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <span
            key={bin.from}
            role="gridcell"
            data-cell={`${row} ${column}`}
            aria-label={`${said.name}: ${said.counts}`}
            tabIndex={active === column ? 0 : -1}
            className={`m-px shrink-0 rounded-[2px] outline-offset-1 focus-visible:z-[2] focus-visible:outline-2 focus-visible:outline-accent ${canShow ? 'cursor-pointer' : ''}`}
            style={{ width: cellPx - 2, background: bar === undefined ? 'transparent' : shade(heat(bar)) }}
            onClick={show}
            onKeyDown={({ key }) => key === 'Enter' && show()}
            onFocus={() => {
              onActive({ row, column });
              onShown({ row, column, says: said });
            }}
            onBlur={() => onShown(null)}
            onPointerEnter={() => onShown({ row, column, says: said })}
            onPointerLeave={() => onShown(null)}
          />
        );
      })}
    </div>
  );
});

/** Round local times under the columns. */
function Times({ bins, bounds, cellPx }: TroubleHeatProps & { readonly cellPx: number }) {
  const moments = useMoments();
  const walls = bins.map(({ from }) => from + moments.offsetMs(from));
  const longest = Math.max(0, ...bins.map((bin) => axisText(bin, bounds, moments).length));
  const places = roundTicks(walls, Math.ceil((14 + 6.2 * longest) / Math.max(1, cellPx)));
  return (
    <div aria-hidden="true" className="relative h-5 text-[11px] text-ink3">
      {places.map((place) => {
        const bin = bins[place];
        return (
          bin !== undefined && (
            <span
              key={bin.from}
              className="absolute top-0.5 whitespace-nowrap"
              style={{ left: namePx + place * cellPx }}
            >
              {axisText(bin, bounds, moments)}
            </span>
          )
        );
      })}
    </div>
  );
}
