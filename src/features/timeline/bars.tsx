/** The bars of one step: a bar for each message, its ringing and talking apart, and the length beside or inside. */
import type { Interval, TimelineRow } from '#model/readings/timeline.ts';
import { type ChannelColours, channelColours, statusLook } from '../look/looks.ts';
import { type Bar, barsOf, type RowBox } from './layout.ts';
import { type Extent, placeBeside } from './place-label.ts';
import { extentOf, inPlot, type Plot, visible } from './plot.ts';
import { textWidth } from './text-width.ts';

interface BarsProps {
  readonly row: TimelineRow;
  readonly box: RowBox;
  readonly plot: Plot;
  readonly clip: string;
}

export function Bars({ row, box, plot, clip }: BarsProps) {
  const colours = channelColours(row.channel);
  const bars = barsOf(row);
  const mixed = row.outcome.kind === 'partlyDelivered';
  return (
    <g clipPath={`url(#${clip})`}>
      {bars.map((bar) => (
        <BarShape key={bar.lanes[0].messageIndex} bar={bar} top={box.barTop + bar.top} plot={plot} colours={colours} />
      ))}
      {mixed && bars.map((bar) => <FailedMark key={bar.lanes[0].messageIndex} bar={bar} box={box} plot={plot} />)}
    </g>
  );
}

interface BarShapeProps {
  readonly bar: Bar;
  readonly top: number;
  readonly plot: Plot;
  readonly colours: ChannelColours;
}

function BarShape({ bar, top, plot, colours }: BarShapeProps) {
  if (bar.intervals.length === 0) {
    if (bar.at === null) return null;
    const x = plot.x(bar.at);
    const middle = top + bar.height / 2;
    const size = Math.min(5, bar.height / 2 + 1);
    return (
      <path
        d={`M${x - size} ${middle}l${size} ${-size} ${size} ${size} ${-size} ${size}z`}
        fill={colours.soft}
        stroke={colours.solid}
      />
    );
  }
  return bar.intervals.map((interval) => (
    <IntervalShape
      key={interval.kind}
      interval={interval}
      extent={extentOf(plot, interval.from, interval.to)}
      top={top}
      height={bar.height}
      colours={colours}
    />
  ));
}

const leastOutlined = 5;

interface IntervalShapeProps {
  readonly interval: Interval;
  readonly extent: Extent;
  readonly top: number;
  readonly height: number;
  readonly colours: ChannelColours;
}

function IntervalShape({ interval, extent, top, height, colours }: IntervalShapeProps) {
  const width = extent.to - extent.from;
  const shape = { x: extent.from, y: top, width, height, rx: Math.min(height > 12 ? 6 : 2, width / 3) };
  // Where many bars share little room, outlines would be all one sees.
  if (height < leastOutlined) return <rect {...shape} fill={colours.solid} fillOpacity={0.55} />;
  switch (interval.kind) {
    case 'waiting':
      return <rect {...shape} fill={colours.soft} stroke={colours.solid} />;
    case 'ringing':
      return <rect {...shape} fill={colours.soft} stroke={colours.solid} strokeDasharray="3 2" />;
    case 'talking':
      return <rect {...shape} fill={colours.solid} />;
    case 'open':
      return (
        <g>
          <rect {...shape} fill={colours.soft} stroke={colours.solid} strokeDasharray="5 3" />
          <rect
            x={extent.to - 3}
            y={top}
            width={3}
            height={height}
            fill="var(--run)"
            className="motion-safe:animate-pulse"
          />
        </g>
      );
  }
}

/** In a step of mixed results, a cross after each bar that holds a message that did not arrive. */
function FailedMark({ bar, box, plot }: { bar: Bar; box: RowBox; plot: Plot }) {
  if (!bar.lanes.some((lane) => statusLook(lane.status).tone === 'bad')) return null;
  const end = bar.intervals.at(-1);
  const at = end?.to ?? bar.at;
  if (at === null || at === undefined) return null;
  const x = plot.x(at) + 6;
  const y = box.barTop + bar.top + bar.height / 2;
  const size = Math.min(3, bar.height / 2);
  return (
    <path
      d={`M${x - size} ${y - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`}
      stroke="var(--bad)"
      strokeWidth={1.5}
    />
  );
}

interface LengthLabelProps extends Omit<BarsProps, 'clip'> {
  readonly text: string;
}

const font = 12;

/** How long the step took: inside its bar where there is room, else beside it. */
export function LengthLabel({ row, box, plot, text }: LengthLabelProps) {
  const bars = barsOf(row);
  const seen = row.span === null ? null : visible(plot, extentOf(plot, row.span.from, row.span.to));
  if (seen === null) return null;
  const { ink } = channelColours(row.channel);
  const y = box.barTop + box.barsHeight / 2 + 4.5;
  const width = textWidth(text, font, true);
  const plain = bars.length === 1 && bars[0]?.intervals.every(({ kind }) => kind === 'waiting' || kind === 'open');
  const look = { y, fontSize: font, fontWeight: 600, fill: ink };
  if (plain === true && seen.to - seen.from > width + 22) {
    return (
      <text x={seen.from + 11} {...look}>
        {text}
      </text>
    );
  }
  const marks = row.outcome.kind === 'partlyDelivered' ? 10 : 0;
  const placed = placeBeside({
    beside: { from: seen.from, to: clearOfTtl(row, plot, seen.to + marks, width) },
    room: { from: plot.left, to: plot.right },
    prefer: 'right',
    texts: [text],
    widthOf: () => width,
  });
  if (placed === null) return null;
  return (
    <text x={placed.x} textAnchor={placed.anchor} {...look}>
      {placed.text}
    </text>
  );
}

/** The mark of a TTL that ends just after the bar belongs to what the label must not cover. */
function clearOfTtl(row: TimelineRow, plot: Plot, end: number, width: number): number {
  if (row.ttl === null) return end;
  const mark = plot.x(row.ttl.deadline);
  return inPlot(plot, mark) && mark >= end && mark <= end + width + 16 ? mark : end;
}
