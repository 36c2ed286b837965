/** Routee's search as query options: one query a page, read by the worker and kept as rows. */
import { queryOptions, skipToken } from '@tanstack/react-query';
import type { RouteeFilter } from '#model/explore/filters.ts';
import type { EpochMs } from '#model/values/time.ts';
import { ApiError } from './api-error.ts';
import { requestBytes } from './client.ts';
import type { OwnIdPage, SearchPage, UnreadablePage } from './search-page.ts';
import { readOwnId, readPage } from './search-reader.ts';

/** What is asked of Routee. Two that are written alike are the same search. */
export interface SearchCriteria {
  /** Inclusive; a whole minute. */
  readonly from: EpochMs;
  /** Exclusive; a whole minute. */
  readonly to: EpochMs;
  readonly filters: readonly RouteeFilter[];
  /** When the same was asked for anew; another time makes it another search. */
  readonly madeAt?: EpochMs;
}

/** Enough for the first screen of a table at once, few enough calls for a week of flows. */
export const pageSize = 200;
/** Left searches are kept so long, for the way back from a flow. */
const keptMs = 15 * 60_000;

/** Not in a page's own key, which must stay short: the client hashes it often. */
export function searchKey(criteria: SearchCriteria) {
  return ['search', JSON.stringify(criteria)] as const;
}

/** The query of one page, as Routee's search takes it. */
function pageQuery({ from, to }: SearchCriteria, page: number): string {
  const time = (at: EpochMs) => `${new Date(at).toISOString().slice(0, 16)}Z`;
  const query = new URLSearchParams({
    dateStart: time(from),
    dateEnd: time(to),
    page: String(page),
    size: String(pageSize),
  });
  return query.toString();
}

/** What the first page of a search is asked by: query and body. */
export function firstPage(criteria: SearchCriteria): { readonly query: string; readonly body: string } {
  return { query: pageQuery(criteria, 0), body: JSON.stringify(criteria.filters) };
}

/** Its first rows, as the gateway drew the page from them: a page of results, and the gateway's clock then. */
export interface DrawnSearch {
  readonly text: string;
  readonly now: EpochMs;
}

/** Of a `DrawnSearch`; nothing is asked for by this query. */
export function drawnSearchKey({ query, body }: { readonly query: string; readonly body: string }) {
  return ['drawn search', query, body] as const;
}

/** Asks for one page and has it read. */
async function fetchPage<Page extends object>(
  criteria: SearchCriteria,
  page: number,
  signal: AbortSignal,
  read: (bytes: ArrayBuffer) => Promise<Page | UnreadablePage>,
): Promise<Page> {
  const body = JSON.stringify(criteria.filters);
  const { bytes, requestId } = await requestBytes(`/api/failover/tracking?${pageQuery(criteria, page)}`, {
    method: 'POST',
    body,
    signal,
  });
  const answer = await read(bytes);
  if (!('received' in answer)) return answer;
  throw new ApiError({ kind: 'unreadable', status: 200, requestId, received: answer.received }, 'POST search');
}

/** Asks for one page and reads it. */
export function fetchSearchPage(criteria: SearchCriteria, page: number, signal: AbortSignal): Promise<SearchPage> {
  return fetchPage(criteria, page, signal, (bytes) => readPage(bytes, Date.now()));
}

/** Asks for one page and looks through it for a message's own ID. */
export function fetchOwnIdPage(
  criteria: SearchCriteria,
  page: number,
  id: string,
  signal: AbortSignal,
): Promise<OwnIdPage> {
  return fetchPage(criteria, page, signal, (bytes) => readOwnId(bytes, id));
}

/**
 * Pages that live mode brought to a search, oldest first; nothing is asked for by this query. Kept as long as the search
 * itself, so that the way back from a flow finds them too.
 */
export function searchNewsOptions(criteria: SearchCriteria) {
  return queryOptions<readonly SearchPage[]>({
    queryKey: ['search news', searchKey(criteria)[1]],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    structuralSharing: false,
  });
}

export function searchPageOptions(criteria: SearchCriteria, page: number) {
  return queryOptions({
    queryKey: [...searchKey(criteria), page],
    queryFn: ({ signal }) => fetchSearchPage(criteria, page, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Pages are large and never the same twice; comparing them would be all cost.
    structuralSharing: false,
  });
}
