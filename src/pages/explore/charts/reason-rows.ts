/** Failure reasons as rows of channel and reason, with a column for each of the busiest countries. */
import type { Aggregate } from '#model/explore/aggregate.ts';

export interface ReasonRow {
  readonly channel: string;
  readonly reason: string;
  readonly total: number;
  /** In the order of `countries`. */
  readonly byCountry: readonly number[];
  /** In all other countries. */
  readonly elsewhere: number;
}

export interface ReasonTable {
  /** '' where the country is not known. */
  readonly countries: readonly string[];
  readonly rows: readonly ReasonRow[];
  /** The greatest single count, for shading. */
  readonly most: number;
}

function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [key, count] of entries) totals.set(key, (totals.get(key) ?? 0) + count);
  return totals;
}

/** Busiest reasons first; at most so many countries get their own column. */
export function reasonTable({ reasons }: Pick<Aggregate, 'reasons'>, mostCountries: number): ReasonTable {
  const all = [...reasons.values()];
  const byCountry = sums(all.map(({ reason, count }) => [reason.country, count]));
  const ranked = [...byCountry].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const countries = ranked.slice(0, mostCountries).map(([country]) => country);
  const groups = groupedByReason(all);
  const rows = [...groups.values()].map((group): ReasonRow => {
    const [first] = group;
    const total = group.reduce((sum, { count }) => sum + count, 0);
    const own = countries.map((country) => group.find(({ reason }) => reason.country === country)?.count ?? 0);
    return {
      channel: first?.reason.channel ?? '',
      reason: first?.reason.reason ?? '',
      total,
      byCountry: own,
      elsewhere: total - own.reduce((sum, count) => sum + count, 0),
    };
  });
  rows.sort((a, b) => b.total - a.total);
  return { countries, rows, most: Math.max(0, ...rows.flatMap((row) => [...row.byCountry, row.elsewhere])) };
}

type Entry = Aggregate['reasons'] extends Map<string, infer Value> ? Value : never;

function groupedByReason(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.reason.channel, entry.reason.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}
