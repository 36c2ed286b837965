/** What stands around a step's bars: the end of its TTL, the hand-over that leaves it, the end of the flow. */
import type { TimelineRow } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours } from '../look/looks.ts';
import { endedText, handoverTexts, type Words } from '../look/row-texts.ts';
import { shownText } from '../look/visible-text.ts';
import type { Drawing } from './drawing.ts';
import { TextLabel } from './label.tsx';
import type { RowBox } from './layout.ts';
import { inPlot, percent, rem } from './places.ts';
import { freeRegion, handoverPlaces, type Lines, labelRegionBelow, ttlLabelRegion } from './regions.ts';

interface MarkProps {
  readonly row: TimelineRow;
  readonly box: RowBox;
  readonly drawing: Drawing;
  readonly lines: Lines;
}

/** A dashed line at the deadline, and its label above the bar. */
export function TtlMark({ row, box, drawing, lines }: MarkProps) {
  const viewer = useViewer();
  if (row.ttl === null) return null;
  const place = drawing.place(row.ttl.deadline);
  if (!inPlot(place)) return null;
  const { solid, ink } = channelColours(row.channel);
  const region = ttlLabelRegion(place, lines);
  const [full, short] = ttlTexts(row.ttl, drawing, viewer);
  const style = { left: percent(place), top: rem(box.barTop - box.top - 0.3), height: rem(box.barsHeight + 0.6) };
  return (
    <>
      <i
        className="absolute z-[3] -ml-px block border-l-[1.5px] border-dashed"
        style={{ ...style, borderColor: solid }}
      />
      {region !== null && (
        <TextLabel region={region} top={0} colour={ink} full={full} short={short} className="text-[0.6875rem]" />
      )}
    </>
  );
}

function ttlTexts(ttl: NonNullable<TimelineRow['ttl']>, { now }: Drawing, words: Words): [string, string] {
  const { catalogue, format } = words;
  const whole = format.duration(ttl.ttlMs);
  const short = catalogue.timeline.ttl(whole);
  return [ttl.counting ? catalogue.timeline.ttlLeft(whole, format.duration(ttl.deadline - now)) : short, short];
}

/** How far below the bar the arrow goes sideways; its label stands above that. */
const drop = 1.5;
const lineWidth = 0.125;
const headHeight = 0.4375;

/** From the end of this step to the beginning of the next one sent. */
export function HandoverMark({ row, box, drawing, lines }: MarkProps) {
  const viewer = useViewer();
  if (row.handover === null) return null;
  const texts = handoverTexts(row.handover, drawing.flow, viewer);
  const colour = texts.listed ? 'var(--bad)' : 'var(--warn)';
  const places = handoverPlaces(row, drawing.timeline.rows, drawing.place);
  const bottom = box.barTop - box.top + box.barsHeight;
  const next = drawing.boxes[row.handover.toStep];
  const region = places === null ? freeRegion(lines) : seenHandover(places, lines);
  return (
    <>
      {places !== null && next !== undefined && (
        <Arrow {...places} top={bottom} bottom={next.barTop - box.top} colour={colour} />
      )}
      {region !== null && (
        <TextLabel
          region={region}
          top={bottom + 0.25}
          colour={colour}
          full={texts.full}
          short={texts.short}
          className="text-[0.75rem]"
        />
      )}
    </>
  );
}

function seenHandover({ from, to }: { readonly from: number; readonly to: number }, lines: Lines) {
  return inPlot(from) || inPlot(to) ? labelRegionBelow(from, lines) : null;
}

interface ArrowProps {
  /** Places of its two upright parts. */
  readonly from: number;
  readonly to: number;
  /** The lower edge of the bar that it leaves and the upper edge of the one that it reaches, in rem. */
  readonly top: number;
  readonly bottom: number;
  readonly colour: string;
}

/** Down from the bar, sideways, and down to the next bar: two boxes, each with two of its borders drawn. */
function Arrow({ from, to, top, bottom, colour }: ArrowProps) {
  const middle = (from + to) / 2;
  const half = Math.abs(to - from) / 2;
  const back = to < from;
  const upper = { left: percent(back ? middle : from), top: rem(top), height: rem(drop) };
  const lowerTop = top + drop - lineWidth;
  const lower = { left: percent(back ? to : middle), top: rem(lowerTop), height: rem(bottom - lowerTop - headHeight) };
  const width = `calc(${percent(half)} + ${rem(lineWidth / 2)})`;
  const shared = { width, borderColor: colour, borderWidth: 0 };
  const line = rem(lineWidth);
  const sides = (edge: 'Bottom' | 'Top', right: boolean) => ({
    [`border${edge}Width`]: line,
    [right ? 'borderRightWidth' : 'borderLeftWidth']: line,
  });
  return (
    <>
      <i
        className={`absolute z-[2] block border-solid ${back ? 'rounded-br-[0.4rem]' : 'rounded-bl-[0.4rem]'}`}
        style={{ ...upper, ...shared, ...sides('Bottom', back) }}
      />
      <i
        className={`absolute z-[2] block border-solid ${back ? 'rounded-tl-[0.4rem]' : 'rounded-tr-[0.4rem]'}`}
        style={{ ...lower, ...shared, ...sides('Top', !back) }}
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 10 7"
        className="absolute z-[2] -ml-[0.3125rem] h-[0.4375rem] w-[0.625rem]"
        style={{ left: percent(to), top: rem(bottom - headHeight) }}
      >
        <path d="M0 0h10L5 7z" fill={colour} />
      </svg>
    </>
  );
}

const endSigns = {
  succeeded: { colour: 'var(--ok)', sign: 'm-3.5 0 2.4 2.6 4.4-5' },
  failed: { colour: 'var(--bad)', sign: 'm-3-3 6 6m0-6-6 6' },
  other: { colour: 'var(--ink3)', sign: 'm-3 0h6' },
} as const;

/** The flow's end, under the last step that was sent. */
export function FlowEnd({ box, drawing, lines }: Omit<MarkProps, 'row'>) {
  const viewer = useViewer();
  const { flow, timeline } = drawing;
  if (timeline.ended === null) return null;
  const place = drawing.place(timeline.ended.at);
  if (!inPlot(place)) return null;
  const { status } = flow;
  const { kind } = status;
  const { colour, sign } = endSigns[kind === 'succeeded' || kind === 'failed' ? kind : 'other'];
  const bottom = box.barTop - box.top + box.barsHeight;
  const region = labelRegionBelow(place, lines);
  const full = endedText(flow, viewer);
  return (
    <>
      <i
        className="absolute z-[3] -ml-px block border-l-2"
        style={{ left: percent(place), top: rem(bottom + 0.125), height: rem(0.75), borderColor: colour }}
      />
      <svg
        aria-hidden="true"
        viewBox="-8 -8 16 16"
        className="absolute z-[3] -ml-[0.5625rem] size-[1.125rem]"
        style={{ left: percent(place), top: rem(bottom + 0.75) }}
      >
        <circle r={8} fill={colour} />
        <path d={`M0 0${sign}`} fill="none" stroke="var(--panel)" strokeWidth={1.8} />
      </svg>
      {region !== null && (
        <TextLabel
          region={region}
          top={bottom + 0.75}
          byMark
          colour={colour}
          full={full}
          short={kind === 'missing' ? full : shownText(status.name, 24)}
          className="text-[0.75rem] font-semibold"
        />
      )}
    </>
  );
}
