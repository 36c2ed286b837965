/** The rows of a list with what was found: filtered and sorted for the table. */
import type { LookupProgress } from '#api/lookup-run.ts';
import type { LookupKind, LookupState } from '#model/lookup/lookup.ts';
import type { List, ListRow } from '#model/lookup/read-list.ts';

export interface Entry {
  readonly place: number;
  readonly listed: ListRow;
  /** Null for a row without an ID. */
  readonly state: LookupState | null;
}

export const kindOf = ({ state }: Entry): LookupKind => state?.kind ?? 'notAnId';

export function entriesOf(list: List, { states }: LookupProgress): Entry[] {
  return list.rows.map((listed, place) => ({
    place,
    listed,
    state: listed.trackingId === null ? null : (states.get(listed.trackingId) ?? null),
  }));
}

const sortKeys = ['line', 'id', 'result', 'status', 'price', 'reach', 'findings'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface EntrySort {
  /** A number: one of the list's own columns. */
  readonly by: SortKey | number;
  readonly descending: boolean;
}

export const listOrder: EntrySort = { by: 'line', descending: false };

const kindRank: Readonly<Record<LookupKind, number>> = {
  failed: 0,
  refused: 1,
  unreadable: 2,
  notFound: 3,
  notAnId: 4,
  found: 5,
  asking: 6,
  waiting: 7,
  cancelled: 8,
};
const toneRank = { bad: 0, doubtful: 1, running: 2, good: 3 } as const;
const severityRank = { problem: 10_000, warning: 100, info: 1 } as const;

/** What an entry is sorted by; null, for what it lacks, stands last in either direction. */
function sortValue(entry: Entry, by: EntrySort['by']): string | number | null {
  const { listed, state, place } = entry;
  if (typeof by === 'number') return listed.others[by] === '' ? null : (listed.others[by] ?? null);
  const found = state?.kind === 'found' ? state : null;
  switch (by) {
    case 'line':
      return place;
    case 'id':
      return listed.trackingId;
    case 'result':
      return kindRank[kindOf(entry)] * 10 + (found === null ? 0 : toneRank[found.tone]);
    case 'status':
      return found?.row.statusName ?? null;
    case 'price':
      return found?.row.price == null ? null : Number(found.row.price);
    case 'reach':
      return found?.row.reachMs ?? null;
    case 'findings':
      return found === null ? null : found.row.findings.reduce((sum, { severity }) => sum + severityRank[severity], 0);
  }
}

const texts = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(String(a), String(b));
}

/** Equal entries, and those without a value, stay in the list's order. */
export function sorted(entries: readonly Entry[], { by, descending }: EntrySort): Entry[] {
  const valued = entries.map((entry) => ({ entry, value: sortValue(entry, by) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return descending ? compare(b.value, a.value) : compare(a.value, b.value);
  });
  return valued.map(({ entry }) => entry);
}

export interface EntryFilter {
  /** Null: all. */
  readonly kind: LookupKind | null;
  /** Looked for in the ID, the list's own columns and the result, without regard to case. */
  readonly text: string;
}

export function passing(entries: readonly Entry[], { kind, text }: EntryFilter): Entry[] {
  const wanted = text.trim().toLowerCase();
  return entries.filter((entry) => {
    if (kind !== null && kindOf(entry) !== kind) return false;
    if (wanted === '') return true;
    const { listed, state } = entry;
    const row = state?.kind === 'found' ? state.row : null;
    const reasons = row?.steps.flatMap(({ status, detailedStatus }) => [status ?? '', detailedStatus ?? '']) ?? [];
    return [listed.given, ...listed.others, row?.statusName ?? '', ...reasons].some((one) =>
      one.toLowerCase().includes(wanted),
    );
  });
}
