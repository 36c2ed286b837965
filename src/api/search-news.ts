/** What came to a search since it was made: flows created later, and how unfinished ones stand now. */
import type { EpochMs } from '#model/values/time.ts';
import { requestText } from './client.ts';
import { flowPath } from './flow-query.ts';
import { fetchSearchPage, type SearchCriteria } from './search-options.ts';
import type { SearchPage } from './search-page.ts';
import { readPageText } from './search-reader.ts';

const minuteMs = 60_000;
/** A flow may be found by the search a little later than it was created. */
const overlapMs = minuteMs;
/** More than so many at once are left to the next look. */
const mostPages = 5;
const atOnce = 4;

/** Flows of the search created since `since`, in pages; flows that are known already come again. */
export async function newPages(
  criteria: SearchCriteria,
  since: EpochMs,
  now: EpochMs,
  signal: AbortSignal,
): Promise<SearchPage[]> {
  const whole = (time: EpochMs) => Math.floor(time / minuteMs) * minuteMs;
  const recent = { ...criteria, from: Math.max(criteria.from, whole(since - overlapMs)), to: whole(now) + minuteMs };
  const pages: SearchPage[] = [];
  for (let page = 0; page < mostPages; page++) {
    const next = await fetchSearchPage(recent, page, signal);
    pages.push(next);
    if (page + 1 >= (next.totalPages ?? 1)) break;
  }
  return pages;
}

/** Flows one by one, each as a page that holds nothing else. */
export async function pagesOfFlows(trackingIds: readonly string[], signal: AbortSignal): Promise<SearchPage[]> {
  const pages: SearchPage[] = [];
  const waiting = [...trackingIds];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const { text } = await requestText(flowPath(id), { fresh: true, signal });
      const page = await readPageText(`{"content":[${text}]}`, Date.now());
      if ('rows' in page) pages.push(page);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return pages;
}
