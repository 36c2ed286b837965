/** The five figures over the loaded flows that pass the filters. */
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { type Aggregate, endedFlows, percentile, sortedNumbers } from '#model/explore/aggregate.ts';
import { decimalsOf } from '#model/readings/price.ts';
import { useViewer } from '#ui/viewer.tsx';
import { usePartial, usePartialText } from './partial.ts';

interface FiguresProps {
  readonly aggregate: Aggregate;
  readonly loaded: number;
  readonly total: number | null;
  /** True before the first answer. */
  readonly pending: boolean;
  readonly filtered: boolean;
  readonly currency: string | null;
  readonly onLoadAll: (() => void) | null;
  /** How far loading is, under the figures. */
  readonly bar?: ReactNode;
}

/** Of flows that have ended: from here on the share that succeeded is green, and under `low` it is red. */
const thresholds = { good: 0.95, low: 0.85 } as const;

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

export function Figures(props: FiguresProps) {
  const texts = useViewer().catalogue.explore.figures;
  return (
    <section aria-label={texts.title} className="grid grid-cols-5 gap-3 max-lg:grid-cols-3 max-sm:grid-cols-2">
      <FlowsFigure {...props} />
      {props.pending ? <PendingFigures /> : <RateFigures {...props} />}
      {props.bar != null && <div className="col-span-full min-h-7 text-[12.5px] max-sm:min-h-[76px]">{props.bar}</div>}
    </section>
  );
}

function PendingFigures() {
  const texts = useViewer().catalogue.explore.figures;
  const names = [texts.succeeded, texts.neededFailover, texts.spend, texts.reach];
  return names.map((name) => (
    <Figure key={name} name={name} small={texts.nothing}>
      …
    </Figure>
  ));
}

function FlowsFigure({ aggregate, loaded, total, pending, filtered, onLoadAll }: FiguresProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const rest = total !== null && total > loaded;
  const says = filtered
    ? texts.flowsPass(format.number(aggregate.flows), format.number(loaded))
    : rest
      ? texts.flowsShown(format.number(loaded))
      : texts.flowsAll;
  return (
    <Figure
      name={texts.flows}
      whole
      small={
        pending ? (
          catalogue.explore.loading.first
        ) : (
          <>
            {says}
            {rest && onLoadAll !== null && (
              <>
                {' · '}
                <button type="button" className="cursor-pointer rounded underline hover:text-ink" onClick={onLoadAll}>
                  {texts.loadAll}
                </button>
              </>
            )}
          </>
        )
      }
    >
      {pending ? '…' : format.number(total ?? loaded)}
    </Figure>
  );
}

function RateFigures({ aggregate, filtered, currency }: FiguresProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const { none } = catalogue.explore;
  const ended = endedFlows(aggregate);
  const sent = aggregate.flows;
  const percent = (value: number | null) => (value === null ? none : format.percent(value));
  const partial = usePartial();
  // Flows that are not loaded may all be of one kind; of filtered ones nobody knows how many pass.
  const rest = partial === null || filtered ? 0 : partial.total - partial.loaded;
  const bounds = (part: number, whole: number) =>
    rest > 0
      ? texts.between(format.percent(part / (whole + rest)), format.percent((part + rest) / (whole + rest)))
      : undefined;
  const hint = partial === null ? undefined : texts.ofLoaded(format.percent(partial.loaded / partial.total));
  const spend = useTotals(aggregate);
  const money = (value: typeof spend.all) => format.money(value, Math.max(2, decimalsOf(value)));
  const succeeded = share(aggregate.byStatus.succeeded, ended);
  const recovered = share(aggregate.recovered, aggregate.failoverEnded);
  return (
    <>
      <Figure
        name={texts.succeeded}
        title={[texts.thresholds(format.percent(thresholds.good), format.percent(thresholds.low)), hint]
          .filter(Boolean)
          .join(' ')}
        tone={partial === null ? toneOf(succeeded) : ''}
        bounds={bounds(aggregate.byStatus.succeeded, ended)}
        small={
          ended === 0
            ? texts.nothing
            : [
                texts.succeededOf(format.number(aggregate.byStatus.succeeded), format.number(ended)),
                aggregate.unheard > 0 ? texts.unheard(format.number(aggregate.unheard)) : '',
                aggregate.inPart > 0 ? texts.inPart(format.number(aggregate.inPart)) : '',
              ].join('')
        }
      >
        {percent(succeeded)}
      </Figure>
      <Figure
        name={texts.neededFailover}
        title={hint}
        bounds={bounds(aggregate.neededFailover, sent)}
        small={
          recovered === null
            ? sent === 0
              ? texts.nothing
              : texts.noFailover
            : `${texts.needed(format.number(aggregate.neededFailover), format.number(sent))} · ${texts.recovered(
                format.percent(recovered),
                format.number(aggregate.recovered),
                format.number(aggregate.failoverEnded),
              )}`
        }
      >
        {percent(share(aggregate.neededFailover, sent))}
      </Figure>
      <Figure
        name={texts.spend}
        title={hint}
        unit={currency}
        small={`${texts.onFailed(money(spend.failed))} · ${texts.ofFlows(format.number(sent))}`}
      >
        {partial === null ? money(spend.all) : catalogue.explore.atLeast(money(spend.all))}
      </Figure>
      <Reach aggregate={aggregate} hint={hint} />
    </>
  );
}

/** No colour without a share: nothing is green by accident. */
function toneOf(succeeded: number | null): string {
  if (succeeded === null) return '';
  if (succeeded >= thresholds.good) return 'text-ok';
  return succeeded < thresholds.low ? 'text-bad' : 'text-warn';
}

function useTotals(aggregate: Aggregate) {
  return useMemo(() => ({ all: aggregate.spend.total(), failed: aggregate.failedSpend.total() }), [aggregate]);
}

function Reach({ aggregate, hint }: { aggregate: Aggregate; hint: string | undefined }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const sorted = useMemo(() => sortedNumbers(aggregate.reachMs), [aggregate]);
  const at = (rank: number) => {
    const value = percentile(sorted, rank);
    return value === null ? catalogue.explore.none : format.duration(value);
  };
  const says = texts.reachRest(at(0.95), at(0.99), format.number(sorted.length));
  return (
    <Figure
      name={texts.reach}
      title={[texts.reachHint(at(0.5)), hint].filter(Boolean).join(' ')}
      small={sorted.length === 0 ? texts.nothing : says}
    >
      {at(0.5)}
    </Figure>
  );
}

interface FigureProps {
  readonly name: string;
  readonly small: ReactNode;
  readonly title?: string | undefined;
  readonly unit?: string | null;
  readonly tone?: string;
  /** What the same figure can be of the whole range. */
  readonly bounds?: string | undefined;
  /** The figure is of the whole range, whatever is loaded. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

function Figure({ name, small, title, unit = null, tone = '', bounds, whole = false, children }: FigureProps) {
  const partial = usePartialText();
  const says = whole || partial === null ? [] : [partial, bounds].filter((one) => one !== undefined);
  return (
    <dl className="min-w-0 rounded-xl border border-line bg-panel px-4 py-[13px] max-sm:nth-5:col-span-2" title={title}>
      <dt className="text-ink3">{name}</dt>
      <dd>
        <b className={`mt-0.5 block text-[21px] leading-snug font-[640] ${tone}`}>
          {children} {unit !== null && <span className="text-[12px] font-[450] text-ink3">{unit}</span>}
        </b>
        {/* Room for two lines, on a phone for three, so that nothing below moves when the figures come. */}
        <span className="block min-h-[36px] text-[12px] text-ink3 max-sm:min-h-[54px]">{small}</span>
        {/* Its place is kept, so that nothing below moves when all is there. */}
        <span className="block min-h-[36px] text-[12px] font-medium text-warn">
          {says.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </span>
      </dd>
    </dl>
  );
}
