/** Routee's search as query options: one query a page, read by the worker and kept as rows. */
import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { HistoryFilter, RouteeFilter } from '#model/explore/filters.ts';
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
  readonly filters: readonly (RouteeFilter | HistoryFilter)[];
  /** Of what the gateway has kept: `only`, or `instead` where Routee refuses the search. Absent: Routee alone. */
  readonly history?: 'only' | 'instead';
  /** When the same was asked for anew; another time makes it another search. */
  readonly madeAt?: EpochMs;
}

/** Another search of the source alone that answered this one: figures of two sources are not to be compared. */
export function ofOneSource(
  { history: _, ...criteria }: SearchCriteria,
  answered: 'routee' | 'history',
): SearchCriteria {
  return answered === 'history' ? { ...criteria, history: 'only' } : criteria;
}

/** Enough for the first screen of a table at once, few enough calls for a week of flows. */
export const pageSize = 200;
/** Left searches are kept so long, for the way back from a flow. */
const keptMs = 15 * 60_000;

/** Not in a page's own key, which must stay short: the client hashes it often. */
export function searchKey(criteria: SearchCriteria) {
  return ['search', JSON.stringify(criteria)] as const;
}

const searchPath = { routee: '/api/failover/tracking', history: '/api/history/search' } as const;

interface Place {
  readonly source: keyof typeof searchPath;
  readonly page: number;
  /** What the page before said; null for the first, and for Routee's, which go by their number. */
  readonly after: string | null;
}

/** The query of one page, as Routee's search takes it. */
function pageQuery({ from, to }: SearchCriteria, page: number): URLSearchParams {
  const time = (at: EpochMs) => `${new Date(at).toISOString().slice(0, 16)}Z`;
  const query = new URLSearchParams({
    dateStart: time(from),
    dateEnd: time(to),
    page: String(page),
    size: String(pageSize),
  });
  return query;
}

/** What the first page of a search is asked by: query and body. */
export function firstPage(criteria: SearchCriteria): { readonly query: string; readonly body: string } {
  return { query: pageQuery(criteria, 0).toString(), body: JSON.stringify(criteria.filters) };
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

function address(criteria: SearchCriteria, { source, page, after }: Place): string {
  const query = pageQuery(criteria, page);
  if (after !== null) query.set('after', after);
  return `${searchPath[source]}?${query}`;
}

/** Asks for one page and has it read. */
async function fetchPage<Page extends object>(
  criteria: SearchCriteria,
  place: Place,
  signal: AbortSignal,
  read: (bytes: ArrayBuffer) => Promise<Page | UnreadablePage>,
): Promise<{ readonly page: Page; readonly next: string | null }> {
  const body = JSON.stringify(criteria.filters);
  const { bytes, requestId, next } = await requestBytes(address(criteria, place), { method: 'POST', body, signal });
  const answer = await read(bytes);
  if (!('received' in answer)) return { page: answer, next };
  throw new ApiError({ kind: 'unreadable', status: 200, requestId, received: answer.received }, 'POST search');
}

const atRoutee = (page: number): Place => ({ source: 'routee', page, after: null });

/** Asks Routee for one page and reads it. */
export async function fetchSearchPage(
  criteria: SearchCriteria,
  page: number,
  signal: AbortSignal,
): Promise<SearchPage> {
  return (await fetchPage(criteria, atRoutee(page), signal, (bytes) => readPage(bytes, Date.now()))).page;
}

async function fetchKeptPage(
  criteria: SearchCriteria,
  place: Omit<Place, 'source'>,
  insteadOf: string | null,
  signal: AbortSignal,
): Promise<SearchPage> {
  const asked: Place = { source: 'history', ...place };
  const { page, next } = await fetchPage(criteria, asked, signal, (bytes) => readPage(bytes, Date.now()));
  return { ...page, history: { next, insteadOf } };
}

/** What Routee said when it refused; null for any other failure. */
function refusal(error: unknown): string | null {
  const failure = error instanceof ApiError ? error.failure : null;
  if (failure?.kind !== 'problem' || failure.code !== 'refused-by-routee') return null;
  return failure.routee?.developerMessage ?? failure.detail ?? '';
}

/** The first page: where Routee refuses the search, what the gateway has kept, unless that is nothing. */
async function fetchFirstPage(criteria: SearchCriteria, signal: AbortSignal): Promise<SearchPage> {
  const first = { page: 0, after: null };
  if (criteria.history === 'only') return fetchKeptPage(criteria, first, null, signal);
  try {
    return await fetchSearchPage(criteria, 0, signal);
  } catch (error) {
    const said = criteria.history === undefined ? null : refusal(error);
    if (said === null) throw error;
    const kept = await fetchKeptPage(criteria, first, said, signal).catch(() => null);
    if (kept === null || kept.rows.length === 0) throw error;
    return kept;
  }
}

const noPage: SearchPage = { rows: [], totalElements: null, totalPages: null, bytes: new ArrayBuffer(0) };

/** Pages of the history follow each other: the one before says where the next begins. All pages are of one source. */
async function fetchAnyPage(
  criteria: SearchCriteria,
  page: number,
  client: QueryClient,
  signal: AbortSignal,
): Promise<SearchPage> {
  if (page === 0) return fetchFirstPage(criteria, signal);
  if (criteria.history === undefined) return fetchSearchPage(criteria, page, signal);
  const first = await client.ensureQueryData(searchPageOptions(criteria, 0));
  if (first.history === undefined) return fetchSearchPage(criteria, page, signal);
  const before = await client.ensureQueryData(searchPageOptions(criteria, page - 1));
  const after = before.history?.next ?? null;
  // What was counted has been forgotten meanwhile.
  if (after === null) return { ...noPage, history: { next: null, insteadOf: null } };
  return fetchKeptPage(criteria, { page, after }, null, signal);
}

/** Asks for one page and looks through it for a message's own ID. */
export async function fetchOwnIdPage(
  criteria: SearchCriteria,
  page: number,
  id: string,
  signal: AbortSignal,
): Promise<OwnIdPage> {
  return (await fetchPage(criteria, atRoutee(page), signal, (bytes) => readOwnId(bytes, id))).page;
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
    queryFn: ({ signal, client }): Promise<SearchPage> => fetchAnyPage(criteria, page, client, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Pages are large and never the same twice; comparing them would be all cost.
    structuralSharing: false,
  });
}
