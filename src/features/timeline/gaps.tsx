/** Where time is folded: a darker ground torn at both sides, and a label that says how long it is and opens it. */
import { useId } from 'react';
import type { IdleGap } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { Drawing } from './drawing.ts';
import { FitText } from './fit-text.tsx';
import { axisHeight } from './layout.ts';
import { type Extent, extentOf, percent, rem, visible } from './places.ts';

interface SeenGap {
  readonly gap: IdleGap;
  readonly seen: Extent;
}

/** The folded gaps in view, left to right. */
function seenGaps({ view }: Drawing): SeenGap[] {
  return view.folded.flatMap((gap) => {
    const seen = visible(extentOf(view.scale, gap.from, gap.to));
    return seen === null || seen.to === seen.from ? [] : [{ gap, seen }];
  });
}

interface GapsProps {
  readonly drawing: Drawing;
}

/** Under the bars. */
export function GapGrounds({ drawing }: GapsProps) {
  const style = { top: rem(axisHeight), height: rem(drawing.height - axisHeight) };
  return seenGaps(drawing).map(({ gap, seen }) => (
    <i
      key={gap.from}
      aria-hidden="true"
      className="absolute block"
      style={{ ...style, left: percent(seen.from), width: percent(seen.to - seen.from), background: 'var(--line2)' }}
    />
  ));
}

/** Over the bars: there the drawing is torn. */
export function GapTears({ drawing }: GapsProps) {
  const pattern = useId();
  const gaps = seenGaps(drawing);
  if (gaps.length === 0) return null;
  const style = { top: rem(drawing.head), height: rem(drawing.height - drawing.head) };
  const edges = gaps.flatMap(({ seen }) => [seen.from, seen.to]);
  return (
    <>
      <svg aria-hidden="true" className="absolute size-0">
        <pattern id={pattern} patternUnits="userSpaceOnUse" width={7} height={8}>
          <path d="M2 0l3 4-3 4" fill="none" stroke="var(--ink3)" strokeOpacity={0.7} strokeWidth={1.2} />
        </pattern>
      </svg>
      {edges.map((edge, index) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: two gaps may meet, and edges have no other name
          key={index}
          aria-hidden="true"
          className="absolute z-[3] -ml-[3px] w-[7px]"
          style={{ ...style, left: percent(edge) }}
        >
          <rect width="100%" height="100%" fill={`url(#${pattern})`} />
        </svg>
      ))}
    </>
  );
}

interface GapLabelsProps extends GapsProps {
  /** Null where the drawing is only to be read. */
  readonly onOpen: ((gap: IdleGap) => void) | null;
}

/** In a strip of their own under the axis. Each has the room up to half way to the next one. */
export function GapLabels({ drawing, onOpen }: GapLabelsProps) {
  const gaps = seenGaps(drawing);
  const middles = gaps.map(({ seen }) => (seen.from + seen.to) / 2);
  return gaps.map(({ gap }, index) => {
    const at = middles[index] ?? 0;
    const from = index === 0 ? 0 : ((middles[index - 1] ?? 0) + at) / 2;
    const to = index === gaps.length - 1 ? 100 : ((middles[index + 1] ?? 100) + at) / 2;
    return <GapLabel key={gap.from} gap={gap} room={{ from, to }} at={at} onOpen={onOpen} />;
  });
}

interface GapLabelProps {
  readonly gap: IdleGap;
  readonly room: Extent;
  /** Middle of the gap. */
  readonly at: number;
  readonly onOpen: GapLabelsProps['onOpen'];
}

const look =
  'block max-w-full min-w-0 rounded-full border border-line bg-line2 px-1.5 text-[0.6875rem] leading-[1.125rem] text-ink2';

/** Over the middle of its gap; what the label is wider than the gap goes to either side as there is room. */
function GapLabel({ gap, room, at, onOpen }: GapLabelProps) {
  const { catalogue, format } = useViewer();
  const length = format.duration(gap.to - gap.from);
  const text = <FitText full={`⋯ ${length}`} short="⋯" align="start" />;
  const name = catalogue.timeline.openGap(length);
  return (
    <div
      className="pointer-events-none absolute z-20 flex"
      style={{ left: percent(room.from), width: percent(room.to - room.from), top: rem(axisHeight) }}
    >
      <i style={{ flex: `${at - room.from} 1 0` }} />
      {onOpen === null ? (
        <span data-label className={look}>
          {text}
        </span>
      ) : (
        <button
          data-label
          type="button"
          title={name}
          aria-label={name}
          onClick={() => onOpen(gap)}
          className={`pointer-events-auto cursor-pointer hover:border-ink3 hover:text-ink ${look}`}
        >
          <span aria-hidden="true">{text}</span>
        </button>
      )}
      <i style={{ flex: `${room.to - at} 1 0` }} />
    </div>
  );
}
