/** A card for each step of the flow, in the order of the chain. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { FlowLink } from '#contract/links.ts';
import type { Flow } from '#model/flow/flow.ts';
import type { PriceReading } from '#model/readings/price.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { StepCard } from './step-card.tsx';

interface StepCardsProps {
  readonly flow: Flow;
  readonly price: PriceReading;
  /** Of the prices; null where the gateway was not told. */
  readonly currency: string | null;
  /** Into other systems; none by default. */
  readonly links?: readonly FlowLink[];
  readonly selectedStep: number | null;
  /** Whether the card of a step that becomes chosen is brought into view. */
  readonly follow: boolean;
  /** Steps that the last answer changed. */
  readonly changed?: ReadonlySet<number>;
}

const noLinks: readonly never[] = [];

/** Flows have a handful of steps; of a flow with very many, this many cards stand on the page at a time. */
const cardsAtOnce = 12;

/** No column of the last row stays empty where that can be: one card alone, two or four in pairs, else threes. */
function columnsFor(count: number): string {
  if (count === 1) return '';
  return count === 2 || count === 4
    ? 'md:grid-cols-2 print:grid-cols-2'
    : 'md:grid-cols-2 xl:grid-cols-3 print:grid-cols-2';
}

/** Longer flows than this have ways through their steps. */
const longFlow = 6;

/** Brings a card into view and puts the focus on its heading. */
function showCard(place: number): void {
  const heading = document.getElementById(`step-card-${place}`);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'center' });
  heading.focus({ preventScroll: true });
}

interface StepNavigationProps {
  readonly all: number;
  readonly failed: number;
  readonly failedOnly: boolean;
  readonly onFailedOnly: (failedOnly: boolean) => void;
  readonly onLast: () => void;
}

function StepNavigation({ all, failed, failedOnly, onFailedOnly, onLast }: StepNavigationProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.cards;
  return (
    <fieldset className="mb-3 flex flex-wrap items-center gap-1.5 print:hidden">
      <legend className="sr-only">{texts.navigation}</legend>
      <Button size="small" pressed={!failedOnly} onClick={() => onFailedOnly(false)}>
        {texts.allSteps(format.number(all))}
      </Button>
      <Button size="small" pressed={failedOnly} disabled={failed === 0} onClick={() => onFailedOnly(true)}>
        {texts.failedSteps(format.number(failed))}
      </Button>
      <Button size="small" className="ml-2" onClick={onLast}>
        {texts.lastStep} <span aria-hidden="true">↓</span>
      </Button>
    </fieldset>
  );
}

export function StepCards({ flow, price, currency, links = noLinks, selectedStep, follow, changed }: StepCardsProps) {
  const { catalogue, format } = useViewer();
  const [shown, setShown] = useState(cardsAtOnce);
  const [failedOnly, setFailedOnly] = useState(false);
  const [last, setLast] = useState(false);
  const failed = flow.steps.filter(({ outcome }) => outcome.kind === 'notDelivered');
  const listed = failedOnly ? failed : flow.steps;
  const steps = listed.slice(0, shown);
  const chosen = selectedStep === null ? undefined : flow.steps[selectedStep];
  for (const one of [chosen, last ? flow.steps.at(-1) : undefined]) {
    if (one !== undefined && !steps.includes(one)) steps.push(one);
  }
  const left = listed.length - shown;
  return (
    <>
      {flow.steps.length > longFlow && (
        <StepNavigation
          all={flow.steps.length}
          failed={failed.length}
          failedOnly={failedOnly}
          onFailedOnly={setFailedOnly}
          onLast={() => {
            flushSync(() => setLast(true));
            showCard(flow.steps.length);
          }}
        />
      )}
      {/* On paper the cards come last: what is lower fills the page before them. */}
      <div className={`grid grid-cols-1 gap-4 print:order-1 print:gap-3 ${columnsFor(steps.length)}`}>
        {steps.map((step) => (
          <StepCard
            key={step.index}
            flow={flow}
            step={step}
            price={price}
            currency={currency}
            links={links}
            selected={step.index === selectedStep}
            follow={follow}
            changed={changed?.has(step.index) === true}
          />
        ))}
      </div>
      {left > 0 && (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => setShown(shown + 2 * cardsAtOnce)}>
            {catalogue.cards.showMore(format.number(left))}
          </Button>
        </div>
      )}
    </>
  );
}
