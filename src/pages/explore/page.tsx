/** Explore: finds flows without their ID, and shows how the chains are doing. */
import { useMemo, useState } from 'react';
import { ApiError } from '#api/api-error.ts';
import { ofOneSource } from '#api/search-options.ts';
import { useConfig } from '#api/use-config.ts';
import { Figures } from '#features/explore/figures.tsx';
import { PartialContext } from '#features/explore/partial.ts';
import { type Aggregate, addRow, emptyAggregate } from '#model/explore/aggregate.ts';
import { binsOf } from '#model/explore/binning.ts';
import { loadedFilters } from '#model/explore/filters.ts';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { ExportMenu } from './actions/export-menu.tsx';
import { ShareButton } from './actions/share-button.tsx';
import { ViewsMenu } from './actions/views-menu.tsx';
import { ChartsArea, MoreChartsArea } from './charts-area.tsx';
import { type Counting, useCounted } from './data/use-counted.ts';
import { FailingArea } from './failing/failing-area.tsx';
import { useRangeBefore } from './failing/use-range-before.ts';
import { facetOf } from './filters/facets.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { LiveButton } from './live/live-button.tsx';
import { FailedPages } from './loading/failed-pages.tsx';
import { LoadLine } from './loading/load-line.tsx';
import { SearchFailure } from './loading/search-failure.tsx';
import { MoreLine } from './more-line.tsx';
import { RepairsNotice } from './repairs-notice.tsx';
import { ResultTable } from './result-table.tsx';
import { SourceButton, SourceLine } from './source-line.tsx';
import { type Result, useResult } from './use-result.ts';
import { useExploreView, type ViewState } from './use-view.ts';
import { useViewActions } from './use-view-actions.ts';

export function ExplorePage() {
  const { catalogue } = useViewer();
  const state = useExploreView();
  const result = useResult(state);
  const texts = catalogue.explore;
  useTitle(`${texts.title} · ${catalogue.app.name}`);
  const { search } = result;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h1 className="sr-only">{texts.title}</h1>
      <TopLine state={state} result={result} />
      <RepairsNotice repairs={state.repairs} onDismiss={state.dismissRepairs} />
      <SourceLine history={search.history} />
      {search.error === null ? (
        <Found state={state} result={result} />
      ) : (
        <SearchFailure error={search.error} onRetry={search.retry} onRange={(range) => state.change({ range })} />
      )}
    </div>
  );
}

interface PartProps {
  readonly state: ViewState;
  readonly result: Result;
}

function TopLine({ state, result }: PartProps) {
  const { catalogue } = useViewer();
  const config = useConfig();
  const { view, bounds, change } = state;
  const { search, live, held } = result;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <FilterBar
          range={view.range}
          bounds={bounds}
          filters={view.filters}
          facetOf={(field) => facetOf(search.store.rows, field)}
          wholeNumbersOnly={config?.mask === 'always'}
          refused={refusalOf(search.error)}
          onRange={(range) => change({ range })}
          onFilters={(filters) => change({ filters })}
        />
        <div className="flex flex-wrap gap-2">
          <SourceButton state={state} />
          <LiveButton on={live.on} possible={live.possible} live={live} onToggle={live.toggle} />
          <ExportMenu rows={held.rows} store={search.store} incomplete={incompleteOf(search)} />
          <ViewsMenu search={state.search} />
          <ShareButton view={view} bounds={result.bounds} partial={state.partial} />
        </div>
      </div>
      {loadedFilters(view.filters).length > 0 && <LoadedNote search={search} texts={catalogue.explore.filter} />}
    </>
  );
}

/** An export is of all that the search found only when all of it came. */
function incompleteOf({ complete, missed, total, store }: Result['search']) {
  if (complete && missed === null && store.unreadable === 0) return null;
  const loaded = store.rows.length;
  return { loaded, total: Math.max(missed?.announced ?? 0, total ?? loaded) };
}

/** What Routee said when it refused the search; null for any other failure, and for none. */
function refusalOf(error: Error | null): string | null {
  const failure = error instanceof ApiError ? error.failure : null;
  if (failure?.kind !== 'problem' || failure.code !== 'refused-by-routee') return null;
  return failure.routee?.developerMessage ?? failure.detail;
}

interface LoadedNoteProps {
  readonly search: Result['search'];
  readonly texts: ReturnType<typeof useViewer>['catalogue']['explore']['filter'];
}

/** Says which filters see only what is loaded. */
function LoadedNote({ search, texts }: LoadedNoteProps) {
  const { format } = useViewer();
  const { total, complete, store } = search;
  return (
    <p className="text-[12.5px] text-ink3">
      {complete || total === null
        ? texts.noteComplete
        : texts.note(format.number(store.rows.length), format.number(total))}
    </p>
  );
}

/** The figures of the range before; their course is not drawn, so one bar does. */
const figuresCounting: Counting<Aggregate, Aggregate> = {
  empty: emptyAggregate,
  add: (all, row) => addRow(all, row, { widthMs: Number.MAX_SAFE_INTEGER, originMs: 0 }),
  answer: (all) => all,
};

function Found({ state, result }: PartProps) {
  const config = useConfig();
  const { search, analysis, question, bounds } = result;
  const [opened, setOpened] = useState({ charts: false, failing: false });
  const { filters, by } = state.view;
  const { change } = state;
  const { onFilters, onBand, onRange, onSlowest } = useViewActions(state.view, change);
  const source = search.history === null ? 'routee' : 'history';
  const before = useRangeBefore(ofOneSource(state.criteria, source), filters, result.marks);
  const beforeWhole = before.state === 'done' && before.loaded === before.total;
  const figuresBefore = useCounted(beforeWhole ? before.rows : null, figuresCounting);
  const binStarts = useMemo(() => binsOf(bounds, question.binning).map(({ from }) => from), [bounds, question.binning]);
  // A range that moves on leaves flows behind it.
  const left = analysis.question?.from == null ? 0 : search.store.rows.length - analysis.within;
  const loaded = search.store.rows.length - left;
  const total = search.total === null ? null : Math.max(loaded, search.total - left);
  const partial = useMemo(() => (total !== null && total > loaded ? { loaded, total } : null), [loaded, total]);
  return (
    <PartialContext value={partial}>
      <Figures
        aggregate={analysis.aggregate}
        loaded={loaded}
        total={total}
        pending={search.pending || analysis.question === null}
        filtered={question.filters.length > 0}
        currency={config?.currency ?? null}
        onLoadAll={search.complete || search.limit !== null || search.loadsAll ? null : search.loadAll}
        bins={binStarts}
        before={figuresBefore}
        onSlowest={onSlowest}
        bar={<LoadLine state={state} result={result} before={before} />}
      />
      <ChartsArea
        charts={
          search.pending
            ? null
            : {
                aggregate: analysis.aggregate,
                bounds,
                binning: question.binning,
                coverage: search.coverage,
                onRange,
                onBand,
              }
        }
      />
      <MoreLine
        by={by}
        opened={opened}
        disabled={search.pending}
        onBy={(one) => change({ by: one }, { replace: true })}
        onOpened={setOpened}
      />
      {!search.pending && (by !== null || opened.charts) && (
        <MoreChartsArea
          charts={{
            aggregate: analysis.aggregate,
            rows: analysis.rows,
            by,
            more: opened.charts,
            bounds,
            binning: question.binning,
            onFilters,
          }}
        />
      )}
      <FailingArea open={opened.failing} before={before} state={state} result={result} />
      <FailedPages search={search} />
      <ResultTable state={state} result={result} />
    </PartialContext>
  );
}
