/** Where it goes wrong, told apart by operator, sender and the like: the worst six over time, all in the table. */
import { useMemo } from 'react';
import { ChartPanel, ChartTable } from '#features/explore/chart-panel.tsx';
import { dimensionText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { useMoments } from '#features/explore/moments.ts';
import { usePartial } from '#features/explore/partial.ts';
import type { Binning } from '#model/explore/aggregate.ts';
import { attemptName, type Dimension } from '#model/explore/attempt.ts';
import { type Bin, binsOf } from '#model/explore/binning.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { addTrouble, emptyTroubles, type Trouble, type TroubleCounts, troubles } from '#model/explore/trouble.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type Counting, useCounted } from '../data/use-counted.ts';
import { binText } from './bin-text.ts';
import { failedFill, passedFill, TroubleMultiple } from './trouble-multiple.tsx';

export interface TroublePanelProps {
  /** Flows that pass the filters. */
  readonly rows: readonly FlowRow[];
  readonly dimension: Dimension;
  readonly bounds: Bounds;
  readonly binning: Binning;
  /** Shows flows with such an attempt; `range` null keeps the present one. */
  readonly onShow: (filter: Filter, range: Range | null) => void;
}

const mostMultiples = 6;

export function TroublePanel({ rows, dimension, bounds, binning, onShow }: TroublePanelProps) {
  const words = useViewer();
  const { catalogue, format } = words;
  const moments = useMoments();
  const texts = catalogue.trouble;
  const known = usePartial() === null ? 'whole' : 'part';
  const counting = useMemo(
    (): Counting<TroubleCounts, readonly Trouble[]> => ({
      empty: () => emptyTroubles(dimension, binning),
      add: addTrouble,
      answer: troubles,
    }),
    [dimension, binning],
  );
  const found = useCounted(rows, counting);
  const bins = useMemo(() => binsOf(bounds, binning), [bounds, binning]);
  const name = (value: string) => dimensionText(dimension, value, words);
  const show = (value: string, bin: Bin | null) =>
    onShow(
      { field: 'attempt', operator: 'is', values: [attemptName({ failed: true, values: { [dimension]: value } })] },
      bin && { kind: 'between', from: Math.max(bin.from, bounds.from), to: Math.min(bin.to, bounds.to) },
    );
  const worstBin = ({ worst }: Trouble) => bins.find(({ from }) => from === worst?.start) ?? null;
  const button = 'min-h-6 cursor-pointer rounded underline';
  const table = () => (
    <ChartTable
      heads={[catalogue.failing.dimensions[dimension], texts.worst, texts.tried, texts.failed, texts.share, texts.rest]}
      texts={2}
      rows={(found ?? []).map((one) => {
        const bin = worstBin(one);
        return {
          key: one.value,
          cells: [
            <button key="value" type="button" className={button} onClick={() => show(one.value, null)}>
              {name(one.value)}
            </button>,
            bin === null ? (
              catalogue.explore.none
            ) : (
              <button key="worst" type="button" className={button} onClick={() => show(one.value, bin)}>
                {binText(bin, { widthMs: binning.widthMs, moments, format })}
              </button>
            ),
            knownCount(one.tried, known, words),
            knownCount(one.failed, known, words),
            format.percent(one.failed / one.tried),
            one.restShare === null ? catalogue.explore.none : format.percent(one.restShare),
          ],
        };
      })}
    />
  );
  const worst = (found ?? []).slice(0, mostMultiples);
  return (
    <ChartPanel
      title={texts.title(catalogue.failing.dimensions[dimension])}
      hint={texts.hint}
      legend={[
        { name: texts.failed, colour: failedFill },
        { name: texts.passed, colour: passedFill },
      ]}
      empty={found !== null && found.length === 0}
      says={texts.none}
      table={table}
    >
      {found === null ? (
        <p className="py-10 text-center text-[0.8125rem] text-ink3">{catalogue.failing.counting}</p>
      ) : (
        <div className="grid grid-cols-3 gap-x-5 gap-y-3 max-lg:grid-cols-2 max-sm:grid-cols-1">
          {worst.map((one) => (
            <TroubleMultiple
              key={one.value}
              trouble={one}
              name={name(one.value)}
              bins={bins}
              binning={binning}
              bounds={bounds}
              onShow={(bin) => show(one.value, bin)}
            />
          ))}
        </div>
      )}
      {found !== null && found.length > mostMultiples && (
        <p className="mt-2 text-[0.75rem] text-ink3">{texts.more(format.number(found.length - mostMultiples))}</p>
      )}
    </ChartPanel>
  );
}
