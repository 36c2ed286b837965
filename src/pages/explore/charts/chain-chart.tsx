/** The chain as a Sankey: from the first channel through failovers to the end of the flow. A band filters the list. */
import { type KeyboardEvent, useMemo } from 'react';
import { ResponsiveContainer, Sankey } from 'recharts';
import type { LinkProps, NodeProps } from 'recharts/types/chart/Sankey';
import type { Aggregate, Band } from '#model/aggregate.ts';
import { useReader } from '#ui/reader.tsx';
import { channelText, type Words } from '../filters/filter-text.ts';
import { type ChainNode, chainData } from './chain-data.ts';
import { ChartPanel, ChartTable } from './chart-panel.tsx';
import { channelBand, channelFill, statusBand, statusFill } from './status-fill.ts';

interface ChainChartProps {
  readonly aggregate: Aggregate;
  readonly onBand: (band: Band) => void;
}

const height = 140;

function nodeText(node: ChainNode, words: Words): string {
  return node.kind === 'step' ? channelText(node.channel, words) : words.messages.explore.status[node.status];
}

export function ChainChart({ aggregate, onBand }: ChainChartProps) {
  const words = useReader();
  const texts = words.messages.explore.charts;
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
          words.format.number(value),
        ],
      }))}
    />
  );
  return (
    <ChartPanel title={texts.chain} hint={texts.bandHint} height={height} empty={data.links.length === 0} table={table}>
      <ResponsiveContainer width="100%" height={height}>
        <Sankey
          data={{
            nodes: data.nodes.map((node) => ({ ...node, name: '' })),
            links: data.links.map((link) => ({ ...link })),
          }}
          nodeWidth={14}
          nodePadding={10}
          iterations={0}
          sort={false}
          margin={{ top: 4, right: 4, bottom: 4, left: 0 }}
          link={(props: LinkProps) => {
            const link = data.links[props.index];
            return link === undefined ? (
              <path />
            ) : (
              <BandPath
                {...props}
                band={link.band}
                text={texts.band(name(link.source), name(link.target), words.format.number(link.value))}
                onBand={onBand}
              />
            );
          }}
          node={(props: NodeProps) => {
            const node = data.nodes[props.index];
            return node === undefined ? null : <NodeBar {...props} node={node} />;
          }}
        />
      </ResponsiveContainer>
    </ChartPanel>
  );
}

interface BandPathProps extends LinkProps {
  readonly band: Band;
  readonly text: string;
  readonly onBand: (band: Band) => void;
}

function BandPath({
  band,
  text,
  onBand,
  sourceX,
  sourceY,
  sourceControlX,
  targetX,
  targetY,
  targetControlX,
  linkWidth,
}: BandPathProps) {
  const fill = band.to.kind === 'end' ? statusBand[band.to.status] : channelBand(band.from);
  // A band of one flow among thousands must still be there to point at.
  const half = Math.max(1.5, linkWidth / 2);
  const edge = (side: number) => [
    `${sourceX},${sourceY + side}`,
    `${sourceControlX},${sourceY + side}`,
    `${targetControlX},${targetY + side}`,
    `${targetX},${targetY + side}`,
  ];
  const [a, b, c, d] = edge(-half);
  const [h, g, f, e] = edge(half);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onBand(band);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <path
      d={`M${a}C${b} ${c} ${d}L${e}C${f} ${g} ${h}Z`}
      fill={fill}
      role="button"
      tabIndex={0}
      aria-label={text}
      className="cursor-pointer hover:brightness-95 focus-visible:outline-none focus-visible:stroke-accent focus-visible:stroke-2 dark:hover:brightness-125"
      onClick={() => onBand(band)}
      onKeyDown={press}
    >
      <title>{text}</title>
    </path>
  );
}

function NodeBar({ x, y, width, height: tall, payload, node }: NodeProps & { readonly node: ChainNode }) {
  const words = useReader();
  const isEnd = node.kind === 'end';
  const fill = node.kind === 'end' ? statusFill[node.status] : channelFill(node.channel);
  const shown = Math.max(3, tall);
  return (
    <g className="pointer-events-none">
      <rect x={x} y={y} width={width} height={shown} fill={fill} rx={2} />
      {tall >= 12 && (
        <text
          x={isEnd ? x - 6 : x + width + 7}
          y={y + Math.min(tall / 2, 16)}
          dy="0.32em"
          textAnchor={isEnd ? 'end' : 'start'}
          fontSize={12}
          fill="var(--ink2)"
        >
          {nodeText(node, words)} {words.format.number(payload.value)}
        </text>
      )}
    </g>
  );
}
