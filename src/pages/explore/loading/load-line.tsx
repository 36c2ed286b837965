/** How much of the range the figures, charts and table are of, and the ways to all of it. */
import { useMoments } from '#features/explore/moments.ts';
import { narrowerRange, type Range } from '#model/explore/range.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { autoFlows } from '../data/page-plan.ts';
import type { Search } from '../data/use-search.ts';
import type { RangeBefore } from '../failing/use-range-before.ts';
import { rangeText } from '../filters/range-text.ts';
import type { Result } from '../use-result.ts';
import type { ViewState } from '../use-view.ts';
import { LoadBar } from './load-bar.tsx';

interface LoadLineProps {
  readonly state: ViewState;
  readonly result: Result;
  readonly before: RangeBefore;
}

export function LoadLine({ state, result, before }: LoadLineProps) {
  const { search } = result;
  if (search.progress !== null) return <LoadBar search={search} />;
  if (search.missed !== null) return <MissedLine missed={search.missed} onAgain={state.searchAgain} />;
  if (search.total === null) return null;
  return search.complete ? <WholeLine search={search} before={before} /> : <PartLine state={state} result={result} />;
}

function WholeLine({ search, before }: { readonly search: Search; readonly before: RangeBefore }) {
  const { catalogue, format } = useViewer();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink3">
      {catalogue.explore.partial.all(format.number(search.store.rows.length))}
      <BeforeText before={before} />
    </p>
  );
}

/** The way to the same figures of the range before, and how far they are. */
function BeforeText({ before }: { readonly before: RangeBefore }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.failing;
  const counts = [format.number(before.loaded), before.total === null ? '…' : format.number(before.total)] as const;
  switch (before.state) {
    case 'idle':
      return (
        <Button size="small" onClick={before.load}>
          {texts.compareBefore}
        </Button>
      );
    case 'loading':
      return <span role="status">{texts.loadingBefore(...counts)}</span>;
    case 'done':
      return <span role="status">{texts.beforeOf(...counts)}</span>;
    case 'failed':
      return (
        <span role="status" className="text-bad">
          {texts.beforeFailed}
        </span>
      );
  }
}

interface MissedLineProps {
  readonly missed: NonNullable<Search['missed']>;
  readonly onAgain: () => void;
}

function MissedLine({ missed, onAgain }: MissedLineProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.partial;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-warn">
      {texts.missed(format.number(missed.announced), format.number(missed.came))}
      <Button size="small" onClick={onAgain}>
        {texts.again}
      </Button>
    </p>
  );
}

function PartLine({ state, result }: Omit<LoadLineProps, 'before'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore;
  const { search } = result;
  const counts = [format.number(search.store.rows.length), format.number(search.total ?? 0)] as const;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="font-medium text-warn">
        {search.limit === null ? texts.partial.some(...counts) : texts.partial.limit(...counts)}
        {search.limit?.said != null && (
          <>
            {' '}
            {texts.partial.limitSaid} <q>{search.limit.said}</q>
          </>
        )}
      </span>
      {search.limit === null && (
        <>
          <span className="text-ink3">{texts.partial.auto(format.number(autoFlows))}</span>
          <Button size="small" onClick={search.loadAll}>
            {texts.loading.all(format.number(search.total ?? 0))}
          </Button>
        </>
      )}
      <OtherRanges state={state} result={result} />
    </div>
  );
}

/** A narrower range, and where Routee gives no more the rest of this one. */
function OtherRanges({ state, result: { search } }: Omit<LoadLineProps, 'before'>) {
  const viewer = useViewer();
  const moments = useMoments();
  const texts = viewer.catalogue.explore.partial;
  const { view, bounds, change } = state;
  const narrower = narrowerRange(view.range, bounds);
  const earlier = search.limit === null ? null : earlierRange(search, bounds.from);
  const zone = viewer.format.zoneName(bounds.from);
  return (
    <>
      {narrower !== null && (
        <Button size="small" onClick={() => change({ range: narrower })}>
          {narrower.kind === 'between'
            ? texts.narrowBetween(viewer.format.duration(narrower.to - narrower.from))
            : texts.narrow(rangeText(narrower, viewer, moments))}
        </Button>
      )}
      {earlier !== null && (
        <Button size="small" onClick={() => change({ range: earlier })}>
          {texts.earlier(`${moments.minute(earlier.to)} ${zone}`)}
        </Button>
      )}
    </>
  );
}

/** From the range's start up to and with the minute of the oldest flow that is surely loaded; null where that is nothing. */
function earlierRange({ coverage }: Search, from: number): Extract<Range, { kind: 'between' }> | null {
  if (coverage.kind !== 'since') return null;
  const to = Math.ceil(coverage.from / 60_000) * 60_000;
  return from < to ? { kind: 'between', from, to } : null;
}
