/** The five figures over the loaded flows that pass the filters, each with its course over the range. */
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { type Aggregate, endedFlows } from '#model/explore/aggregate.ts';
import { decimalsOf } from '#model/readings/price.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { courseOf } from './course.ts';
import { Figure } from './figure.tsx';
import { usePartial } from './partial.ts';
import { ReachFigure } from './reach-figure.tsx';
import { useThan } from './use-than.ts';

interface FiguresProps {
  readonly aggregate: Aggregate;
  readonly loaded: number;
  readonly total: number | null;
  /** True before the first answer. */
  readonly pending: boolean;
  readonly filtered: boolean;
  readonly currency: string | null;
  readonly onLoadAll: (() => void) | null;
  /** The starts of the bars of the range, for the course; none: no course. */
  readonly bins?: readonly EpochMs[] | undefined;
  /** The same figures over the range before. */
  readonly before?: Aggregate | null;
  /** Shows the flows that took at least so long, slowest first. */
  readonly onSlowest?: ((leastMs: DurationMs) => void) | undefined;
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
      {props.pending ? <PendingFigures bins={props.bins} /> : <RateFigures {...props} />}
      {props.bar != null && <div className="col-span-full min-h-7 text-[12.5px] max-sm:min-h-[76px]">{props.bar}</div>}
    </section>
  );
}

function PendingFigures({ bins }: Pick<FiguresProps, 'bins'>) {
  const texts = useViewer().catalogue.explore.figures;
  const names = [texts.succeeded, texts.neededFailover, texts.spend, texts.reach];
  return names.map((name) => (
    <Figure key={name} name={name} small={texts.nothing} course={bins && []}>
      …
    </Figure>
  ));
}

function FlowsFigure({ aggregate, loaded, total, pending, filtered, onLoadAll, bins, before }: FiguresProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const than = useThan();
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
      course={bins && (pending ? [] : courseOf('flows', aggregate, bins))}
      before={before == null ? undefined : than.relative(aggregate.flows, before.flows, format.number(before.flows))}
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

function RateFigures({ aggregate, filtered, currency, bins, before = null, onSlowest }: FiguresProps) {
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
  const spendBefore = useMemo(() => before?.spend.total() ?? null, [before]);
  const than = useThan();
  const course = (of: Parameters<typeof courseOf>[0]) =>
    bins === undefined ? undefined : courseOf(of, aggregate, bins);
  const money = (value: typeof spend.all) => format.money(value, Math.max(2, decimalsOf(value)));
  const succeeded = share(aggregate.byStatus.succeeded, ended);
  const succeededBefore = before && share(before.byStatus.succeeded, endedFlows(before));
  const neededBefore = before && share(before.neededFailover, before.flows);
  const recovered = share(aggregate.recovered, aggregate.failoverEnded);
  return (
    <>
      <Figure
        name={texts.succeeded}
        course={course('succeeded')}
        before={than.points(succeeded, succeededBefore)}
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
        course={course('neededFailover')}
        before={than.points(share(aggregate.neededFailover, sent), neededBefore)}
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
        course={course('spend')}
        before={
          spendBefore === null
            ? undefined
            : than.relative(spend.all.toNumber(), spendBefore.toNumber(), money(spendBefore))
        }
        title={hint}
        unit={currency}
        small={`${texts.onFailed(money(spend.failed))} · ${texts.ofFlows(format.number(sent))}`}
      >
        {partial === null ? money(spend.all) : catalogue.explore.atLeast(money(spend.all))}
      </Figure>
      <ReachFigure aggregate={aggregate} hint={hint} course={course('reach')} before={before} onSlowest={onSlowest} />
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
