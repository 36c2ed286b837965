/** The chart's figures as a table: every message's latency by its timestamps and as reported. */
import { useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { LatencyReading, MessageLatency } from '#model/readings/latency.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelText, type Words } from '../look/row-texts.ts';

interface LatencyTableProps {
  readonly reading: LatencyReading;
  readonly flow: Flow;
}

const rowsAtOnce = 40;
const head = 'border-b border-line px-2 py-1.5 text-[12px] font-medium text-ink3';
const cell = 'border-b border-line2 px-2 py-1.5';

export function LatencyTable({ reading, flow }: LatencyTableProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.latency;
  const [shown, setShown] = useState(rowsAtOnce);
  const rows = reading.steps.flatMap((step) =>
    step.messages.map((message) => ({ stepIndex: step.stepIndex, message })),
  );
  const left = rows.length - shown;
  return (
    <>
      <table className="w-full border-collapse text-[13px]">
        <caption className="sr-only">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {texts.columns.step}
            </th>
            {[texts.columns.part, texts.columns.measured, texts.columns.reported].map((name) => (
              <th key={name} scope="col" className={`${head} text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ stepIndex, message }) => {
            const step = flow.steps[stepIndex];
            return (
              <tr key={message.messageIndex}>
                <th scope="row" className={`${cell} text-left font-normal`}>
                  {texts.step(
                    format.number(stepIndex + 1),
                    step === undefined ? texts.none : channelText(step, viewer),
                  )}
                </th>
                <td className={`${cell} text-right`}>
                  {message.part === null ? texts.none : format.number(message.part)}
                </td>
                <td className={`${cell} text-right`}>{measuredText(message, viewer)}</td>
                <td className={`${cell} text-right`}>{reportedText(message, viewer)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && (
        <button
          type="button"
          className="mt-2 cursor-pointer text-[12px] underline"
          onClick={() => setShown(shown + 10 * rowsAtOnce)}
        >
          {texts.showMore(format.number(left))}
        </button>
      )}
    </>
  );
}

function measuredText({ measuredMs, open }: MessageLatency, { catalogue, format }: Words): string {
  const texts = catalogue.latency;
  if (measuredMs === null) return texts.none;
  if (measuredMs < 0) return texts.before(format.duration(-measuredMs));
  return open ? texts.soFar(format.duration(measuredMs)) : format.duration(measuredMs);
}

function reportedText({ reported }: MessageLatency, { catalogue, format }: Words): string {
  const texts = catalogue.latency;
  return reported === null ? texts.none : texts.reported(format.number(reported.value), texts.units[reported.unit]);
}
