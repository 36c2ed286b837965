/**
 * One step: a button with its name and status. Where the drawing is shown, its bars stand beside the name, and its story
 * is there for those who listen; where there is no room for a drawing, the story is to be read, over a thin bar.
 */
import type { TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours, outcomeLook, toneText } from '../look/looks.ts';
import { channelText, handoverTexts, notSentText, statusText, storyOf } from '../look/row-texts.ts';
import type { Drawing } from './drawing.ts';
import { ObservedStory } from './observed-marks.tsx';
import { extentOf, percent, rem } from './places.ts';
import { RowPlot } from './row-plot.tsx';

interface StepRowProps {
  readonly row: TimelineRow;
  readonly drawing: Drawing;
  readonly selected: boolean;
  readonly tabbable: boolean;
  /** Whether it stands in the list, too: of very many steps, not all do at first. */
  readonly listed: boolean;
  readonly onSelect: (stepIndex: number | null) => void;
  readonly onFocus: (stepIndex: number, visible: boolean) => void;
}

export function StepRow({ row, drawing, selected, tabbable, listed, onSelect, onFocus }: StepRowProps) {
  const box = drawing.boxes[row.stepIndex];
  const place = box === undefined ? {} : { '--top': rem(box.top), '--height': rem(box.height) };
  return (
    <li
      aria-setsize={drawing.timeline.rows.length}
      aria-posinset={row.stepIndex + 1}
      className={`pb-4 drawn:absolute drawn:inset-x-0 drawn:top-(--top) drawn:h-(--height) drawn:pb-0 ${
        listed ? '' : 'not-drawn:hidden'
      }`}
      style={place}
    >
      <button
        type="button"
        data-step={row.stepIndex}
        aria-pressed={selected}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onSelect(selected ? null : row.stepIndex)}
        onFocus={(event) => onFocus(row.stepIndex, event.currentTarget.matches(':focus-visible'))}
        className={`group flex w-full cursor-pointer items-start gap-2.5 rounded-lg text-left -outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent drawn:h-full drawn:pt-[0.875rem] ${
          selected ? 'drawn:bg-line2/70' : 'drawn:hover:bg-line2/40'
        }`}
      >
        <StepName row={row} drawing={drawing} selected={selected} />
      </button>
      <p className="mt-1 ml-8 text-[0.8125rem] text-ink2 drawn:sr-only">
        <Story row={row} drawing={drawing} />
        <ObservedStory row={row} drawing={drawing} />
      </p>
      <Strip row={row} drawing={drawing} />
      <RowPlot row={row} drawing={drawing} />
    </li>
  );
}

interface PartProps {
  readonly row: TimelineRow;
  readonly drawing: Drawing;
}

function StepName({ row, drawing: { flow }, selected }: PartProps & { readonly selected: boolean }) {
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
        className="mt-[0.3125rem] ml-[3px] grid size-[1.375rem] shrink-0 place-items-center rounded-full text-[0.75rem] font-semibold"
        style={{
          background: colours.soft,
          color: colours.ink,
          boxShadow: selected ? `0 0 0 2px ${colours.solid}` : 'none',
        }}
      >
        {number.length <= 3 ? number : ''}
      </span>
      <span className="min-w-0 drawn:w-[calc(var(--names)-2.75rem)]">
        <span className="sr-only">{catalogue.timeline.number(number)} </span>
        <span className="block truncate text-[0.875rem] leading-5 font-semibold">
          {channelText(row, viewer)}
          {parts > 1 && (
            <span className="ml-1 text-[0.75rem] font-normal text-ink3">
              {' '}
              {catalogue.timeline.parts(parts, format)}
            </span>
          )}
        </span>
        <span title={status} className={`line-clamp-3 text-[0.75rem] leading-4 wrap-anywhere ${toneText[look.tone]}`}>
          <span aria-hidden="true">{look.sign} </span>
          {status}
        </span>
      </span>
    </>
  );
}

/** The sentences of a step, the hand-over in its colour. */
function Story({ row, drawing: { flow, timeline, now } }: PartProps) {
  const viewer = useViewer();
  const story = storyOf(row, flow, timeline, now, viewer);
  if (row.handover === null || notSentText(row, flow, viewer) !== null) return story.join(' ');
  const { listed } = handoverTexts(row.handover, flow, viewer);
  return (
    <>
      {story.slice(0, -1).join(' ')} <span className={listed ? 'text-bad' : 'text-warn'}>{story.at(-1)}</span>
    </>
  );
}

/** Where in the flow's time the step lies, as a thin bar under its story. */
function Strip({ row, drawing: { view } }: PartProps) {
  if (row.span === null) return null;
  const clamped = (at: EpochMs) => Math.min(100, Math.max(0, extentOf(view.scale, at, at).from));
  const [from, to] = [clamped(row.span.from), clamped(row.span.to)];
  const { solid } = channelColours(row.channel);
  return (
    <span
      aria-hidden="true"
      className="relative mt-2 ml-8 block h-1.5 overflow-hidden rounded-full bg-line2 drawn:hidden"
    >
      <span
        className="absolute inset-y-0 rounded-full"
        style={{
          left: `min(${percent(from)}, 100% - 3px)`,
          width: `max(3px, ${percent(to - from)})`,
          background: solid,
        }}
      />
    </span>
  );
}
