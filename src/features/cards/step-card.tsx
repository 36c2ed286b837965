/** One step's card: what was sent, what became of it, and every field of its messages on demand. */
import { useEffect, useRef } from 'react';
import type { FlowLink } from '#contract/links.ts';
import type { Flow, Step } from '#model/flow/flow.ts';
import { stepLinkValues } from '#model/links/link-values.ts';
import type { PriceReading } from '#model/readings/price.ts';
import { Badge } from '#ui/badge.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { Disclosure } from '../fields/disclosure.tsx';
import { StepFields } from '../fields/step-fields.tsx';
import { OutwardLinks } from '../links/outward-links.tsx';
import { channelColours, outcomeLook } from '../look/looks.ts';
import { outcomeText } from '../look/outcome-text.ts';
import { channelText } from '../look/row-texts.ts';
import { shownText } from '../look/visible-text.ts';
import { Bubble } from './bubble.tsx';
import { PartsTable } from './part-badges.tsx';
import { StepFacts } from './step-facts.tsx';
import { stepText } from './step-text.ts';
import { whyNotSent } from './step-texts.ts';

interface StepCardProps {
  readonly flow: Flow;
  readonly step: Step;
  readonly price: PriceReading;
  /** Of the prices; null where the gateway was not told. */
  readonly currency: string | null;
  /** Into other systems. */
  readonly links: readonly FlowLink[];
  readonly selected: boolean;
  /** Whether it comes into view when it becomes chosen. */
  readonly follow: boolean;
  readonly changed: boolean;
}

export function StepCard({ flow, step, price, currency, links, selected, follow, changed }: StepCardProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.cards;
  const colours = channelColours(step.channel);
  const look = outcomeLook(step.outcome);
  const why = whyNotSent(step, flow, viewer);
  const card = useScrollWhenChosen(selected && follow);
  const title = `step-card-${step.index + 1}`;
  const status = shownText(outcomeText(step.outcome, step.status, viewer), 32);
  return (
    <section
      ref={card}
      aria-labelledby={title}
      className="scroll-mt-20 break-inside-avoid overflow-hidden rounded-xl border border-line bg-panel"
      style={selected ? { borderColor: colours.solid, boxShadow: `0 0 0 1px ${colours.solid}` } : undefined}
    >
      <div className="h-[3px]" style={{ background: colours.solid }} />
      {/* A step that is sent at last says so much more that it is another card. */}
      <div key={step.outcome.kind === 'notSent' ? 'notSent' : 'sent'} className="px-4 pt-3.5 pb-4">
        <div className="flex items-center justify-between gap-2.5">
          <h2 id={title} className="min-w-0 text-[15px] font-semibold">
            {texts.step(format.number(step.index + 1), channelText(step, viewer))}
            {step.parts.total > 1 && (
              <span className="font-normal text-ink3"> {texts.parts(step.parts.total, format)}</span>
            )}
          </h2>
          <span className="flex flex-1 flex-wrap justify-end gap-1">
            {changed && (
              <Badge key={`changed ${status}`} tone="run">
                {catalogue.flow.live.changedBadge}
              </Badge>
            )}
            <Badge key={status} tone={look.tone}>
              <span aria-hidden="true">{look.sign}</span> {status}
            </Badge>
          </span>
          <CopyButton
            quiet
            text={() => stepText(step, flow, { currency, viewer })}
            label={texts.copy(format.number(step.index + 1))}
          />
        </div>
        {why !== null && <p className="mt-3 text-[13px] text-ink2">{why}</p>}
        <Bubble step={step} />
        <StepFacts
          step={step}
          flow={flow}
          price={price.steps.find(({ stepIndex }) => stepIndex === step.index) ?? null}
          decimals={price.decimals}
        />
        {step.messages.length > 1 && (
          <Disclosure summary={texts.partsTitle}>
            <PartsTable step={step} decimals={price.decimals} />
          </Disclosure>
        )}
        {links.length > 0 && <OutwardLinks links={links} values={stepLinkValues(flow, step.messages, viewer.masked)} />}
        <Disclosure summary={catalogue.fields.all}>
          <StepFields flow={flow} step={step} />
        </Disclosure>
      </div>
    </section>
  );
}

/** Choosing a step brings its card into view, but not the one that the address named from the start. */
function useScrollWhenChosen(selected: boolean) {
  const card = useRef<HTMLElement>(null);
  const before = useRef(selected);
  useEffect(() => {
    if (selected && !before.current) card.current?.scrollIntoView({ block: 'nearest' });
    before.current = selected;
  }, [selected]);
  return card;
}
