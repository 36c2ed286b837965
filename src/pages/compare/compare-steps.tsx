/** The steps of both flows, place by place: channel, status, reason, times, prices. */
import { outcomeText } from '#features/look/outcome-text.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { Step } from '#model/flow/flow.ts';
import { maskAddress, maskLabel } from '#model/masking/masking.ts';
import { decimalsOf, price } from '#model/readings/price.ts';
import { Panel } from '#ui/panel.tsx';
import { useViewer, type Viewer } from '#ui/viewer.tsx';
import { type CompareRow, CompareTable } from './compare-table.tsx';
import type { ReadSide, Side, Sides } from './side.ts';

type StepFact = keyof Viewer['catalogue']['compare']['stepNames'];

function stepFacts(side: ReadSide, step: Step, viewer: Viewer): Readonly<Record<StepFact, string | null>> {
  const { format, masked } = viewer;
  const { flow } = side.reading;
  const [first] = step.messages;
  const paid = price(flow).steps.find(({ stepIndex }) => stepIndex === step.index)?.sum ?? null;
  const since = (from: number | null, to: number | null) =>
    from === null || to === null ? null : format.duration(to - from);
  return {
    channel: shownText(format.channelName(step.channel), 24),
    status: shownText(outcomeText(step.outcome, step.status, viewer), 60),
    reason: step.detailedStatus === null ? null : shownText(step.detailedStatus, 80),
    sent: since(flow.createdAt, step.sentAt),
    took: since(step.sentAt, step.endedAt),
    price: paid === null ? null : format.money(paid, Math.max(4, decimalsOf(paid))),
    operator:
      first.content.kind === 'sms' && first.content.operator !== null ? shownText(first.content.operator, 40) : null,
    sender: first.from === null ? null : shownText(masked ? maskAddress(first.from) : first.from, 40),
    label: first.label === null ? null : shownText(masked ? maskLabel(first.label) : first.label, 60),
  };
}

/** More steps than this are compared in the records' fields. */
const mostSteps = 12;

export function CompareSteps({ sides, onlyDifferent }: { readonly sides: Sides; readonly onlyDifferent: boolean }) {
  const viewer = useViewer();
  const { format } = viewer;
  const texts = viewer.catalogue.compare;
  const stepsOf = (side: Side) => (side.kind === 'read' ? side.reading.flow.steps : []);
  const count = Math.min(mostSteps, Math.max(stepsOf(sides[0]).length, stepsOf(sides[1]).length));
  const factsAt = (side: Side, place: number) => {
    const step = stepsOf(side)[place];
    return side.kind === 'read' && step !== undefined ? stepFacts(side, step, viewer) : null;
  };
  const names = Object.keys(texts.stepNames) as StepFact[]; // its keys are the facts
  const bothRead = sides.every(({ kind }) => kind === 'read');
  return (
    <Panel title={texts.steps}>
      {Array.from({ length: count }, (_, place) => {
        const [a, b] = [factsAt(sides[0], place), factsAt(sides[1], place)];
        const title = texts.step(format.number(place + 1));
        const rows = names.flatMap((name): CompareRow[] =>
          (a?.[name] ?? null) === null && (b?.[name] ?? null) === null
            ? []
            : [
                {
                  key: name,
                  name: texts.stepNames[name],
                  a: a?.[name] ?? texts.none,
                  b: b?.[name] ?? texts.none,
                  differs: bothRead && (a?.[name] ?? null) !== (b?.[name] ?? null),
                },
              ],
        );
        return (
          <section key={title} aria-label={title} className="mt-3 first:mt-1">
            <h3 className="text-[0.8125rem] font-semibold">{title}</h3>
            <CompareTable caption={title} nameHead={texts.fact} rows={rows} onlyDifferent={onlyDifferent} />
          </section>
        );
      })}
    </Panel>
  );
}
