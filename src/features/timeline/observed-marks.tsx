/** Changes that the history saw: between two looks, or at the status's own time where the record gave one. Never a point that nobody saw. */
import type { Transition } from '#model/history/transitions.ts';
import type { TimelineRow } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { Drawing } from './drawing.ts';
import type { RowBox } from './layout.ts';
import { extentOf, inPlot, percent, rem, visible } from './places.ts';

interface ObservedMarksProps {
  readonly row: TimelineRow;
  readonly box: RowBox;
  readonly drawing: Drawing;
  /** The flow's own changes stand in the row of the last step that was sent. */
  readonly last: boolean;
}

const ofRow = ({ observed }: Drawing, row: TimelineRow, last: boolean): Transition[] =>
  observed.filter(({ stepIndex }) => stepIndex === row.stepIndex || (stepIndex === null && last));

const keyOf = ({ stepIndex, part, from, to, before }: Transition) => `${stepIndex} ${part} ${from} ${to} ${before}`;

export function ObservedMarks({ row, box, drawing, last }: ObservedMarksProps) {
  const above = box.barTop - box.top - 0.375;
  const below = box.barTop - box.top + box.barsHeight + 0.0625;
  return ofRow(drawing, row, last).map((change) => (
    <Mark key={keyOf(change)} change={change} drawing={drawing} top={change.stepIndex === null ? below : above} />
  ));
}

/** A span has a tick at each end; a time that the record gave is one tick. */
function Mark({ change, drawing, top }: { change: Transition; drawing: Drawing; top: number }) {
  const { at, after, before } = change;
  const shared = { top: rem(top), height: '0.3125rem', borderColor: 'var(--run)' };
  if (at !== null) {
    const place = drawing.place(at);
    if (!inPlot(place)) return null;
    return (
      <i
        data-observed="at"
        className="absolute z-[4] -ml-px block border-l-2"
        style={{ ...shared, left: percent(place) }}
      />
    );
  }
  const seen = visible(extentOf(drawing.view.scale, after, before));
  if (seen === null) return null;
  const width = `max(3px, ${percent(seen.to - seen.from)})`;
  return (
    <i
      data-observed="between"
      className="absolute z-[4] block border-x-[1.5px]"
      style={{ ...shared, left: percent(seen.from), width }}
    >
      <i className="absolute inset-x-0 top-1/2 -mt-px block border-t-[1.5px]" style={{ borderColor: 'var(--run)' }} />
    </i>
  );
}

/** The same in words, at the end of a step's story. */
export function ObservedStory({ row, drawing }: { readonly row: TimelineRow; readonly drawing: Drawing }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  return ofRow(drawing, row, false).map((change) => {
    const [after, before] = change.at === null ? [change.after, change.before] : [change.at, change.at];
    return (
      <span key={keyOf(change)}>
        {' '}
        {texts.observed(change.from, change.to, format.time(after), format.time(before))}
      </span>
    );
  });
}
