/** How live mode asks: single flows as pages, and pages without what is known already. */

import { requestText } from './client.ts';
import { gatewayNow } from './clock.ts';
import { flowPath } from './flow-query.ts';
import type { LiveAsks } from './live-run.ts';
import { fetchSearchPage } from './search-options.ts';
import type { SearchPage } from './search-page.ts';
import { readPageText, readRecords } from './search-reader.ts';

async function flow(trackingId: string, signal: AbortSignal): Promise<SearchPage | null> {
  const { text } = await requestText(flowPath(trackingId), { fresh: true, signal });
  const page = await readPageText(`{"content":[${text}]}`, gatewayNow());
  return 'rows' in page && page.rows.some((row) => row !== null) ? page : null;
}

async function slim(page: SearchPage, places: readonly number[]): Promise<SearchPage> {
  const records = (await readRecords(page.bytes, places, false)).trimEnd().split('\n');
  const bytes = new TextEncoder().encode(`{"content":[${records.join(',')}]}`).buffer;
  return { ...page, rows: places.map((place) => page.rows[place] ?? null), bytes };
}

export const liveAsks: LiveAsks = { search: fetchSearchPage, flow, slim };

/**
 * Pages that live mode brought, oldest first, without those of which later pages say everything anew: however long it is
 * on, a flow's record is kept about once.
 */
export function currentNews(pages: readonly SearchPage[]): readonly SearchPage[] {
  const said = new Set<string>();
  const kept = pages.toReversed().filter((page) => {
    const ids = page.rows.flatMap((row) => row?.trackingId ?? []);
    const says = ids.some((id) => !said.has(id));
    for (const id of ids) said.add(id);
    return says;
  });
  return kept.length === pages.length ? pages : kept.reverse();
}
