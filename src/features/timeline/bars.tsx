/** The bars of one step: a bar for each message, its ringing and talking apart, and its outcome and length. */
import type { CSSProperties } from 'react';
import type { Interval, TimelineRow } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type ChannelColours, channelColours, outcomeLook, statusLook, toneText } from '../look/looks.ts';
import { lengthText, outcomeName } from '../look/row-texts.ts';
import type { Drawing } from './drawing.ts';
import { FitText } from './fit-text.tsx';
import { LabelBox, TextLabel } from './label.tsx';
import { type Bar, barsOf, type RowBox } from './layout.ts';
import { extentOf, percent, rem, visible } from './places.ts';
import { barLabelRegion, type Lines, type Region } from './regions.ts';

interface BarsProps {
  readonly row: TimelineRow;
  readonly box: RowBox;
  readonly drawing: Drawing;
}

/** Everything of a row is placed from the row's own top. */
export function Bars({ row, box, drawing }: BarsProps) {
  const colours = channelColours(row.channel);
  const mixed = row.outcome.kind === 'partlyDelivered';
  return barsOf(row).map((bar) => {
    const top = box.barTop - box.top + bar.top;
    return (
      <div key={bar.lanes[0].messageIndex} className="contents">
        <BarShape bar={bar} top={top} drawing={drawing} colours={colours} />
        {mixed && <FailedMark bar={bar} top={top} drawing={drawing} />}
      </div>
    );
  });
}

interface BarShapeProps {
  readonly bar: Bar;
  readonly top: number;
  readonly drawing: Drawing;
  readonly colours: ChannelColours;
}

function BarShape({ bar, top, drawing, colours }: BarShapeProps) {
  if (bar.intervals.length === 0) {
    if (bar.at === null) return null;
    const style = { left: percent(drawing.place(bar.at)), top: rem(top + bar.height / 2), background: colours.soft };
    return (
      <i
        data-bar
        className="absolute z-[2] -mt-[0.3rem] -ml-[0.3rem] block size-[0.6rem] rotate-45 border"
        style={{ ...style, borderColor: colours.solid }}
      />
    );
  }
  return bar.intervals.map((interval) => (
    <i
      key={interval.kind}
      data-bar={interval.kind}
      className={`absolute z-[2] block ${lookOf(interval, bar.height)}`}
      style={styleOf(interval, bar.height, top, drawing, colours)}
    />
  ));
}

/** Where many bars share little room, outlines would be all one sees. */
const leastOutlined = 5 / 16;

function lookOf({ kind }: Interval, height: number): string {
  if (height < leastOutlined) return 'rounded-[2px]';
  const round = height > 0.75 ? 'rounded-md' : 'rounded-[3px]';
  switch (kind) {
    case 'waiting':
      return `border ${round}`;
    case 'ringing':
      return `border border-dashed ${round}`;
    case 'talking':
      return round;
    case 'open':
      return `border border-r-[3px] border-dashed [border-right-style:solid] ${round} motion-safe:animate-pulse`;
  }
}

/** No bar is narrower than 3 px. */
function styleOf(
  interval: Interval,
  height: number,
  top: number,
  { view }: Drawing,
  colours: ChannelColours,
): CSSProperties {
  const { from, to } = extentOf(view.scale, interval.from, interval.to);
  const thin = height < leastOutlined;
  return {
    left: percent(from),
    width: `max(3px, ${percent(to - from)})`,
    top: rem(top),
    height: rem(height),
    background: interval.kind === 'talking' || thin ? colours.solid : colours.soft,
    borderColor: colours.solid,
    ...(interval.kind === 'open' && !thin ? { borderRightColor: 'var(--run)' } : {}),
    ...(thin ? { opacity: 0.6 } : {}),
  };
}

/** In a step of mixed results, a cross after each bar that holds a message that did not arrive. */
function FailedMark({ bar, top, drawing }: Omit<BarShapeProps, 'colours'>) {
  if (!bar.lanes.some((lane) => statusLook(lane.status).tone === 'bad')) return null;
  const at = bar.intervals.at(-1)?.to ?? bar.at;
  if (at === null) return null;
  const style = { left: percent(drawing.place(at)), top: rem(top), height: rem(bar.height) };
  return (
    <svg aria-hidden="true" viewBox="0 0 8 8" className="absolute z-[2] ml-[5px] w-[7px]" style={style}>
      <path d="M1 1l6 6m0-6-6 6" stroke="var(--bad)" strokeWidth={1.6} />
    </svg>
  );
}

interface BarLabelProps extends BarsProps {
  readonly lines: Lines;
}

/** What became of the step and how long it took: inside its bar where there is room, else beside it. */
export function BarLabel({ row, box, drawing, lines }: BarLabelProps) {
  const viewer = useViewer();
  const region = regionOf(row, drawing, lines);
  if (region === null) return null;
  const look = outcomeLook(row.outcome);
  const word = outcomeName(row, viewer);
  const length = lengthText(row, viewer);
  const { ink } = channelColours(row.channel);
  const top = box.barTop - box.top + box.barsHeight / 2 - 0.5625;
  const time = length === null ? null : <span style={{ color: ink }}>{length}</span>;
  const sign = <span className={toneText[look.tone]}>{look.sign}</span>;
  const outcome = (
    <span className={toneText[look.tone]}>
      {look.sign} {word}
    </span>
  );
  const byMark = row.outcome.kind === 'partlyDelivered' && region.align === 'start';
  const shared = { region, top, byMark, className: 'text-[0.75rem] font-semibold' };
  if (region.align === 'both') {
    return (
      <LabelBox {...shared} className={`${shared.className} flex gap-2`}>
        <span className="shrink-0 whitespace-nowrap">{time}</span>
        <span className="min-w-0 flex-1">
          <FitText full={outcome} short={sign} align="end" />
        </span>
      </LabelBox>
    );
  }
  const joined = [outcome, ...(time === null ? [] : [time])];
  const ordered = region.align === 'end' ? joined.toReversed() : joined;
  const full = (
    <>
      {ordered[0]}
      {ordered.length > 1 && <span className="text-ink3"> · </span>}
      {ordered[1]}
    </>
  );
  const short = (
    <>
      {region.align === 'end' && time} {sign} {region.align === 'start' && time}
    </>
  );
  return <TextLabel {...shared} full={full} short={short} />;
}

function regionOf(row: TimelineRow, { view, place }: Drawing, lines: Lines): Region | null {
  if (row.span === null) return null;
  const extent = extentOf(view.scale, row.span.from, row.span.to);
  const seen = visible(extent);
  if (seen === null) return null;
  const bars = barsOf(row);
  const plain = bars.length === 1 && bars[0]?.intervals.every(({ kind }) => kind === 'waiting' || kind === 'open');
  return barLabelRegion({
    seen,
    plain: plain === true && bars[0]?.intervals.length !== 0,
    ttl: row.ttl === null ? null : place(row.ttl.deadline),
    lines,
  });
}
