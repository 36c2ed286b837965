/** The time axis: offsets from the flow's creation above grid lines, and the breaks of folded gaps. */

import type { IdleGap } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { offsetText } from '../look/row-texts.ts';
import { axisHeight } from './layout.ts';
import { type Extent, keepInside } from './place-label.ts';
import type { Plot } from './plot.ts';
import { textWidth } from './text-width.ts';
import { type Tick, ticks } from './ticks.ts';
import type { TimelineView } from './use-timeline-view.ts';

const font = 11.5;
const leastPx = 104;

/** A folded gap's place, and the label that opens it. */
export interface Break {
  readonly gap: IdleGap;
  readonly extent: Extent;
  readonly centre: number;
  readonly text: string;
  readonly width: number;
}

/** The folded gaps in view, left to right; a label that would cover the one before it is shortened to a sign. */
export function breaksOf(view: TimelineView, plot: Plot, lengthText: (ms: number) => string): Break[] {
  const breaks: Break[] = [];
  for (const gap of view.folded) {
    const extent = { from: plot.x(gap.from), to: plot.x(gap.to) };
    if (extent.to < plot.left || extent.from > plot.right) continue;
    const before = breaks.at(-1);
    const taken = before === undefined ? plot.left : before.centre + before.width / 2 + 4;
    const full = lengthText(gap.to - gap.from);
    for (const text of [full, '']) {
      const width = text === '' ? 22 : textWidth(text, 11) + 30;
      const centre = keepInside((extent.from + extent.to) / 2, width, { from: taken, to: plot.right });
      if (centre === null) continue;
      if (text !== '' && centre - (extent.from + extent.to) / 2 > width / 2) continue;
      breaks.push({ gap, extent, centre, text, width });
      break;
    }
  }
  return breaks;
}

interface AxisProps {
  readonly view: TimelineView;
  readonly plot: Plot;
  readonly origin: EpochMs;
  readonly height: number;
  readonly breaks: readonly Break[];
  /** Time of "now" while the flow runs. */
  readonly now: EpochMs | null;
}

export function Axis({ view, plot, origin, height, breaks, now }: AxisProps) {
  const viewer = useViewer();
  const marks = ticks({ scale: view.scale, origin, widthPx: plot.width, leastPx });
  const nowX = now === null ? null : plot.x(now);
  const nowText = viewer.catalogue.timeline.now;
  const nowShown = nowX !== null && nowX >= plot.left && nowX <= plot.right;
  const obstacles: Extent[] = breaks.map(({ centre, width }) => ({ from: centre - width / 2, to: centre + width / 2 }));
  if (nowShown) obstacles.push({ from: nowX - 18, to: nowX + 18 });
  return (
    <g>
      <g stroke="var(--grid)">
        {marks.map((tick) => (
          <path key={tick.at} d={`M${plot.left + tick.x} ${axisHeight - 4}V${height}`} />
        ))}
      </g>
      {marks.map((tick) => (
        <TickLabel
          key={tick.at}
          tick={tick}
          plot={plot}
          obstacles={obstacles}
          text={offsetText(tick.at, origin, viewer)}
        />
      ))}
      {nowShown && (
        <g>
          <path d={`M${nowX} ${axisHeight - 6}V${height}`} stroke="var(--run)" strokeDasharray="2 4" />
          <text
            x={keepInside(nowX, 32, { from: plot.left, to: plot.right }) ?? nowX}
            y={15}
            textAnchor="middle"
            fontSize={font}
            fontWeight={600}
            fill="var(--run)"
          >
            {nowText}
          </text>
        </g>
      )}
    </g>
  );
}

interface TickLabelProps {
  readonly tick: Tick;
  readonly plot: Plot;
  readonly obstacles: readonly Extent[];
  readonly text: string;
}

function TickLabel({ tick, plot, obstacles, text }: TickLabelProps) {
  const width = textWidth(text, font);
  const x = plot.left + tick.x;
  const atStart = x - width / 2 < plot.left;
  const centre = keepInside(x, width, { from: plot.left, to: plot.right });
  if (centre === null) return null;
  const covered = obstacles.some(({ from, to }) => centre + width / 2 + 4 > from && centre - width / 2 - 4 < to);
  if (covered) return null;
  return (
    <text
      x={atStart ? plot.left : centre}
      y={15}
      textAnchor={atStart ? 'start' : 'middle'}
      fontSize={font}
      fill="var(--ink3)"
    >
      {text}
    </text>
  );
}

interface BreakProps {
  readonly breaks: readonly Break[];
  readonly height: number;
}

/** Under the bars: where time is left out, the ground is darker. */
export function BreakGrounds({ breaks, height }: BreakProps) {
  return breaks.map(({ gap, extent }) => (
    <rect
      key={gap.from}
      x={extent.from}
      y={axisHeight}
      width={extent.to - extent.from}
      height={height - axisHeight}
      fill="var(--line2)"
    />
  ));
}

/** Over the bars: there the drawing is torn. */
export function BreakTears({ breaks, height }: BreakProps) {
  return breaks.map(({ gap, extent }) => (
    <g key={gap.from} fill="none" strokeWidth={1.2} stroke="var(--ink3)" strokeOpacity={0.6}>
      <path d={tear(extent.from, height)} />
      <path d={tear(extent.to, height)} />
    </g>
  ));
}

function tear(x: number, height: number): string {
  const teeth = Math.max(1, Math.round((height - axisHeight) / 8));
  const steps = Array.from({ length: Math.min(teeth, 2000) }, (_, index) =>
    index % 2 === 0 ? 'l3 4l-3 4' : 'l-3 4l3 4',
  );
  return `M${x} ${axisHeight}${steps.join('')}`;
}

interface BreakButtonsProps {
  readonly breaks: readonly Break[];
  readonly onOpen: (gap: IdleGap) => void;
}

/** The labels of folded gaps, which open them. */
export function BreakButtons({ breaks, onOpen }: BreakButtonsProps) {
  const { catalogue, format } = useViewer();
  return breaks.map(({ gap, centre, text, width }) => {
    const label = catalogue.timeline.openGap(format.duration(gap.to - gap.from));
    return (
      <button
        key={gap.from}
        type="button"
        title={label}
        aria-label={label}
        onClick={() => onOpen(gap)}
        className="absolute top-0 z-20 h-[22px] cursor-pointer rounded-full border border-line bg-line2 text-center text-[11px] leading-5 whitespace-nowrap text-ink2 hover:border-ink3 hover:text-ink"
        style={{ left: centre - width / 2, width }}
      >
        <span aria-hidden="true">{text === '' ? '⋯' : `⋯ ${text}`}</span>
      </button>
    );
  });
}
