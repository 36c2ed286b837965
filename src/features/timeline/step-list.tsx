/**
 * The steps as an ordered list: beside the drawing their names, each row a button; on a narrow page, and for those who
 * listen, each step's whole story in sentences.
 */
import { type KeyboardEvent, useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { Scale } from '#model/readings/scale.ts';
import type { Timeline, TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours, outcomeLook, toneText } from '../look/looks.ts';
import { channelText, endedText, handoverTexts, notSentText, statusText, storyOf } from '../look/row-texts.ts';
import type { RowBox } from './layout.ts';

interface StepListProps {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly now: EpochMs;
  readonly scale: Scale;
  readonly selected: number | null;
  readonly onSelect: (stepIndex: number | null) => void;
  readonly onFocus: (stepIndex: number | null) => void;
  /** Null draws the list alone; else the rows' boxes beside the drawing, and how wide the names' column is. */
  readonly beside: { readonly boxes: readonly RowBox[]; readonly column: number } | null;
  /** First and last row to draw. */
  readonly shown: readonly [number, number];
}

export function StepList(props: StepListProps) {
  const { flow, timeline, beside, shown, selected, onFocus } = props;
  const viewer = useViewer();
  const [current, setCurrent] = useState(0);
  const rows = timeline.rows.slice(shown[0], shown[1] + 1);
  const entry = rows.some((row) => row.stepIndex === current) ? current : (selected ?? rows[0]?.stepIndex ?? 0);
  const last = shown[1] >= timeline.rows.length - 1;
  const look = endLook(flow);
  return (
    <ol
      aria-label={viewer.catalogue.timeline.steps}
      className={beside === null ? 'mt-3' : ''}
      onKeyDown={moveFocus}
      onBlur={() => onFocus(null)}
    >
      {rows.map((row) => (
        <StepItem
          {...props}
          key={row.stepIndex}
          row={row}
          tabbable={row.stepIndex === entry}
          count={timeline.rows.length}
          onFocus={(index) => {
            setCurrent(row.stepIndex);
            onFocus(index);
          }}
        />
      ))}
      {timeline.ended !== null && last && (
        <li className={beside === null ? `flex gap-3 pl-[3px] font-semibold ${toneText[look.tone]}` : 'sr-only'}>
          {beside === null && (
            <span aria-hidden="true" className="w-4 text-center">
              {look.sign}
            </span>
          )}
          {viewer.catalogue.timeline.story.flowEnded(endedText(flow, viewer), viewer.format.time(timeline.ended.at))}
        </li>
      )}
    </ol>
  );
}

function endLook(flow: Flow) {
  if (flow.status.kind === 'succeeded') return { tone: 'ok', sign: '✓' } as const;
  return flow.status.kind === 'failed' ? ({ tone: 'bad', sign: '✕' } as const) : ({ tone: 'mute', sign: '–' } as const);
}

/** Up and down, Home and End move between the steps, which are one stop for the Tab key. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-step]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
  const last = buttons.length - 1;
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
  const place = places[event.key];
  if (at === -1 || place === undefined) return;
  event.preventDefault();
  buttons[Math.min(last, Math.max(0, place))]?.focus();
}

interface StepItemProps extends StepListProps {
  readonly row: TimelineRow;
  readonly tabbable: boolean;
  readonly count: number;
}

function StepItem({
  row,
  flow,
  timeline,
  now,
  scale,
  beside,
  selected,
  onSelect,
  onFocus,
  tabbable,
  count,
}: StepItemProps) {
  const viewer = useViewer();
  const isSelected = selected === row.stepIndex;
  const box = beside?.boxes[row.stepIndex];
  const story = storyOf(row, flow, timeline, now, viewer);
  return (
    <li
      aria-setsize={count}
      aria-posinset={row.stepIndex + 1}
      className={box === undefined ? 'relative pb-4' : 'absolute inset-x-0'}
      style={box === undefined ? undefined : { top: box.top, height: box.height }}
    >
      <button
        type="button"
        data-step={row.stepIndex}
        aria-pressed={isSelected}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onSelect(isSelected ? null : row.stepIndex)}
        onFocus={(event) => onFocus(event.currentTarget.matches(':focus-visible') ? row.stepIndex : null)}
        className={`group flex w-full cursor-pointer items-start gap-2.5 rounded-lg text-left -outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent ${
          box === undefined ? '' : `h-full pt-[11px] ${isSelected ? 'bg-line2/70' : 'hover:bg-line2/40'}`
        }`}
      >
        <StepName row={row} flow={flow} selected={isSelected} column={beside?.column ?? null} />
      </button>
      <p className={beside === null ? 'mt-1 ml-8 text-[13px] text-ink2' : 'sr-only'}>
        <Story story={story} row={row} flow={flow} />
      </p>
      {beside === null && <Strip row={row} scale={scale} />}
    </li>
  );
}

interface StepNameProps {
  readonly row: TimelineRow;
  readonly flow: Flow;
  readonly selected: boolean;
  readonly column: number | null;
}

function StepName({ row, flow, selected, column }: StepNameProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const colours = channelColours(row.channel);
  const look = outcomeLook(row.outcome);
  const parts = flow.steps[row.stepIndex]?.messages.length ?? 1;
  const status = statusText(row, flow, viewer);
  const number = format.number(row.stepIndex + 1);
  return (
    <>
      <span
        aria-hidden="true"
        className="mt-[5px] ml-[3px] grid size-[22px] shrink-0 place-items-center rounded-full text-[12px] font-semibold"
        style={{
          background: colours.soft,
          color: colours.ink,
          boxShadow: selected ? `0 0 0 2px ${colours.solid}` : 'none',
        }}
      >
        {number.length <= 3 ? number : ''}
      </span>
      <span className="min-w-0" style={column === null ? undefined : { width: column - 44 }}>
        <span className="sr-only">{catalogue.timeline.number(number)} </span>
        <span className="block truncate text-[14px] leading-5 font-semibold">
          {channelText(row, viewer)}
          {parts > 1 && (
            <span className="ml-1 text-[12px] font-normal text-ink3"> {catalogue.timeline.parts(parts, format)}</span>
          )}
        </span>
        <span title={status} className={`block truncate text-[12px] leading-4 ${toneText[look.tone]}`}>
          <span aria-hidden="true">{look.sign} </span>
          {status}
        </span>
      </span>
    </>
  );
}

/** The sentences of a step, the hand-over in its colour. */
function Story({
  story,
  row,
  flow,
}: {
  readonly story: readonly string[];
  readonly row: TimelineRow;
  readonly flow: Flow;
}) {
  const viewer = useViewer();
  if (row.handover === null || notSentText(row, flow, viewer) !== null) return story.join(' ');
  const { listed } = handoverTexts(row.handover, flow, viewer);
  return (
    <>
      {story.slice(0, -1).join(' ')} <span className={listed ? 'text-bad' : 'text-warn'}>{story.at(-1)}</span>
    </>
  );
}

/** Where in the flow's time the step lies, as a thin bar under its story. */
function Strip({ row, scale }: { readonly row: TimelineRow; readonly scale: Scale }) {
  if (row.span === null) return null;
  const percent = (at: EpochMs) => Math.min(100, Math.max(0, scale.project(at) * 100));
  const from = percent(row.span.from);
  const { solid } = channelColours(row.channel);
  return (
    <span aria-hidden="true" className="relative mt-2 ml-8 block h-1.5 overflow-hidden rounded-full bg-line2">
      <span
        className="absolute inset-y-0 rounded-full"
        style={{ left: `${from}%`, width: `max(3px, ${percent(row.span.to) - from}%)`, background: solid }}
      />
    </span>
  );
}
