/** The exact values of one step's bar: when it was sent, when its status was set, how long that took. */
import type { Flow } from '#model/flow/flow.ts';
import type { TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { outcomeLook, statusLook, toneText } from '../look/looks.ts';
import { callOf, channelText, lengthText, offsetText, statusText, type Words } from '../look/row-texts.ts';
import { type Bar, barsOf } from './layout.ts';
import { percent, rem } from './places.ts';

interface TooltipProps {
  readonly row: TimelineRow;
  readonly flow: Flow;
  readonly origin: EpochMs;
  /** How far down the bars the pointer is, 0 to 1; null for the keyboard. */
  readonly lane: number | null;
  /** Where it is told: per cent of the plot, and rem from the drawing's top. */
  readonly x: number;
  readonly top: number;
}

export function RowTooltip({ row, flow, origin, lane, x, top }: TooltipProps) {
  const viewer = useViewer();
  const bars = barsOf(row);
  const bar =
    lane === null || bars.length < 2 ? null : (bars[Math.min(bars.length - 1, Math.floor(lane * bars.length))] ?? null);
  const look = outcomeLook(row.outcome);
  const facts = bar === null ? rowFacts(row, origin, viewer) : barFacts(bar, origin, viewer);
  return (
    <div
      className="absolute w-max max-w-full min-w-[16rem] rounded-lg border border-line bg-panel px-3 py-2 text-[0.75rem] shadow-lg"
      style={{ left: percent(x), transform: `translateX(${percent(-x)})`, top: rem(top) }}
    >
      <p className="font-semibold">
        {viewer.catalogue.timeline.number(viewer.format.number(row.stepIndex + 1))} · {channelText(row, viewer)}
      </p>
      <p className={toneText[look.tone]}>
        {look.sign} {statusText(row, flow, viewer)}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 whitespace-nowrap">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink3">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Facts = readonly (readonly [string, string])[];

function between(from: EpochMs, to: EpochMs, open: boolean, origin: EpochMs, words: Words): Facts {
  const { catalogue, format } = words;
  const texts = catalogue.timeline.tooltip;
  const moment = (at: EpochMs) => `${format.time(at)} (${offsetText(at, origin, words)})`;
  const length = format.duration(to - from);
  return [
    [texts.created, moment(from)],
    ...(open ? [] : [[texts.updated, moment(to)] as const]),
    [texts.duration, open ? catalogue.timeline.soFar(length) : length],
  ];
}

function rowFacts(row: TimelineRow, origin: EpochMs, words: Words): Facts {
  const { catalogue, format } = words;
  const texts = catalogue.timeline.tooltip;
  if (row.span === null || lengthText(row, words) === null) return [];
  const call = callOf(row);
  return [
    ...between(row.span.from, row.span.to, row.span.open, origin, words),
    ...(call === null
      ? []
      : [
          [texts.ringing, format.duration(call.ringing)] as const,
          [texts.talking, format.duration(call.talking)] as const,
        ]),
    ...(row.ttl === null
      ? []
      : [[texts.ttl, `${format.time(row.ttl.deadline)} (${format.duration(row.ttl.ttlMs)})`] as const]),
  ];
}

function barFacts(bar: Bar, origin: EpochMs, words: Words): Facts {
  const { catalogue, format } = words;
  const first = bar.lanes[0];
  const last = bar.lanes.at(-1) ?? first;
  const name = (part: number | null, index: number) => format.number(part ?? index + 1);
  const title =
    bar.lanes.length === 1
      ? catalogue.timeline.part(name(first.part, first.messageIndex))
      : catalogue.timeline.partRange(name(first.part, first.messageIndex), name(last.part, last.messageIndex));
  const interval = bar.intervals[0];
  const end = bar.intervals.at(-1);
  const times =
    interval === undefined || end === undefined
      ? []
      : between(interval.from, end.to, end.kind === 'open', origin, words);
  return [[catalogue.timeline.tooltip.counts, `${title}: ${statusCounts(bar, words)}`], ...times];
}

/** "✓ Delivered", or with counts where a bar stands for several parts. */
function statusCounts(bar: Bar, { catalogue, format }: Words): string {
  const counts = new Map<string, number>();
  for (const { status } of bar.lanes) {
    const name = status.kind === 'missing' ? catalogue.timeline.handover.noStatus : status.name;
    const key = `${statusLook(status).sign} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (bar.lanes.length === 1) return [...counts.keys()].join('');
  return format.list([...counts].slice(0, 4).map(([name, count]) => `${format.number(count)} ${name}`));
}
