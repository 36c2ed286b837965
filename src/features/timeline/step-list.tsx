/** The steps as an ordered list, one stop for the Tab key. */
import { type KeyboardEvent, useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import { useViewer } from '#ui/viewer.tsx';
import { toneText } from '../look/looks.ts';
import { endedText } from '../look/row-texts.ts';
import type { Drawing } from './drawing.ts';
import { StepRow } from './step-row.tsx';

interface StepListProps {
  readonly drawing: Drawing;
  readonly selected: number | null;
  readonly onSelect: (stepIndex: number | null) => void;
  readonly onFocus: (stepIndex: number | null) => void;
  /** How many steps, from the first, the list shows where there is no drawing. */
  readonly listed: number;
  /** First and last row in view where the drawing scrolls. */
  readonly inView: readonly [number, number];
}

export function StepList({ drawing, selected, onSelect, onFocus, listed, inView }: StepListProps) {
  const viewer = useViewer();
  const [current, setCurrent] = useState(0);
  const { timeline, flow } = drawing;
  const rows = timeline.rows.filter(
    ({ stepIndex }) => stepIndex < listed || (stepIndex >= inView[0] && stepIndex <= inView[1]),
  );
  const entry = rows.some((row) => row.stepIndex === current) ? current : (selected ?? rows[0]?.stepIndex ?? 0);
  const look = endLook(flow);
  return (
    <ol
      aria-label={viewer.catalogue.timeline.steps}
      className="not-drawn:mt-3"
      onKeyDown={moveFocus}
      onBlur={() => onFocus(null)}
    >
      {rows.map((row) => (
        <StepRow
          key={row.stepIndex}
          row={row}
          drawing={drawing}
          selected={selected === row.stepIndex}
          tabbable={row.stepIndex === entry}
          listed={row.stepIndex < listed}
          onSelect={onSelect}
          onFocus={(index, visible) => {
            setCurrent(index);
            onFocus(visible ? index : null);
          }}
        />
      ))}
      {timeline.ended !== null && rows.at(-1)?.stepIndex === timeline.rows.length - 1 && (
        <li className={`flex gap-3 pl-[3px] font-semibold drawn:sr-only ${toneText[look.tone]}`}>
          <span aria-hidden="true" className="w-4 text-center">
            {look.sign}
          </span>
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

/** Up and down, Home and End move between the steps. */
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
