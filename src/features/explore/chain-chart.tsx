/** The chain as a Sankey: from the first channel through failovers to the end of the flow. A band filters the list. */
import { useMemo } from 'react';
import type { Aggregate, Band } from '#model/explore/aggregate.ts';
import { useViewer } from '#ui/viewer.tsx';
import { chainData } from './chain-data.ts';
import { ChainDrawing, nodeText } from './chain-drawing.tsx';
import { ChartPanel, ChartTable, chartHeight } from './chart-panel.tsx';
import { knownCount } from './known-count.ts';
import { usePartial } from './partial.ts';

interface ChainChartProps {
  readonly aggregate: Aggregate;
  readonly onBand: (band: Band) => void;
}

export function ChainChart({ aggregate, onBand }: ChainChartProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.charts;
  const partial = usePartial() !== null;
  const data = useMemo(() => chainData(aggregate), [aggregate]);
  const name = (index: number) => {
    const node = data.nodes[index];
    return node === undefined
      ? ''
      : node.kind === 'step'
        ? texts.step(words.format.number(node.place), nodeText(node, words))
        : nodeText(node, words);
  };
  const table = () => (
    <ChartTable
      heads={[texts.from, texts.to, texts.count]}
      texts={2}
      rows={data.links.map(({ source, target, value, band }) => ({
        key: `${source} ${target}`,
        cells: [
          name(source),
          <button key="to" type="button" className="cursor-pointer rounded underline" onClick={() => onBand(band)}>
            {name(target)}
          </button>,
          knownCount(value, partial ? 'part' : 'whole', words),
        ],
      }))}
    />
  );
  return (
    <ChartPanel
      title={texts.chain}
      hint={texts.bandHint}
      height={chartHeight}
      empty={data.links.length === 0}
      table={table}
    >
      <ChainDrawing data={data} title={texts.chain} name={name} onBand={onBand} />
    </ChartPanel>
  );
}
