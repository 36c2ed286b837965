/** The flows among which a flow's kin are found: those to its recipient, and those of its hour and the hour before. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { FlowRow } from '#model/explore/row.ts';
import type { EpochMs } from '#model/values/time.ts';
import { type SearchCriteria, searchPageOptions } from './search-options.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** 2,000 flows: an hour of most accounts; of a busier one the newest are taken, and that is said. */
const mostPages = 10;

export interface FoundRows {
  readonly rows: readonly FlowRow[];
  /** As Routee counts them; more than there are rows where not all were loaded. */
  readonly total: number;
}

/** The first pages of a search, one after the other. */
async function firstPages(client: QueryClient, criteria: SearchCriteria, pages: number): Promise<FoundRows> {
  const rows: FlowRow[] = [];
  let total = 0;
  for (let page = 0; page < pages; page++) {
    const answer = await client.fetchQuery(searchPageOptions(criteria, page));
    rows.push(...answer.rows.filter((row) => row !== null));
    total = answer.totalElements ?? rows.length;
    if (page + 1 >= (answer.totalPages ?? 1)) break;
  }
  return { rows, total };
}

const toMinute = (at: EpochMs) => Math.floor(at / minuteMs) * minuteMs;

/** `+306900000001` and `306900000001`: Routee may hold either (vendor's pages write recipients both ways). */
function writingsOf(recipient: string): string[] {
  const bare = recipient.replace(/^\+/, '');
  return /^\d+$/.test(bare) ? [`+${bare}`, bare] : [recipient];
}

export interface WantedRecipient {
  readonly number: string;
  /** False for digits without their country: the number ends so. */
  readonly whole: boolean;
}

/** The flows to a recipient within a range, however Routee writes the number; newest first, each once. */
async function flowsTo(
  client: QueryClient,
  { number, whole }: WantedRecipient,
  range: { readonly from: EpochMs; readonly to: EpochMs },
): Promise<FoundRows> {
  const searchOperator = whole ? 'is' : 'ends_with';
  const found = await Promise.all(
    (whole ? writingsOf(number) : [number]).map((searchTerm) =>
      firstPages(client, { ...range, filters: [{ fieldName: 'to', searchOperator, searchTerm }] }, mostPages),
    ),
  );
  const rows = new Map<string, FlowRow>();
  for (const row of found.flatMap((one) => one.rows)) rows.set(row.trackingId ?? `row ${rows.size}`, row);
  const newestFirst = [...rows.values()].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  const missing = found.reduce((sum, one) => sum + Math.max(0, one.total - one.rows.length), 0);
  return { rows: newestFirst, total: newestFirst.length + missing };
}

export interface Kin {
  /** Null where the flow names no recipient. */
  readonly toRecipient: FoundRows | null;
  readonly thisHour: FoundRows;
  readonly hourBefore: FoundRows;
  readonly hour: { readonly from: EpochMs; readonly to: EpochMs };
  readonly days: { readonly from: EpochMs; readonly to: EpochMs };
}

/** Asked for when it is wanted, and then kept as searches are. The hour is the clock's, in UTC. */
export function kinOptions(trackingId: string, createdAt: EpochMs, recipient: string | null) {
  return queryOptions({
    queryKey: ['kin', trackingId],
    queryFn: async ({ client }): Promise<Kin> => {
      const from = Math.floor(createdAt / hourMs) * hourMs;
      const hour = { from, to: from + hourMs };
      const days = { from: toMinute(createdAt - dayMs), to: toMinute(createdAt + dayMs) + minuteMs };
      const toRecipient = recipient === null ? null : await flowsTo(client, { number: recipient, whole: true }, days);
      const thisHour = await firstPages(client, { ...hour, filters: [] }, mostPages);
      const hourBefore = await firstPages(client, { from: from - hourMs, to: from, filters: [] }, mostPages);
      return { toRecipient, thisHour, hourBefore, hour, days };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  });
}

export function recipientOptions(recipient: WantedRecipient, range: { readonly from: EpochMs; readonly to: EpochMs }) {
  return queryOptions({
    queryKey: ['recipient', recipient.number, recipient.whole, range.from, range.to],
    queryFn: ({ client }) => flowsTo(client, recipient, range),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  });
}
