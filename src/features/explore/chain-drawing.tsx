/** The drawing of the chain: every node named and counted, every band counted where it has room, else when pointed at or reached. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { shownText } from '#features/look/visible-text.ts';
import type { Band } from '#model/explore/aggregate.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { ChainData, ChainNode } from './chain-data.ts';
import { chainLayout, type PlacedLink, type PlacedNode } from './chain-layout.ts';
import { chartHeight as height } from './chart-panel.tsx';
import { ChartTip } from './chart-tip.tsx';
import { channelText, type Words } from './filter-text.ts';
import { channelBand, channelFill, statusBand, statusFill } from './status-fill.ts';
import { useWidth } from './use-width.ts';

interface ChainDrawingProps {
  readonly data: ChainData;
  readonly title: string;
  readonly name: (index: number) => string;
  readonly onBand: (band: Band) => void;
}

const nodeWidth = 14;
/** A line of text: every node has one to itself. */
const slot = 15;
/** Between two columns, so that the name and number of a node stand beside it. */
const leastStep = 140;
/** A band this long has room for its number between the names at its ends. */
const leastNumbered = 190;

/** What is said over the drawing, and where. */
interface Tip {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly text: string;
}

export function nodeText(node: ChainNode, words: Words): string {
  return node.kind === 'step'
    ? shownText(channelText(node.channel, words), 14)
    : words.catalogue.explore.status[node.status];
}

export function ChainDrawing({ data, title, name, onBand }: ChainDrawingProps) {
  const words = useViewer();
  const { format, catalogue } = words;
  const texts = catalogue.explore.charts;
  const element = useRef<HTMLDivElement>(null);
  const columns = new Set(data.nodes.map((node) => (node.kind === 'step' ? node.place : 0))).size;
  const room = useWidth(element);
  const width = Math.max(room, (columns - 1) * leastStep + nodeWidth);
  const layout = useMemo(
    () => chainLayout(data, { width, height: height - 8, nodeWidth, gap: 6, slot }),
    [data, width],
  );
  const [tip, setTip] = useState<Tip | null>(null);
  const totals = useMemo(() => layout.nodes.map(({ flows }) => flows), [layout]);
  const bandTip = ({ link: { source, target, value } }: PlacedLink) => ({
    title: `${name(source)} → ${name(target)}`,
    text: texts.tipShare(format.number(value), format.percent(value / Math.max(1, totals[source] ?? 0)), name(source)),
  });
  const nodeTip = ({ flows }: PlacedNode) =>
    texts.tipOfAll(format.number(flows), format.percent(flows / flowsThatBegin(layout.nodes)));
  const drawing = (
    <div className="relative" style={{ width }} onPointerLeave={() => setTip(null)}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its bands are buttons with names of their own */}
      <svg width={width} height={height} viewBox={`0 -4 ${width} ${height}`} className="block">
        {layout.links.map((placed) => {
          const { band, source, target, value } = placed.link;
          return (
            <BandPath
              key={`${source} ${target}`}
              placed={placed}
              text={texts.band(name(source), name(target), format.number(value))}
              onBand={() => onBand(band)}
              onTip={(place) => setTip(place && { ...place, ...bandTip(placed) })}
            />
          );
        })}
        {layout.links.map((placed) => (
          <BandNumber key={`${placed.link.source} ${placed.link.target}`} placed={placed} number={format.number} />
        ))}
        {layout.nodes.map((placed, index) => (
          <NodeBar
            key={name(index)}
            placed={placed}
            words={words}
            onTip={(place) => setTip(place && { ...place, title: name(index), text: nodeTip(placed) })}
          />
        ))}
      </svg>
      {tip !== null && (
        <ChartTip x={tip.x} topPx={Math.min(tip.y + 10, height - 56)} width={width} title={tip.title}>
          <p className="text-ink2">{tip.text}</p>
        </ChartTip>
      )}
    </div>
  );
  return (
    <div ref={element}>
      {width > room ? (
        <ScrollRegion label={title} className="overflow-y-hidden">
          {drawing}
        </ScrollRegion>
      ) : (
        drawing
      )}
    </div>
  );
}

/** All flows: each begins at one of the nodes of the first column. */
function flowsThatBegin(nodes: readonly PlacedNode[]): number {
  return Math.max(
    1,
    nodes.reduce((sum, { node, flows }) => sum + (node.kind === 'step' && node.place === 1 ? flows : 0), 0),
  );
}

type OnTip = (place: { readonly x: number; readonly y: number } | null) => void;

/** Where the pointer is in the drawing. */
function pointerPlace(event: PointerEvent<SVGElement>) {
  const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
  return box === undefined ? null : { x: event.clientX - box.left, y: event.clientY - box.top };
}

interface BandPathProps {
  readonly placed: PlacedLink;
  readonly text: string;
  readonly onBand: () => void;
  readonly onTip: OnTip;
}

function BandPath({ placed, text, onBand, onTip }: BandPathProps) {
  const { link, fromX, fromY, toX, toY, height: tall } = placed;
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
      onPointerMove={(event) => onTip(pointerPlace(event))}
      onFocus={() => onTip({ x: middle, y: (fromY + toY + shown) / 2 })}
      onBlur={() => onTip(null)}
    />
  );
}

/** The number of a band that has room for it. */
function BandNumber({ placed, number }: { readonly placed: PlacedLink; readonly number: (value: number) => string }) {
  const { link, fromX, fromY, toX, toY, height: tall } = placed;
  if (tall < slot || toX - fromX < leastNumbered) return null;
  return (
    <Label x={(fromX + toX) / 2} y={(fromY + toY + tall) / 2} anchor="middle">
      {number(link.value)}
    </Label>
  );
}

interface NodeBarProps {
  readonly placed: PlacedNode;
  readonly words: Words;
  readonly onTip: OnTip;
}

function NodeBar({ placed, words, onTip }: NodeBarProps) {
  const { node, flows, x, y, height: tall } = placed;
  const isEnd = node.kind === 'end';
  const fill = node.kind === 'end' ? statusFill[node.status] : channelFill(node.channel);
  return (
    <g>
      <rect
        x={x}
        y={tall < 3 ? y - (3 - tall) / 2 : y}
        width={nodeWidth}
        height={Math.max(3, tall)}
        fill={fill}
        rx={2}
        onPointerMove={(event) => onTip(pointerPlace(event))}
      />
      <Label x={isEnd ? x - 6 : x + nodeWidth + 6} y={y + Math.min(tall / 2, 14)} anchor={isEnd ? 'end' : 'start'}>
        {nodeText(node, words)} <tspan fontWeight={600}>{words.format.number(flows)}</tspan>
      </Label>
    </g>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly children: ReactNode;
}

/** Text over bands, with an edge of the panel's colour so that it is read on any of them. */
function Label({ x, y, anchor, children }: LabelProps) {
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      textAnchor={anchor}
      fontSize={12}
      fill="var(--ink)"
      stroke="var(--panel)"
      strokeWidth={3}
      strokeOpacity={0.75}
      strokeLinejoin="round"
      paintOrder="stroke"
      className="pointer-events-none"
    >
      {children}
    </text>
  );
}
