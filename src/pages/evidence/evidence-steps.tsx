/** Every step in a row: what became of it, when, and what it cost. */

import { outcomeLook } from '#features/look/looks.ts';
import { outcomeText } from '#features/look/outcome-text.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { Flow, Step } from '#model/flow/flow.ts';
import { maskAddress } from '#model/masking/masking.ts';
import type { PriceReading } from '#model/readings/price.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Panel } from '#ui/panel.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface EvidenceStepsProps {
  readonly flow: Flow;
  readonly price: PriceReading;
}

const cell = 'border-t border-line2 py-1.5 pr-3 text-left align-top wrap-anywhere';

export function EvidenceSteps({ flow, price }: EvidenceStepsProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.evidence;
  const { columns } = texts;
  return (
    <Panel title={texts.steps} className="break-inside-avoid">
      <ScrollRegion label={texts.steps} className="print:overflow-visible">
        <table className="mt-2 w-full border-collapse text-[12.5px]">
          <thead>
            <tr className="text-[12px] text-ink3">
              {Object.entries(columns).map(([name, text]) => (
                <th
                  key={name}
                  scope="col"
                  className={`py-1 pr-3 font-medium ${name === 'price' ? 'text-right' : 'text-left'}`}
                >
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flow.steps.map((step) => (
              <StepRow
                key={step.index}
                step={step}
                price={price}
                day={flow.createdAt ?? flow.steps[0]?.sentAt ?? null}
              />
            ))}
            {price.sum !== null && (
              <tr>
                <th scope="row" colSpan={6} className={`${cell} font-medium`}>
                  {texts.total}
                </th>
                <td className="border-t border-line2 py-1.5 text-right font-medium">
                  {format.money(price.sum, price.decimals)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}

interface StepRowProps {
  readonly step: Step;
  readonly price: PriceReading;
  /** A moment of the flow's day: times of other days carry their date. */
  readonly day: EpochMs | null;
}

function StepRow({ step, price, day }: StepRowProps) {
  const viewer = useViewer();
  const { catalogue, format, masked } = viewer;
  const none = catalogue.cards.none;
  const [{ to }] = step.messages;
  const paid = price.steps.find(({ stepIndex }) => stepIndex === step.index)?.sum ?? null;
  const time = (at: number | null) => (at === null ? none : format.timeOn(at, day));
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        {format.number(step.index + 1)} {shownText(format.channelName(step.channel), 32)}
        {step.parts.total > 1 && ` · ${catalogue.cards.parts(step.parts.total, format)}`}
      </th>
      <td className={cell}>
        <span aria-hidden="true">{outcomeLook(step.outcome).sign}</span>{' '}
        {shownText(outcomeText(step.outcome, step.status, viewer), 40)}
      </td>
      <td className={cell}>{step.detailedStatus === null ? none : shownText(step.detailedStatus, 60)}</td>
      <td className={cell}>{to === null ? none : shownText(masked ? maskAddress(to) : to, 40)}</td>
      <td className={`${cell} whitespace-nowrap`}>{time(step.sentAt)}</td>
      <td className={`${cell} whitespace-nowrap`}>{time(step.endedAt)}</td>
      <td className="border-t border-line2 py-1.5 text-right align-top whitespace-nowrap">
        {paid === null ? none : format.money(paid, price.decimals)}
      </td>
    </tr>
  );
}
