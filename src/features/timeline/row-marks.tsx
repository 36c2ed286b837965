/** What stands around a step's bars: its TTL, the hand-over to the next step, the flow's end. */
import type { Flow } from '#model/flow/flow.ts';
import type { Timeline, TimelineRow } from '#model/readings/timeline.ts';
import { channelColours } from '../look/looks.ts';
import type { HandoverTexts } from '../look/row-texts.ts';
import { arrowOf } from './arrow.ts';
import type { RowBox } from './layout.ts';
import { placeBeside } from './place-label.ts';
import { type Drawing, inPlot, type Plot } from './plot.ts';
import { cutToWidth, textWidth } from './text-width.ts';

const handoverDrop = 22;

/** Shapes are drawn first, then the breaks of folded gaps, then texts, so that nothing crosses a text out. */
export type Layer = 'shapes' | 'texts';

interface TtlMarkProps {
  readonly row: TimelineRow;
  readonly box: RowBox;
  readonly plot: Plot;
  /** Texts from the fullest to the shortest. */
  readonly texts: readonly string[];
  readonly layer: Layer;
}

/** A dashed line at the deadline, or its label above the bar. */
export function TtlMark({ row, box, plot, texts, layer }: TtlMarkProps) {
  if (row.ttl === null) return null;
  const x = plot.x(row.ttl.deadline);
  if (!inPlot(plot, x)) return null;
  const { solid, ink } = channelColours(row.channel);
  if (layer === 'shapes') {
    const ends = { top: box.barTop - 6, bottom: box.barTop + box.barsHeight + 6 };
    return <path d={`M${x} ${ends.top}V${ends.bottom}`} stroke={solid} strokeWidth={1.5} strokeDasharray="3 3" />;
  }
  // The arrow from the step before comes down to the beginning of the bar.
  const begin = row.span === null ? plot.left : plot.x(row.span.from);
  const placed = placeBeside({
    beside: { from: x + 4, to: x - 4 },
    room: { from: begin < x - 8 ? Math.max(plot.left, begin + 4) : plot.left, to: plot.right },
    prefer: 'left',
    texts,
    widthOf: (text) => textWidth(text, 11),
  });
  if (placed === null) return null;
  return (
    <text x={placed.x} y={box.barTop - 5} textAnchor={placed.anchor} fontSize={11} fill={ink}>
      {placed.text}
    </text>
  );
}

interface HandoverMarkProps {
  readonly row: TimelineRow;
  readonly drawing: Drawing;
  readonly texts: HandoverTexts;
  readonly layer: Layer;
}

/** From the end of this step to the beginning of the next one sent. */
export function HandoverMark({ row, drawing, texts, layer }: HandoverMarkProps) {
  const { plot, rows, boxes } = drawing;
  const box = boxes[row.stepIndex];
  const handover = row.handover;
  if (box === undefined || handover === null) return null;
  const colour = texts.listed ? 'var(--bad)' : 'var(--warn)';
  const bottom = box.barTop + box.barsHeight;
  const middle = bottom + handoverDrop;
  const fromAt = handover.at ?? row.span?.to ?? null;
  const toAt = handover.nextAt ?? rows[handover.toStep]?.span?.from ?? null;
  if (fromAt === null || toAt === null) {
    const text = layer === 'texts' ? cutToWidth(texts.full, 12, plot.width - 8) : '';
    return (
      <text x={plot.left + 4} y={middle + 4} fontSize={12} fill={colour}>
        {text}
      </text>
    );
  }
  const from = plot.x(fromAt);
  const to = plot.x(toAt);
  const next = boxes[handover.toStep]?.barTop ?? middle + 20;
  const arrow = arrowOf({ from: { x: from, y: bottom }, to: { x: to, y: next }, middle });
  if (layer === 'shapes') {
    return (
      <g clipPath={`url(#${drawing.clip})`}>
        <path d={arrow.line} fill="none" stroke={colour} strokeWidth={1.6} />
        <path d={arrow.head} fill={colour} />
      </g>
    );
  }
  if (!inPlot(plot, from) && !inPlot(plot, to)) return null;
  const placed = placeBeside({
    beside: { from: Math.max(plot.left, Math.min(from, to)), to: Math.min(plot.right, Math.max(from + 8, to)) },
    room: { from: plot.left, to: plot.right },
    prefer: 'left',
    texts: [texts.full, texts.short],
    widthOf: (text) => textWidth(text, 12),
  });
  if (placed === null) return null;
  return (
    <text x={placed.x} y={middle + 4} textAnchor={placed.anchor} fontSize={12} fill={colour}>
      {placed.text}
    </text>
  );
}

interface FlowEndProps {
  readonly flow: Flow;
  readonly ended: NonNullable<Timeline['ended']>;
  readonly box: RowBox;
  readonly plot: Plot;
  readonly texts: readonly string[];
  readonly layer: Layer;
}

const endSigns = {
  succeeded: { colour: 'var(--ok)', sign: 'm-3.5 0 2.4 2.6 4.4-5' },
  failed: { colour: 'var(--bad)', sign: 'm-3-3 6 6m0-6-6 6' },
  other: { colour: 'var(--ink3)', sign: 'm-3 0h6' },
} as const;

/** The flow's end, under the last step that was sent. */
export function FlowEnd({ flow, ended, box, plot, texts, layer }: FlowEndProps) {
  const x = plot.x(ended.at);
  if (!inPlot(plot, x)) return null;
  const { kind } = flow.status;
  const { colour, sign } = endSigns[kind === 'succeeded' || kind === 'failed' ? kind : 'other'];
  const bottom = box.barTop + box.barsHeight;
  const middle = bottom + 23;
  if (layer === 'shapes') {
    return (
      <g>
        <path d={`M${x} ${bottom + 3}V${middle - 6}`} stroke={colour} strokeWidth={1.6} />
        <circle cx={x} cy={middle} r={7} fill={colour} />
        <path d={`M${x} ${middle}${sign}`} fill="none" stroke="var(--panel)" strokeWidth={1.6} />
      </g>
    );
  }
  const placed = placeBeside({
    beside: { from: x - 8, to: x + 8 },
    room: { from: plot.left, to: plot.right },
    prefer: 'left',
    texts,
    widthOf: (text) => textWidth(text, 12, true),
  });
  if (placed === null) return null;
  return (
    <text x={placed.x} y={middle + 4} textAnchor={placed.anchor} fontSize={12} fontWeight={600} fill={colour}>
      {placed.text}
    </text>
  );
}
