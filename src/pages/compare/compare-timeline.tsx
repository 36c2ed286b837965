/** Both timelines on one scale, one under the other: a bar a step, with its status at its end. */
import { useMemo } from 'react';
import { channelColours, outcomeLook } from '#features/look/looks.ts';
import { outcomeText } from '#features/look/outcome-text.ts';
import { shownText } from '#features/look/visible-text.ts';
import { type SideBar, sideBySide } from '#model/readings/side-by-side.ts';
import { timeline } from '#model/readings/timeline.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Side, Sides } from './side.ts';
import type { CompareView } from './url.ts';

interface CompareTimelineProps {
  readonly sides: Sides;
  readonly align: CompareView['align'];
  readonly onAlign: (align: CompareView['align']) => void;
}

const timelineOf = (side: Side) => (side.kind === 'read' ? timeline(side.reading.flow, side.asOf) : null);

export function CompareTimeline({ sides, align, onAlign }: CompareTimelineProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.compare;
  const [a, b] = sides;
  const drawn = useMemo(() => sideBySide([timelineOf(a), timelineOf(b)], align), [a, b, align]);
  const apart = drawn?.apartMs ?? null;
  return (
    <Panel
      title={texts.timeline}
      actions={
        <fieldset className="flex gap-1.5 print:hidden">
          <legend className="sr-only">{texts.alignLabel}</legend>
          {(['start', 'time'] as const).map((one) => (
            <Button key={one} size="small" pressed={align === one} onClick={() => onAlign(one)}>
              {texts.align[one]}
            </Button>
          ))}
        </fieldset>
      }
    >
      {drawn === null ? (
        <p className="mt-2 text-[0.8125rem] text-ink3">{texts.noTimes}</p>
      ) : (
        <>
          {apart !== null && (
            <p className="mt-1 text-[0.8125rem] text-ink3">
              {apart < 0 ? texts.apartBefore(format.duration(-apart)) : texts.apart(format.duration(apart))}
            </p>
          )}
          <div className="mt-3 grid gap-5">
            <Bars name={texts.first} bars={drawn.bars[0]} />
            <Bars name={texts.second} bars={drawn.bars[1]} />
          </div>
          <p aria-hidden="true" className="mt-1.5 flex justify-between text-[0.75rem] text-ink3 tabular-nums">
            <span>0</span>
            <span>{format.duration(drawn.lengthMs)}</span>
          </p>
        </>
      )}
    </Panel>
  );
}

function Bars({ name, bars }: { readonly name: string; readonly bars: readonly SideBar[] }) {
  return (
    <div>
      <h3 className="text-[0.75rem] font-semibold text-ink2">{name}</h3>
      <ul aria-label={name} className="mt-1 grid gap-1 border-l border-line">
        {bars.map((bar) => (
          <Bar key={bar.row.stepIndex} bar={bar} />
        ))}
      </ul>
    </div>
  );
}

/** A bar's words stand where there is room: after it, before it, or on it when it is long. */
function labelPlace(from: number, to: number) {
  if (to <= 0.62) return { left: percent(to) };
  return from >= 0.38 ? { right: percent(1 - from) } : { left: percent(from) };
}

const percent = (share: number) => `${(share * 100).toFixed(4)}%`;

function Bar({ bar: { row, from, to, startsAfterMs } }: { readonly bar: SideBar }) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.compare;
  const colours = channelColours(row.channel);
  const { sign } = outcomeLook(row.outcome);
  const channel = shownText(format.channelName(row.channel), 16);
  const status = shownText(outcomeText(row.outcome, row.status, viewer), 40);
  const length = row.span === null ? null : row.span.to - row.span.from;
  const took = row.span?.open === true ? texts.open : length === null ? texts.tookUnknown : format.duration(length);
  const step = texts.step(format.number(row.stepIndex + 1));
  return (
    <li className="relative h-6">
      <span className="sr-only">
        {texts.bar(step, channel, status, texts.offset(format.duration(startsAfterMs)), took)}
      </span>
      <span aria-hidden="true">
        <span
          className="absolute top-0.5 h-5 min-w-[3px] rounded-[3px] border-2 forced-color-adjust-none"
          style={{
            left: percent(from),
            width: percent(to - from),
            background: colours.soft,
            borderColor: colours.solid,
          }}
        />
        <span
          className="absolute top-0 max-w-[60%] truncate px-1.5 text-[0.75rem] leading-6 whitespace-nowrap"
          style={labelPlace(from, to)}
        >
          {channel} {sign} {status} · {took}
        </span>
      </span>
    </li>
  );
}
