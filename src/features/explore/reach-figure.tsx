/** How long it took until recipients were reached: the median, and the slowest, which can be shown. */
import { useMemo } from 'react';
import { type Aggregate, percentile, sortedNumbers } from '#model/explore/aggregate.ts';
import type { DurationMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { Figure } from './figure.tsx';
import { useThan } from './use-than.ts';

interface ReachFigureProps {
  readonly aggregate: Aggregate;
  readonly before: Aggregate | null;
  readonly hint: string | undefined;
  readonly course: readonly (number | null)[] | undefined;
  /** Shows the flows that took at least so long, slowest first. */
  readonly onSlowest: ((leastMs: DurationMs) => void) | undefined;
}

export function ReachFigure({ aggregate, before, hint, course, onSlowest }: ReachFigureProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const than = useThan();
  const sorted = useMemo(() => sortedNumbers(aggregate.reachMs), [aggregate]);
  const halfBefore = useMemo(() => before && percentile(sortedNumbers(before.reachMs), 0.5), [before]);
  const half = percentile(sorted, 0.5);
  const text = (value: DurationMs | null) => (value === null ? catalogue.explore.none : format.duration(value));
  return (
    <Figure
      name={texts.reach}
      course={course}
      before={halfBefore === null || half === null ? undefined : than.relative(half, halfBefore, text(halfBefore))}
      title={[texts.reachHint(text(half)), hint].filter(Boolean).join(' ')}
      small={
        sorted.length === 0 ? (
          texts.nothing
        ) : (
          // Each in a place of its own: what one says must not move the next while flows come in.
          <span className="grid grid-cols-[7fr_4fr] justify-items-start gap-x-2">
            {/* Two buttons in two lines of this size would be too near each other for a finger (WCAG 2.5.8). */}
            <Rank rank={95} value={percentile(sorted, 0.95)} onSlowest={undefined} />
            <span>{texts.counted(format.number(sorted.length))}</span>
            <Rank rank={99} value={percentile(sorted, 0.99)} onSlowest={onSlowest} />
          </span>
        )
      }
    >
      {text(half)}
    </Figure>
  );
}

interface RankProps extends Pick<ReachFigureProps, 'onSlowest'> {
  readonly rank: number;
  readonly value: DurationMs | null;
}

/** A percentile; a way to the flows that took at least as long, where one is given. */
function Rank({ rank, value, onSlowest }: RankProps) {
  const { catalogue, format } = useViewer();
  const { charts, figures } = catalogue.explore;
  if (value === null) return null;
  const name = charts.p(rank);
  const text = `${name} ${format.duration(value)}`;
  if (onSlowest === undefined) return <span>{text}</span>;
  return (
    <button
      type="button"
      className="cursor-pointer rounded text-left underline hover:text-ink"
      title={figures.slowest(name, format.duration(value))}
      onClick={() => onSlowest(value)}
    >
      {text}
    </button>
  );
}
