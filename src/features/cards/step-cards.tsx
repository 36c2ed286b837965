/** A card for each step of the flow, in the order of the chain. */
import { useState } from 'react';
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

export function StepCards({ flow, price, currency, links = noLinks, selectedStep, follow, changed }: StepCardsProps) {
  const { catalogue, format } = useViewer();
  const [shown, setShown] = useState(cardsAtOnce);
  const steps = flow.steps.slice(0, shown);
  const chosen = selectedStep === null ? undefined : flow.steps[selectedStep];
  if (chosen !== undefined && chosen.index >= shown) steps.push(chosen);
  const left = flow.steps.length - shown;
  return (
    <>
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
