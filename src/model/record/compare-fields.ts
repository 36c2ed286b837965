/** The fields of two records side by side: which differ, and which only one of them has. */
import { stringify } from 'lossless-json';
import { isJsonNumber, isJsonObject, type Json, type JsonPath } from '../values/json.ts';
import type { FieldRow } from './fields.ts';
import { moneyOf } from './message.ts';

export interface ComparedField {
  /** In the record that has it; with both, the same in each. */
  readonly path: JsonPath;
  /** Null where the first record does not have the field; a null that it writes is a row. */
  readonly a: FieldRow | null;
  readonly b: FieldRow | null;
  readonly differs: boolean;
}

/** Equal in value: `1.0` is `1`, a list is its items, an object its keys in any order. */
function same(a: Json, b: Json): boolean {
  if (isJsonNumber(a) && isJsonNumber(b)) return moneyOf(a)?.eq(moneyOf(b) ?? Number.NaN) === true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index] ?? null));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key] ?? null, b[key] ?? null))
    );
  }
  return a === b;
}

/**
 * Every field of either record, by its path: those of the first in its order, then those that only the second has.
 * Messages are compared by their place. Linear in the fields.
 */
export function compareFields(first: readonly FieldRow[], second: readonly FieldRow[]): ComparedField[] {
  const key = ({ path }: FieldRow) => stringify([...path]) ?? '';
  const others = new Map(second.map((row) => [key(row), row]));
  const compared = first.map((a): ComparedField => {
    const b = others.get(key(a)) ?? null;
    others.delete(key(a));
    return { path: a.path, a, b, differs: b === null || !same(a.value, b.value) };
  });
  return [...compared, ...[...others.values()].map((b) => ({ path: b.path, a: null, b, differs: true }))];
}
