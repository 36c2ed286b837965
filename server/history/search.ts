/** Finds kept flows: the newest version that Routee itself gave of each, the latest created first, a page after another by key. */
import * as z from 'zod/mini';
import type { HistoryFilter } from '#contract/history-search.ts';
import { statusKey } from '#model/record/status.ts';
import type { EpochMs } from '#model/values/time.ts';
import { type Database, rowsOf } from './database.ts';
import { uncompressed } from './observation.ts';
import { whole } from './store.ts';

/** A filter of Routee's search (vendor's page "Search failover", table "Filters"). */
export interface RecordFilter {
  readonly fieldName: 'type' | 'terminationChannel' | 'status' | 'to';
  readonly searchOperator?: 'is' | 'is_not' | 'contains' | 'starts_with' | 'ends_with' | undefined;
  readonly searchTerm: string;
}

export interface HistorySearch {
  /** Of the flow's creation: inclusive, exclusive. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** All must hold. */
  readonly filters: readonly (RecordFilter | HistoryFilter)[];
}

/** The flow that a page ends with. */
export interface PageKey {
  readonly createdAt: EpochMs;
  /** Of one of its versions: they stay as long as the flow. */
  readonly version: number;
}

export interface FoundPage {
  readonly found: readonly { readonly version: number; readonly bytes: number }[];
  /** Null on the last page. */
  readonly next: PageKey | null;
}

/** The values of a statement, and their places in it. */
class Params {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');
/** A database in which only the letters of ASCII have two cases tells the others apart; these are looked at again by who asked. */
const lowered = (text: string) => text.toLowerCase();

function stepWhere(condition: string, isNot: boolean): string {
  const ids = `select tracking_id from step where ${condition}`;
  return isNot ? `not exists (${ids} and step.tracking_id = flow.tracking_id)` : `flow.tracking_id in (${ids})`;
}

function recipientWhere({ searchOperator = 'is', searchTerm }: RecordFilter, params: Params): string {
  const like = (pattern: string) => `recipient like ${params.add(pattern)}`;
  const digits = /^\d+$/.test(searchTerm) ? searchTerm.replace(/^0+/, '') : '';
  switch (searchOperator) {
    case 'is':
    case 'is_not':
      return `recipient = ${params.add(searchTerm)}`;
    case 'contains':
      return like(`%${literally(searchTerm)}%`);
    case 'starts_with':
      return like(`${literally(searchTerm)}%`);
    case 'ends_with': {
      const ends = like(`%${literally(searchTerm)}`);
      if (digits === '') return ends;
      // What the index knows: digits without zeros before them, from the last to the first.
      return `${ends} and reverse(recipient_digits) like ${params.add(`${[...digits].reverse().join('')}%`)}`;
    }
  }
}

function filterWhere(filter: RecordFilter | HistoryFilter, params: Params): string {
  const { fieldName, searchTerm, searchOperator = 'is' } = filter;
  const isNot = searchOperator === 'is_not';
  const column = (name: string, value: string) => `${name} ${isNot ? 'is distinct from' : '='} ${params.add(value)}`;
  switch (fieldName) {
    case 'status':
      return column('status_key', statusKey(searchTerm));
    case 'terminationChannel':
      return column('termination_channel', searchTerm);
    case 'application':
      return column('application_id', searchTerm);
    case 'type':
      return stepWhere(`channel = ${params.add(searchTerm)}`, isNot);
    case 'to':
      return stepWhere(recipientWhere(filter, params), isNot);
    case 'country':
    case 'operator':
    case 'sender':
      return stepWhere(`lower(${fieldName}) = ${params.add(lowered(searchTerm))}`, isNot);
    case 'reason':
      return stepWhere(`sent and reason_key = ${params.add(statusKey(searchTerm))}`, isNot);
    case 'mark': {
      const pinned = 'flow.pinned';
      const noted = 'exists (select 1 from note where note.tracking_id = flow.tracking_id)';
      return `${isNot ? 'not ' : ''}${searchTerm === 'pinned' ? pinned : noted}`;
    }
  }
}

/** What only a callback or an upload claims is no flow of Routee's. */
function searchWhere({ from, to, filters }: HistorySearch, params: Params): string {
  const range = `not claimed and created_at >= ${params.add(from)}::bigint and created_at < ${params.add(to)}::bigint`;
  return [range, ...filters.map((filter) => filterWhere(filter, params))].join(' and ');
}

/** Behind the flow that a page ended with; where that has gone meanwhile, behind the time at which it was created. */
function afterWhere({ createdAt, version }: PageKey, params: Params): string {
  const at = `${params.add(createdAt)}::bigint`;
  const id = `(select tracking_id from version where id = ${params.add(version)}::bigint)`;
  return ` and created_at <= ${at} and (created_at < ${at} or tracking_id > ${id})`;
}

const foundSchema = z.object({ created_at: whole, version: whole, bytes: whole });

/** One page of at most `size` flows. Rejects with a `DatabaseError`. */
export async function searchHistory(
  database: Database,
  search: HistorySearch,
  { after, size }: { readonly after: PageKey | null; readonly size: number },
): Promise<FoundPage> {
  const params = new Params();
  const where = `${searchWhere(search, params)}${after === null ? '' : afterWhere(after, params)}`;
  const rows = await rowsOf(
    database,
    `select page.created_at, page.newest_version as version, version.size as bytes from (
       select created_at, tracking_id, newest_version from flow where ${where}
       order by created_at desc nulls last, tracking_id limit ${params.add(size + 1)}::int
     ) as page join version on version.id = page.newest_version
     order by page.created_at desc, page.tracking_id`,
    ...params.values,
  );
  const all = rows.map((row) => foundSchema.parse(row));
  const found = all.slice(0, size);
  const last = found.at(-1);
  const next = all.length > size && last !== undefined ? { createdAt: last.created_at, version: last.version } : null;
  return { found: found.map(({ version, bytes }) => ({ version, bytes })), next };
}

/** How many flows the search has in all. */
export async function countHistory(database: Database, search: HistorySearch): Promise<number> {
  const params = new Params();
  const where = searchWhere(search, params);
  const [row] = await rowsOf(database, `select count(*) as count from flow where ${where}`, ...params.values);
  return whole.parse(row?.count);
}

const recordSchema = z.object({ id: whole, body: z.string() });

/**
 * Records byte for byte as they were received, in the order asked for; without those that have gone meanwhile. As base64: the
 * embedded database takes several times longer to hand over bytes.
 */
export async function recordsOf(database: Database, versions: readonly number[]): Promise<Buffer[]> {
  const rows = await rowsOf(
    database,
    `select id, encode(body, 'base64') as body from version where id = any($1::bigint[])`,
    [...versions],
  );
  const bodies = new Map(
    rows.map((row) => {
      const { id, body } = recordSchema.parse(row);
      return [id, body];
    }),
  );
  const kept = versions.flatMap((version) => bodies.get(version) ?? []);
  return Promise.all(kept.map((body) => uncompressed(Buffer.from(body, 'base64'))));
}
