/** The filters of Routee's search (page "Search failover", table "Filters"): reading them and applying them. */
import type { Json } from '#model/values/json.ts';
import type { RawRecord } from '../records/draft.ts';

const fields = {
  type: ['is', 'is_not'],
  terminationChannel: ['is', 'is_not'],
  status: ['is', 'is_not'],
  to: ['is', 'is_not', 'contains', 'starts_with', 'ends_with'],
} as const;
type Field = keyof typeof fields;
type Operator = (typeof fields)[Field][number];

const terms: Readonly<Record<Exclude<Field, 'to'>, readonly string[]>> = {
  type: ['Sms', 'Viber', 'Voice'],
  terminationChannel: ['Sms', 'Viber', 'Voice'],
  status: ['Queued', 'InProgress', 'Succeeded', 'Failed'],
};

export interface SearchFilter {
  readonly field: Field;
  readonly operator: Operator;
  readonly term: string;
}

/** What filters look at. */
export interface Searchable {
  readonly status: string;
  readonly terminationChannel: string | null;
  /** Of every message. */
  readonly types: readonly string[];
  readonly recipients: readonly string[];
}

/** What filters look at in a record. */
export function searchable(record: RawRecord): Searchable {
  const texts = (values: readonly (Json | undefined)[]) =>
    values.filter((value): value is string => typeof value === 'string');
  const { status, terminationChannel, messages } = record;
  return {
    status: typeof status === 'string' ? status : '',
    terminationChannel: typeof terminationChannel === 'string' ? terminationChannel : null,
    types: texts(messages.map((message) => message.type)),
    recipients: texts(messages.map((message) => message.to)),
  };
}

export type FiltersReading =
  | { readonly ok: true; readonly filters: readonly SearchFilter[] }
  | { readonly ok: false; readonly message: string };

/** Reads the body of a search: a list of filters; on anything else, what Routee would say is wrong. */
export function readFilters(body: unknown): FiltersReading {
  if (!Array.isArray(body)) return refused('The request body must be an array of filters');
  const filters: SearchFilter[] = [];
  for (const entry of body) {
    const filter = readFilter(entry);
    if (typeof filter === 'string') return refused(filter);
    filters.push(filter);
  }
  return { ok: true, filters };
}

const refused = (message: string): FiltersReading => ({ ok: false, message: `Validation Error. ${message}` });

/** A filter, or what is wrong with it. */
function readFilter(entry: unknown): SearchFilter | string {
  if (typeof entry !== 'object' || entry === null) return 'A filter must be an object';
  const { fieldName, searchOperator = 'is', searchTerm } = entry as Record<string, unknown>; // an object has keys
  const field = (Object.keys(fields) as Field[]).find((name) => name === fieldName); // its keys are its type's
  if (field === undefined) return `Invalid value for fieldName: ${String(fieldName)}`;
  const operator = fields[field].find((name) => name === searchOperator);
  if (operator === undefined) return `Invalid value for searchOperator of ${field}: ${String(searchOperator)}`;
  if (typeof searchTerm !== 'string' || searchTerm === '') return `searchTerm of ${field} must not be empty`;
  const known = field === 'to' ? [searchTerm] : terms[field];
  const term = known.find((name) => name.toLowerCase() === searchTerm.toLowerCase());
  if (term === undefined) return `Invalid value for searchTerm of ${field}: ${searchTerm}`;
  return { field, operator, term };
}

/** True when all filters hold. A flow has a type, or a recipient, when one of its messages has. */
export function matches(flow: Searchable, filters: readonly SearchFilter[]): boolean {
  return filters.every(({ field, operator, term }) => holds(operator, valuesOf(flow, field), term));
}

function holds(operator: Operator, values: readonly string[], term: string): boolean {
  switch (operator) {
    case 'is':
      return values.includes(term);
    case 'is_not':
      return !values.includes(term);
    case 'contains':
      return values.some((value) => value.includes(term));
    case 'starts_with':
      return values.some((value) => value.startsWith(term));
    case 'ends_with':
      return values.some((value) => value.endsWith(term));
  }
}

function valuesOf(flow: Searchable, field: Field): readonly string[] {
  switch (field) {
    case 'type':
      return flow.types;
    case 'to':
      return flow.recipients;
    case 'status':
      return [flow.status];
    case 'terminationChannel':
      return flow.terminationChannel === null ? [] : [flow.terminationChannel];
  }
}
