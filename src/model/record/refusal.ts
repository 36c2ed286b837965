/** What JSON without a usable `messages` list looks like instead, so that the page can say so. */
import { isJsonNumber, isJsonObject, type Json } from '../values/json.ts';
import type { JsonFault } from '../values/json-fault.ts';

type JsonKind = 'null' | 'list' | 'object' | 'text' | 'number' | 'boolean';

export type Refusal =
  | { readonly kind: 'notJson'; readonly fault: JsonFault }
  /** Several records; each can be read. */
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'notAnObject'; readonly found: Exclude<JsonKind, 'object'> }
  /** Routee's error body (vendor's page "Errors"). */
  | { readonly kind: 'errorBody'; readonly code: string | null; readonly message: string | null }
  /** A page of search results (vendor's page "Search failover"); holds `count` flows. */
  | { readonly kind: 'searchPage'; readonly count: number }
  /** A request to send a flow, or its answer, not the tracking record. */
  | { readonly kind: 'sendRequest' }
  | { readonly kind: 'noMessages'; readonly found: JsonKind | 'absent'; readonly keys: readonly string[] };

function jsonKind(value: Json): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isJsonNumber(value)) return 'number';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

const textOrNull = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : null);

/** Says what a JSON value is that is no record. */
export function refusalOf(json: Json): Refusal {
  if (!isJsonObject(json)) {
    const found = jsonKind(json);
    return { kind: 'notAnObject', found: found === 'object' ? 'null' : found };
  }
  if ('developerMessage' in json) {
    const code = isJsonNumber(json.code) ? String(json.code) : textOrNull(json.code);
    return { kind: 'errorBody', code, message: textOrNull(json.developerMessage) };
  }
  if (Array.isArray(json.content)) return { kind: 'searchPage', count: json.content.length };
  if (Array.isArray(json.flow)) return { kind: 'sendRequest' };
  const messages = json.messages;
  return {
    kind: 'noMessages',
    found: messages === undefined ? 'absent' : jsonKind(messages),
    keys: Object.keys(json).slice(0, 8),
  };
}
