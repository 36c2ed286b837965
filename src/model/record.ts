/** The record: a flow as Routee sent it, read field by field so that one wrong field costs that field alone. */
import type { Json, JsonPath } from './json.ts';

/** A field whose value could not be used. The value is still in `json`, under the same path. */
export interface FieldProblem {
  readonly path: JsonPath;
  readonly value: Json;
  /** What the vendor documents there. */
  readonly expected: 'text' | 'number' | 'trueOrFalse' | 'list' | 'object' | 'time';
}

/** What JSON looks like that is no record. */
export type Refusal =
  | { readonly kind: 'notJson'; readonly message: string }
  | { readonly kind: 'notAnObject'; readonly found: 'null' | 'list' | 'text' | 'number' | 'boolean' }
  /** Routee's error body. */
  | { readonly kind: 'errorBody'; readonly code: string | null; readonly message: string | null }
  /** A page of search results; holds so many flows. */
  | { readonly kind: 'searchPage'; readonly count: number }
  /** A request to send a failover flow, not its tracking record. */
  | { readonly kind: 'sendRequest' }
  | { readonly kind: 'noMessages'; readonly found: 'absent' | 'null' | 'list' | 'object' | 'text' | 'number' | 'boolean'; readonly keys: readonly string[] };
