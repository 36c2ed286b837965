/** The chain as a Sankey: from the first channel through failovers to the end of the flow. A band filters the list. */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { Aggregate, Band } from '#model/explore/aggregate.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type ChainData, type ChainNode, chainData } from './chain-data.ts';
import { chainLayout, type PlacedLink, type PlacedNode } from './chain-layout.ts';
import { ChartPanel, ChartTable } from './chart-panel.tsx';
import { channelText, type Words } from './filter-text.ts';
import { knownCount } from './known-count.ts';
import { usePartial } from './partial.ts';
import { channelBand, channelFill, statusBand, statusFill } from './status-fill.ts';
import { useWidth } from './use-width.ts';

interface ChainChartProps {
  readonly aggregate: Aggregate;
  readonly onBand: (band: Band) => void;
}

const height = 140;

function nodeText(node: ChainNode, words: Words): string {
  return node.kind === 'step' ? channelText(node.channel, words) : words.catalogue.explore.status[node.status];
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
    <ChartPanel title={texts.chain} hint={texts.bandHint} height={height} empty={data.links.length === 0} table={table}>
      <ChainDrawing data={data} name={name} onBand={onBand} />
    </ChartPanel>
  );
}

interface ChainDrawingProps {
  readonly data: ChainData;
  readonly name: (index: number) => string;
  readonly onBand: (band: Band) => void;
}

const nodeWidth = 14;

function ChainDrawing({ data, name, onBand }: ChainDrawingProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.charts;
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const layout = useMemo(() => chainLayout(data, { width, height: height - 8, nodeWidth, gap: 10 }), [data, width]);
  return (
    <div ref={element}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its bands are buttons with names of their own */}
      <svg width={width} height={height} viewBox={`0 -4 ${width} ${height}`} className="block overflow-visible">
        {layout.links.map((placed) => {
          const { band, source, target, value } = placed.link;
          const text = texts.band(name(source), name(target), words.format.number(value));
          return <BandPath key={`${source} ${target}`} placed={placed} text={text} onBand={() => onBand(band)} />;
        })}
        {layout.nodes.map((placed) => (
          <NodeBar key={`${placed.x} ${nodeText(placed.node, words)}`} placed={placed} words={words} />
        ))}
      </svg>
    </div>
  );
}

interface BandPathProps {
  readonly placed: PlacedLink;
  readonly text: string;
  readonly onBand: () => void;
}

function BandPath({ placed: { link, fromX, fromY, toX, toY, height: tall }, text, onBand }: BandPathProps) {
  const { band } = link;
  const fill = band.to.kind === 'end' ? statusBand[band.to.status] : channelBand(band.from);
  // A band of one flow among thousands must still be there to point at.
  const shown = Math.max(2.5, tall);
  const middle = (fromX + toX) / 2;
  const path = [
    `M${fromX},${fromY}`,
    `C${middle},${fromY} ${middle},${toY} ${toX},${toY}`,
    `v${shown}`,
    `C${middle},${toY + shown} ${middle},${fromY + shown} ${fromX},${fromY + shown}Z`,
  ];
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onBand();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <path
      d={path.join('')}
      fill={fill}
      role="button"
      tabIndex={0}
      aria-label={text}
      className="cursor-pointer outline-none hover:brightness-95 focus-visible:stroke-accent focus-visible:stroke-2 dark:hover:brightness-125"
      onClick={onBand}
      onKeyDown={press}
    >
      <title>{text}</title>
    </path>
  );
}

/** A name needs so much height; lower nodes are named by their bands' tooltips and the table. */
const leastNamed = 11;

function NodeBar({ placed, words }: { readonly placed: PlacedNode; readonly words: Words }) {
  const { node, flows, x, y, height: tall } = placed;
  const isEnd = node.kind === 'end';
  const fill = node.kind === 'end' ? statusFill[node.status] : channelFill(node.channel);
  return (
    <g className="pointer-events-none">
      <rect x={x} y={y} width={nodeWidth} height={Math.max(3, tall)} fill={fill} rx={2} />
      {tall >= leastNamed && (
        <text
          x={isEnd ? x - 6 : x + nodeWidth + 7}
          y={y + Math.min(tall / 2, 14)}
          dy="0.35em"
          textAnchor={isEnd ? 'end' : 'start'}
          fontSize={12}
          fill="var(--ink2)"
        >
          {nodeText(node, words)} {words.format.number(flows)}
        </text>
      )}
    </g>
  );
}
