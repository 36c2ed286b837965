/** The values that the loaded flows have, to choose filters from. */
import type { FlowRow } from '#model/aggregate/row.ts';
import { type FilterField, valuesOf } from '#model/filters.ts';

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** Fields whose values are chosen from what is there. */
export const facetFields = [
  'country',
  'operator',
  'reason',
  'finding',
  'application',
] as const satisfies readonly FilterField[];
export type FacetField = (typeof facetFields)[number];

export type Facets = Readonly<Record<FacetField, readonly Facet[]>>;

/** More than anybody reads; the field takes typed values as well. */
const mostValues = 60;

export function facetsOf(rows: readonly FlowRow[]): Facets {
  const counts = Object.fromEntries(facetFields.map((field) => [field, new Map<string, number>()]));
  for (const row of rows) {
    for (const field of facetFields) {
      for (const value of valuesOf(row, field)) counts[field]?.set(value, (counts[field].get(value) ?? 0) + 1);
    }
  }
  const sorted = (field: FacetField) =>
    [...(counts[field] ?? [])]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
  return {
    country: sorted('country'),
    operator: sorted('operator'),
    reason: sorted('reason'),
    finding: sorted('finding'),
    application: sorted('application'),
  };
}
