/** One row of the drawing: its bars with what stands around them, and their labels. */
import type { TimelineRow } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import { notSentText } from '../look/row-texts.ts';
import { BarLabel, Bars } from './bars.tsx';
import type { Drawing } from './drawing.ts';
import { TextLabel } from './label.tsx';
import { FlowEnd, HandoverMark, TtlMark } from './marks.tsx';
import { ObservedMarks } from './observed-marks.tsx';
import { freeRegion } from './regions.ts';

interface RowPlotProps {
  readonly row: TimelineRow;
  readonly drawing: Drawing;
}

export function RowPlot({ row, drawing }: RowPlotProps) {
  const viewer = useViewer();
  const { timeline, flow } = drawing;
  const box = drawing.boxes[row.stepIndex];
  const lines = drawing.lines[row.stepIndex];
  if (box === undefined || lines === undefined) return null;
  const nothing = notSentText(row, flow, viewer) ?? (row.span === null ? viewer.catalogue.timeline.noTimes : null);
  const shared = { row, box, drawing, lines };
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-1.5 left-(--names) hidden overflow-x-clip drawn:block"
    >
      {row.span !== null && <Bars {...shared} />}
      {row.span !== null && <BarLabel {...shared} />}
      <ObservedMarks {...shared} last={row.stepIndex === lastSent(timeline.rows)} />
      <TtlMark {...shared} />
      <HandoverMark {...shared} />
      {row.stepIndex === lastSent(timeline.rows) && <FlowEnd {...shared} />}
      {nothing !== null && <NothingLabel text={nothing} {...shared} />}
    </div>
  );
}

function NothingLabel({ text, box, lines }: { readonly text: string } & Parameters<typeof TtlMark>[0]) {
  const region = freeRegion(lines);
  if (region === null) return null;
  const top = box.barTop - box.top + 0.3125;
  return <TextLabel region={region} top={top} full={text} short={text} className="text-[0.75rem] text-ink3" />;
}

/** The flow's end is marked under the last step that was sent, or the first when none was. */
function lastSent(rows: readonly TimelineRow[]): number {
  return rows.findLast((row) => row.outcome.kind !== 'notSent')?.stepIndex ?? 0;
}
