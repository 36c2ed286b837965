/** The table with what belongs to it: how much is loaded, what is new, its columns, and more at its end. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type DrawnSearch, drawnSearchKey, firstPage, type SearchCriteria } from '#api/search-options.ts';
import { readSearchPage } from '#api/search-page.ts';
import { useConfig } from '#api/use-config.ts';
import { ChoiceBar } from '#features/choice/choice-bar.tsx';
import type { CellContext } from '#features/explore/cells.tsx';
import { useMoments } from '#features/explore/moments.ts';
import { storedResult, storeResult } from '#features/explore/neighbours.ts';
import { PlainRows } from '#features/explore/plain-rows.tsx';
import type { ColumnId } from '#model/explore/columns.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { LiveLine } from './live/live-line.tsx';
import { EmptyResult } from './loading/empty-result.tsx';
import { ColumnsMenu } from './table/columns-menu.tsx';
import { FlowTable, type Return } from './table/flow-table.tsx';
import { SortMenu } from './table/sort-menu.tsx';
import type { Result } from './use-result.ts';
import type { ViewState } from './use-view.ts';

interface ResultTableProps {
  readonly state: ViewState;
  readonly result: Result;
}

/** The row that was looked at last: the one that was opened, or one gone to from its page. */
function lastSeen(opened: Return | null): Return | null {
  const result = storedResult();
  if (opened === null || result === null || !result.ids.includes(opened.trackingId)) return opened;
  return { ...opened, trackingId: result.at };
}

export function ResultTable({ state, result }: ResultTableProps) {
  const { view, change, bounds } = state;
  const { search, analysis, held, live, stale } = result;
  const viewer = useViewer();
  const wholeNumbersOnly = useConfig()?.mask === 'always';
  const moments = useMoments();
  const [back] = useState(() => lastSeen(state.opened));
  const { rows } = held;
  const { columns, pinned } = view;
  const order = useMemo(() => ({ columns, pinned }), [columns, pinned]);
  const settled = !search.pending && !stale && analysis.looked === search.store.rows.length;
  const sameDay = moments.day(bounds.from) === moments.day(bounds.to - 1);
  // Lines that stay as they are need not be drawn anew.
  const context = useMemo<CellContext>(() => ({ viewer, moments, sameDay }), [viewer, moments, sameDay]);
  const latest = useRef({ state, rows });
  latest.current = { state, rows };
  const onOpen = useCallback(({ trackingId }: FlowRow) => {
    if (trackingId === null) return;
    const { state: now, rows: shown } = latest.current;
    now.noteOpened({ trackingId, scrollY: window.scrollY });
    storeResult({
      page: '/explore',
      search: now.search,
      ids: shown.flatMap((row) => row.trackingId ?? []),
      at: trackingId,
    });
  }, []);
  const empty = settled && rows.length === 0 && search.progress === null;
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1.5 text-[12.5px]">
        <LoadedCount result={result} />
        <LiveLine live={live} waiting={held.waiting} onShow={held.release} onAgain={state.searchAgain} />
        <span className="ml-auto flex min-w-0 items-center gap-2">
          <SortMenu sort={view.sort} onSort={(sort) => change({ sort }, { replace: true })} />
          <ColumnsMenu order={order} onOrder={(next) => change({ ...next }, { replace: true })} />
        </span>
      </div>
      {search.pending || analysis.question === null ? (
        <FirstRows criteria={state.criteria} columns={columns} context={context} />
      ) : empty ? (
        <EmptyResult
          search={search}
          range={view.range}
          bounds={bounds}
          filters={view.filters}
          wholeNumbersOnly={wholeNumbersOnly}
          onRange={(range) => change({ range })}
          onFilters={(filters) => change({ filters })}
        />
      ) : (
        <FlowTable
          rows={rows}
          order={order}
          onOrder={(next) => change({ ...next }, { replace: true })}
          sort={view.sort}
          context={context}
          zoneName={[...new Set([bounds.from, bounds.to].map(viewer.format.zoneName))].join('/')}
          marks={live.marks}
          back={back}
          stale={stale}
          onBusy={result.onBusy}
          onSort={(sort) => change({ sort }, { replace: true })}
          onOpen={onOpen}
          onFilter={(filter) => change({ filters: withFilter(view.filters, filter) })}
          onEnd={() => !search.complete && search.progress === null && search.loadMore()}
        />
      )}
      <EndLine result={result} />
      <ChoiceBar />
    </>
  );
}

/** Few, and read at once: the worker that reads pages is not there before the page is. */
function drawnRows({ text, now }: DrawnSearch): readonly FlowRow[] {
  const page = readSearchPage(new TextEncoder().encode(text).buffer, now);
  return 'received' in page ? [] : page.rows.filter((row) => row !== null);
}

/** The first rows as the gateway drew them, until the table comes with all that it can do; room for it, else. */
function FirstRows({
  criteria,
  columns,
  context,
}: {
  criteria: SearchCriteria;
  columns: readonly ColumnId[];
  context: CellContext;
}) {
  const drawn = useQueryClient().getQueryData<DrawnSearch>(drawnSearchKey(firstPage(criteria)));
  const rows = useMemo(() => (drawn === undefined ? [] : drawnRows(drawn)), [drawn]);
  const label = context.viewer.catalogue.explore.table.title;
  if (rows.length === 0) {
    return <div aria-hidden="true" className="h-[600px] rounded-xl border border-line bg-panel" />;
  }
  return (
    <PlainRows rows={rows} columns={columns} context={context} label={label} className="h-[600px] overflow-y-auto" />
  );
}

/** With a filter more; one of the same words is not said twice. */
function withFilter(filters: readonly Filter[], added: Filter): readonly Filter[] {
  return [...filters.filter((filter) => JSON.stringify(filter) !== JSON.stringify(added)), added];
}

/** How much there is, when nothing is being loaded. */
function LoadedCount({ result: { search, held } }: Pick<ResultTableProps, 'result'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.loading;
  const [shown, loaded] = [held.rows.length, search.store.rows.length];
  // While flows come in, the bar of figures counts them.
  if (search.total === null || search.progress !== null) return null;
  const counts = [format.number(loaded), format.number(search.total)] as const;
  return (
    <span className="text-ink2">
      {shown === loaded ? texts.progress(...counts) : texts.shown(format.number(shown), ...counts)}
    </span>
  );
}

function EndLine({ result: { search, held } }: Pick<ResultTableProps, 'result'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.loading;
  // It stands under the lines, so it comes with them.
  if (search.pending || held.rows.length === 0) return null;
  return (
    <p className="flex min-h-9 flex-wrap items-center justify-center gap-2 text-[12.5px] text-ink3">
      {search.complete ? (
        texts.end(format.number(search.store.rows.length))
      ) : search.progress === null ? (
        <>
          <Button size="small" onClick={search.loadMore}>
            {texts.more}
          </Button>
          <Button size="small" onClick={search.loadAll}>
            {texts.all(format.number(search.total ?? search.store.rows.length))}
          </Button>
        </>
      ) : null}
    </p>
  );
}
