/** The values that the loaded flows have for a field, to choose filters from. */

import { type FilterField, valuesOf } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** Fields whose values are chosen from what is there. */
export const facetFields = [
  'country',
  'operator',
  'sender',
  'reason',
  'finding',
  'application',
] as const satisfies readonly FilterField[];
export type FacetField = (typeof facetFields)[number];

/** More than anybody reads; the field takes typed values as well. */
const mostValues = 60;

/** Its values in the rows, the most frequent first. */
export function facetOf(rows: readonly FlowRow[], field: FacetField): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of valuesOf(row, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}
