/** The pages of one search: which are asked for, how far loading is, and the rows they brought. */
import { type QueryState, type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ApiError } from '#api/api-error.ts';
import { pageSize, type SearchCriteria, searchKey, searchNewsOptions, searchPageOptions } from '#api/search-options.ts';
import type { SearchPage } from '#api/search-page.ts';
import { type Coverage, coverageOf } from '#model/explore/coverage.ts';
import { type Goal, gaveUp, nextPages, type PageState, readablePages, wantedPages } from './page-plan.ts';
import { RowStore } from './row-store.ts';

export interface PageFailure {
  readonly page: number;
  readonly error: Error;
}

export interface Search {
  readonly store: RowStore;
  /** Grows when the store's rows change. */
  readonly version: number;
  /** Nothing is known yet. */
  readonly pending: boolean;
  /** The first page could not be loaded, so there is nothing to show. */
  readonly error: Error | null;
  /** Flows the whole search has, as Routee counts them. */
  readonly total: number | null;
  /** All of them are loaded. */
  readonly complete: boolean;
  /** Live mode brought something: rows may be in a state that Routee was not asked for. */
  readonly hasNews: boolean;
  /** Pages are asked for until so many flows are `wanted`; null when none is open. */
  readonly progress: { readonly paused: boolean; readonly gaveUp: boolean; readonly wanted: number } | null;
  /** What is under way will load all of them. */
  readonly loadsAll: boolean;
  readonly failures: readonly PageFailure[];
  /** Why Routee gives no more pages of this search, in its words; null as long as it does. */
  readonly limit: { readonly said: string | null } | null;
  /** More flows were counted than came, though every page did: some changed between two pages. */
  readonly missed: { readonly announced: number; readonly came: number } | null;
  readonly coverage: Coverage;
  /** Not null: these are flows that the gateway has kept, for `insteadOf` Routee that refused with these words, or by choice. */
  readonly history: NonNullable<SearchPage['history']> | null;
  readonly loadMore: () => void;
  readonly loadAll: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly retry: () => void;
}

interface Control {
  readonly goal: Goal;
  readonly paused: boolean;
}

const noNews: readonly SearchPage[] = [];
const atFirst: Control = { goal: 'auto', paused: false };

/** State that starts over with every search. */
function useControl(key: string): [Control, (change: (control: Control) => Control) => void] {
  const [kept, setKept] = useState({ key, control: atFirst });
  const control = kept.key === key ? kept.control : atFirst;
  const set = useCallback(
    (change: (control: Control) => Control) =>
      setKept((now) => ({ key, control: change(now.key === key ? now.control : atFirst) })),
    [key],
  );
  return [control, set];
}

/** What Routee said when it gave a later page no more; null for any other failure. */
function refusalOf(error: unknown, page: number): { readonly said: string | null } | null {
  const failure = error instanceof ApiError ? error.failure : null;
  if (page === 0 || failure?.kind !== 'problem' || failure.code !== 'refused-by-routee') return null;
  return { said: failure.routee?.developerMessage ?? failure.detail };
}

function stateOf(state: QueryState<SearchPage> | undefined, page: number): PageState {
  if (state?.status === 'success') return 'loaded';
  if (state?.fetchStatus === 'fetching' || state?.fetchStatus === 'paused') return 'loading';
  if (state?.status !== 'error') return 'absent';
  return refusalOf(state.error, page) === null ? 'failed' : 'refused';
}

/** What came from each page, added to the store as it comes. */
function useRows(
  criteria: SearchCriteria,
  results: readonly UseQueryResult<SearchPage>[],
  news: readonly SearchPage[],
) {
  // The store is derived from the pages in the query cache and dies with the search it belongs to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search has another store
  const held = useMemo(() => ({ store: new RowStore(), version: 0 }), [criteria]);
  for (const { data } of results) if (data !== undefined && held.store.add(data)) held.version++;
  for (const page of news) if (held.store.add(page, true)) held.version++;
  return held;
}

export function useSearch(criteria: SearchCriteria): Search {
  const client = useQueryClient();
  const key = searchKey(criteria);
  const [control, setControl] = useControl(key[1]);
  const known = client.getQueriesData<SearchPage>({ queryKey: key });
  const counts = known.flatMap(([, page]) => page?.totalPages ?? []);
  const pageCount = counts.length === 0 ? null : counts.reduce((a, b) => Math.max(a, b));
  const pages = Array.from({ length: Math.max(1, pageCount ?? 1) }, (_, page) => page);
  const states = pages.map((page) => stateOf(client.getQueryState(searchPageOptions(criteria, page).queryKey), page));
  const wanted = Math.min(wantedPages(control.goal, pageCount, pageSize), readablePages(states));
  const next = control.paused ? [] : nextPages(states, wanted);
  const shown = pages.filter((page) => page < wanted || states[page] !== 'absent');
  const results = useQueries({
    queries: shown.map((page) => ({
      ...searchPageOptions(criteria, page),
      enabled: next.includes(page) || states[page] === 'loaded' || states[page] === 'loading',
    })),
  });
  const { data: news } = useQuery(searchNewsOptions(criteria));
  const { store, version } = useRows(criteria, results, news ?? noNews);
  const found = results[0]?.data?.totalElements ?? null;
  const first = results[0];
  const failed = results.flatMap((result, place) => {
    const page = shown[place];
    return result.error === null || result.isFetching || page === undefined || states[page] === 'refused'
      ? []
      : [{ page, error: result.error, result }];
  });
  const loadedPages = states.filter((state) => state === 'loaded').length;
  const unasked = states.slice(0, readablePages(states)).indexOf('absent');
  const complete = pageCount !== null && loadedPages >= Math.max(1, pageCount);
  const came = store.rows.length - store.beyond + store.unreadable;
  const rowsOf = new Map(shown.map((page, place) => [page, results[place]?.data?.rows]));
  const refused = results.flatMap(({ error }, place) => refusalOf(error, shown[place] ?? 0) ?? [])[0] ?? null;
  const open = states.slice(0, wanted).some((state) => state === 'absent' || state === 'loading');
  return {
    store,
    version,
    pending: first?.data === undefined && first?.error === null,
    error: loadedPages === 0 ? (failed[0]?.error ?? null) : null,
    total: found === null ? null : Math.max(found + store.beyond, store.rows.length),
    complete,
    limit: refused,
    missed: complete && found !== null && found > came ? { announced: found, came } : null,
    coverage: coverageOf(
      pages.map((page) => rowsOf.get(page) ?? null),
      complete && (found === null || found <= came),
    ),
    history: first?.data?.history ?? null,
    hasNews: news !== undefined,
    progress:
      loadedPages > 0 && open ? { paused: control.paused, gaveUp: gaveUp(states), wanted: wanted * pageSize } : null,
    loadsAll: loadedPages > 0 && open && wanted >= (pageCount ?? 1),
    failures: loadedPages === 0 ? [] : failed,
    loadMore: useCallback(
      () => setControl(({ goal, paused }) => ({ goal: goal === 'all' || unasked < 0 ? goal : unasked + 1, paused })),
      [setControl, unasked],
    ),
    loadAll: useCallback(() => setControl(() => ({ goal: 'all', paused: false })), [setControl]),
    pause: useCallback(() => setControl(({ goal }) => ({ goal, paused: true })), [setControl]),
    resume: useCallback(() => setControl(({ goal }) => ({ goal, paused: false })), [setControl]),
    cancel: useCallback(() => {
      setControl(() => ({ goal: 'none', paused: false }));
      void client.cancelQueries({ queryKey: searchKey(criteria) });
    }, [setControl, client, criteria]),
    retry: () => {
      for (const { result } of failed) void result.refetch();
    },
  };
}
