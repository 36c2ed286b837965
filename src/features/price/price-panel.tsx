/** What the flow cost: each step's share, the exact sum, and whether it agrees with `totalPrice`. */
import type { Flow } from '#model/flow/flow.ts';
import type { PriceReading } from '#model/readings/price.ts';
import { Badge } from '#ui/badge.tsx';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours } from '../look/looks.ts';
import { channelText, type Words } from '../look/row-texts.ts';
import type { PriceSegment } from './price-chart.tsx';
import { PriceTable } from './price-table.tsx';

const PriceChart = later(async () => (await import('./price-chart.tsx')).PriceChart).Part;

interface PricePanelProps {
  readonly reading: PriceReading;
  readonly flow: Flow;
  /** ISO 4217 of the account, where it was configured. */
  readonly currency: string | null;
}

export function PricePanel({ reading, flow, currency }: PricePanelProps) {
  const viewer = useViewer();
  const texts = viewer.catalogue.price;
  const segments = segmentsOf(reading, flow);
  return (
    <section aria-labelledby="price-title" className="min-w-0 rounded-xl border border-line bg-panel px-[18px] py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="price-title" className="text-[13px] font-semibold">
          {texts.title}{' '}
          <span className="text-[12px] font-normal text-ink3">
            {currency === null ? texts.accountCurrency : texts.inCurrency(currency)}
          </span>
        </h2>
        <Agreement reading={reading} />
      </div>
      {segments.length > 0 && (
        <div aria-hidden="true" className="my-3.5 h-[26px] overflow-hidden rounded-[7px] bg-line2">
          <Late fallback={null}>
            <PriceChart segments={segments} />
          </Late>
        </div>
      )}
      {reading.agreement.kind === 'differs' && (
        <p className="mb-2 text-[13px] text-warn">{differenceText(reading, flow, viewer)}</p>
      )}
      {reading.steps.length === 0 ? (
        <p className="mt-3 text-ink3">{texts.nothing}</p>
      ) : (
        <PriceTable reading={reading} flow={flow} />
      )}
    </section>
  );
}

function Agreement({ reading }: { readonly reading: PriceReading }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.price;
  const { agreement } = reading;
  switch (agreement.kind) {
    case 'agrees':
      return (
        <Badge tone="ok">
          <span aria-hidden="true">✓</span> {texts.agrees}
        </Badge>
      );
    case 'differs':
      return (
        <Badge tone="warn">
          <span aria-hidden="true">≠</span> {texts.differs(format.money(agreement.difference.abs(), reading.decimals))}
        </Badge>
      );
    case 'notComparable':
      return <Badge tone="mute">{texts[agreement.why]}</Badge>;
  }
}

function differenceText(reading: PriceReading, flow: Flow, words: Words): string {
  const { catalogue, format } = words;
  const texts = catalogue.price;
  const { agreement, sum, total, decimals } = reading;
  if (agreement.kind !== 'differs' || sum === null || total === null) return '';
  const says = texts.sum(format.money(sum, decimals), format.money(total, decimals));
  if (agreement.explainedBy === null) return `${says} ${texts.notExplained}`;
  const steps = agreement.explainedBy.steps.flatMap((index) => flow.steps[index] ?? []);
  const names = steps.map((step) => texts.stepName(format.number(step.index + 1), channelText(step, words)));
  return `${says} ${texts.explainedBy(format.list(names), steps.length === 1, agreement.explainedBy.oneEach)}`;
}

/** More segments than this cannot be told apart; the smallest are drawn as one. */
const mostSegments = 24;

/** The steps that cost something, in the order of the chain. */
function segmentsOf(reading: PriceReading, flow: Flow): PriceSegment[] {
  const priced = reading.steps.flatMap(({ stepIndex, sum }) => {
    const step = flow.steps[stepIndex];
    if (sum === null || step === undefined || sum.lte(0)) return [];
    return [{ key: `step${stepIndex}`, value: sum.toNumber(), colour: channelColours(step.channel).solid }];
  });
  if (priced.length <= mostSegments) return priced;
  const others = priced.slice(mostSegments).reduce((rest, segment) => rest + segment.value, 0);
  return [...priced.slice(0, mostSegments), { key: 'others', value: others, colour: 'var(--ink3)' }];
}
