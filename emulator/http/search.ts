/** `POST /failover/tracking`: pages of flows by range and filters, newest first. */

import { readTime } from '#model/values/time.ts';
import type { RawRecord } from '../records/draft.ts';
import type { GeneratedFlows } from '../week/flows.ts';
import { type Answer, badRequest, jsonAnswer } from './answers.ts';
import { matches, readFilters, type SearchFilter, searchable } from './search-filters.ts';
import type { SentFlows } from './sent-flows.ts';

interface Sources {
  readonly generated: GeneratedFlows;
  readonly sent: SentFlows;
  readonly now: () => number;
}

const largestPage = 1_000;
const longestRangeMs = 7 * 24 * 3_600_000;
/** Times are given to the minute, so a range of seven days up to now begins a little earlier than that. */
const graceMs = 5 * 60_000;

interface Query {
  /** Inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly page: number;
  readonly size: number;
}

export function search(sources: Sources, query: URLSearchParams, body: string): Answer {
  const now = sources.now();
  const asked = readQuery(query, now);
  if (typeof asked === 'string') return badRequest(`Validation Error. ${asked}`);
  const reading = readFilters(parsed(body));
  if (!reading.ok) return badRequest(reading.message);
  return jsonAnswer(pageOf(sources, asked, reading.filters, now));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The query, or what is wrong with it. Both dates may be left out: the seven days up to now. */
function readQuery(query: URLSearchParams, now: number): Query | string {
  const [end, page, size] = [dateOf(query.get('dateEnd'), now), wholeOf(query, 'page', 0), wholeOf(query, 'size', 10)];
  if (end === null) return 'Invalid value for dateEnd';
  const start = dateOf(query.get('dateStart'), Math.min(end, now) - longestRangeMs);
  if (start === null) return 'Invalid value for dateStart';
  if (page === null) return 'Invalid value for page';
  if (size === null || size < 1 || size > largestPage) return `size must be between 1 and ${largestPage}`;
  if (start > end) return 'dateStart must not be after dateEnd';
  if (end - start > longestRangeMs + graceMs || start < now - longestRangeMs - graceMs) {
    return 'Only the latest 7 days can be searched';
  }
  return { start, end, page, size };
}

function dateOf(text: string | null, usual: number): number | null {
  // A "+" of an offset arrives as a space unless it was encoded.
  return text === null || text === '' ? usual : readTime(text.replace(/ (\d\d:?\d\d)$/, '+$1'));
}

function wholeOf(query: URLSearchParams, name: string, usual: number): number | null {
  const text = query.get(name);
  if (text === null || text === '') return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A flow that was found, and how to build its record. */
interface Found {
  readonly createdAt: number;
  readonly build: () => RawRecord;
}

function pageOf({ generated, sent }: Sources, query: Query, filters: readonly SearchFilter[], now: number) {
  const positions = generated.search(query, filters, now);
  const extra = sent
    .createdBetween(query.start, query.end, now)
    .filter(({ build }) => matches(searchable(build()), filters));
  const totalElements = positions.length + extra.length;
  const totalPages = Math.ceil(totalElements / query.size);
  const first = query.page * query.size;
  const content = merged(extra, positions, generated, now, first, first + query.size).map(({ build }) => build());
  return {
    content,
    totalPages,
    totalElements,
    number: query.page,
    size: query.size,
    numberOfElements: content.length,
    first: query.page === 0,
    last: query.page >= totalPages - 1,
  };
}

/** From `first` to before `last` of both lists together, newest first; only that much is looked at one by one. */
function merged(
  extra: readonly Found[],
  positions: readonly number[],
  generated: GeneratedFlows,
  now: number,
  first: number,
  last: number,
): Found[] {
  const foundAt = (position: number): Found => ({
    createdAt: generated.createdAt(position),
    build: () => generated.recordAt(position, now),
  });
  if (extra.length === 0) return positions.slice(first, last).map(foundAt);
  const newest = [...extra, ...positions.slice(0, last).map(foundAt)];
  return newest.sort((a, b) => b.createdAt - a.createdAt).slice(first, last);
}
