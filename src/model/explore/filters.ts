/** The filters of Explore: what Routee's search can do itself, and what is done over the flows that are loaded. */

import { statusKey } from '../record/status.ts';
import type { DurationMs } from '../values/time.ts';
import { type Band, bandsOf, channelKey } from './aggregate.ts';
import { type AttemptMatch, attemptValue, hasAttempt, readAttempt } from './attempt.ts';
import { isMaskedRecipient, maskedCanBe, numberDigits, recipientKey } from './recipient.ts';
import { type FlowRow, sentSteps } from './row.ts';

/** Vendor's page "Search failover", table "Filters". */
const routeeFields = {
  status: ['is', 'is_not'],
  type: ['is', 'is_not'],
  terminationChannel: ['is', 'is_not'],
  to: ['is', 'starts_with', 'is_not', 'contains', 'ends_with'],
} as const;

const loadedFields = {
  country: ['is', 'is_not'],
  operator: ['is', 'is_not'],
  sender: ['is', 'is_not'],
  reason: ['is', 'is_not'],
  finding: ['is', 'is_not'],
  price: ['at_least', 'at_most'],
  // In seconds, a decimal.
  reach: ['at_least', 'at_most'],
  label: ['contains', 'is', 'is_not'],
  application: ['is', 'is_not'],
  text: ['contains'],
  band: ['is'],
  mark: ['is', 'is_not'],
  attempt: ['is', 'is_not'],
} as const;

export const filterOperators = { ...routeeFields, ...loadedFields };

export type FilterField = keyof typeof filterOperators;
export type FilterOperator = (typeof filterOperators)[FilterField][number];

/** All filters must hold. With several values: `is`, `contains` and the like want one of them, `is_not` none. */
export interface Filter {
  readonly field: FilterField;
  readonly operator: FilterOperator;
  /** At least one. */
  readonly values: readonly string[];
}

/** Values that are all there is, for the fields that have such a list. */
export const closedValues = {
  status: ['Queued', 'InProgress', 'Succeeded', 'Failed'],
  type: ['Sms', 'Viber', 'Voice'],
  terminationChannel: ['Sms', 'Viber', 'Voice'],
  mark: ['pinned', 'notes'],
} as const satisfies Partial<Record<FilterField, readonly string[]>>;

/** A filter as Routee takes it. */
export interface RouteeFilter {
  readonly fieldName: keyof typeof routeeFields;
  readonly searchOperator: FilterOperator;
  readonly searchTerm: string;
}

/** Who applies a filter: Routee, this page over what is loaded, or both, Routee roughly and this page exactly. */
export type AppliedBy = 'routee' | 'loaded' | 'both';

interface RouteeShare {
  readonly filters: readonly RouteeFilter[];
  readonly by: AppliedBy;
}

/**
 * Routee takes one term a filter and wants all filters to hold. "None of these" is therefore several filters; "one of
 * these" has no such form, except where the values are few and known: then it is "none of the others", which may let
 * through what has no value at all, so this page looks again. A flow has several types, so there "none of the others"
 * means something else.
 */
function routeeShare({ field, operator, values }: Filter, wholeNumbersOnly: boolean): RouteeShare {
  if (field !== 'status' && field !== 'type' && field !== 'terminationChannel' && field !== 'to') {
    return { filters: [], by: 'loaded' };
  }
  const each = (terms: readonly string[], searchOperator: FilterOperator) =>
    terms.map((searchTerm): RouteeFilter => ({ fieldName: field, searchOperator, searchTerm }));
  if (field === 'to') return recipientShare(operator, values, each, wholeNumbersOnly);
  if (values.length === 1 || operator === 'is_not') return { filters: each(values, operator), by: 'routee' };
  if (field === 'type') return { filters: [], by: 'loaded' };
  const others = closedValues[field].filter((value) => !values.includes(value));
  return { filters: each(others, 'is_not'), by: 'both' };
}

/**
 * Routee may hold a number with or without its `+` (vendor's pages write recipients both ways). "Is" has no form for "one of
 * two", but both end with the digits; this page looks again, since a longer number may end so too. "Is not" is both.
 */
function recipientShare(
  operator: FilterOperator,
  values: readonly string[],
  each: (terms: readonly string[], operator: FilterOperator) => RouteeFilter[],
  wholeNumbersOnly: boolean,
): RouteeShare {
  const writings = values.flatMap((value) => {
    const digits = numberDigits(value);
    return digits === null ? [value] : [`+${digits}`, digits];
  });
  if (operator === 'is_not') return { filters: each(writings, operator), by: 'routee' };
  const [only, ...more] = values;
  if (only === undefined || more.length > 0) return { filters: [], by: 'loaded' };
  const digits = operator === 'is' && !wholeNumbersOnly ? numberDigits(only) : null;
  return digits === null
    ? { filters: each([only], operator), by: 'routee' }
    : { filters: each([digits], 'ends_with'), by: 'both' };
}

export function appliedBy(filter: Filter): AppliedBy {
  return routeeShare(filter, false).by;
}

/**
 * What is sent to Routee, in the order of the filters. `wholeNumbersOnly`: the gateway masks recipients for this person and
 * refuses parts of numbers; a number is then sent as it is written.
 */
export function routeeFilters(filters: readonly Filter[], wholeNumbersOnly = false): RouteeFilter[] {
  return filters.flatMap((filter) => routeeShare(filter, wholeNumbersOnly).filters);
}

const historyFields = ['country', 'operator', 'sender', 'reason', 'application'] as const;

/** A filter as the gateway's history takes it, beside Routee's. */
export type HistoryFilter = { readonly searchOperator: 'is' | 'is_not' } & (
  | { readonly fieldName: 'mark'; readonly searchTerm: (typeof closedValues.mark)[number] }
  | { readonly fieldName: (typeof historyFields)[number]; readonly searchTerm: string }
);

/** "One of these" has no form there either; a term with other letters than ASCII's is compared here, where they have two cases. */
function historyShare({ field, operator, values }: Filter): HistoryFilter[] {
  if ((operator !== 'is' && operator !== 'is_not') || (operator === 'is' && values.length > 1)) return [];
  if (field === 'mark') {
    const marks = closedValues.mark.filter((mark) => values.includes(mark));
    return marks.map((searchTerm) => ({ fieldName: field, searchOperator: operator, searchTerm }));
  }
  const fieldName = historyFields.find((known) => known === field);
  if (fieldName === undefined) return [];
  const terms = values.filter((value) => /^[\x20-\x7e]{1,200}$/.test(value));
  return terms.map((searchTerm) => ({ fieldName, searchOperator: operator, searchTerm }));
}

/**
 * What is asked of the history: what Routee would be asked for, and more that it can tell itself. It leaves out nothing that
 * passes the filters; this page looks again.
 */
export function historyFilters(filters: readonly Filter[], wholeNumbersOnly = false): (RouteeFilter | HistoryFilter)[] {
  return [...routeeFilters(filters, wholeNumbersOnly), ...filters.flatMap(historyShare)];
}

/** What remains to be done over the loaded flows. */
export function loadedFilters(filters: readonly Filter[]): Filter[] {
  return filters.filter((filter) => appliedBy(filter) !== 'routee');
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Which flows colleagues have marked, by tracking ID. */
export interface Marks {
  readonly pinned: ReadonlySet<string>;
  readonly noted: ReadonlySet<string>;
}

export const noMarks: Marks = { pinned: new Set(), noted: new Set() };

function marksOf({ trackingId }: FlowRow, { pinned, noted }: Marks): string[] {
  if (trackingId === null) return [];
  return [...(pinned.has(trackingId) ? ['pinned'] : []), ...(noted.has(trackingId) ? ['notes'] : [])];
}

/** A length as a filter names it: `603.6` for 603,600 ms, exactly. */
export function secondsText(ms: DurationMs): string {
  return String(ms / 1000);
}

/** The values a row has for a field, as filters name them. */
export function valuesOf(row: FlowRow, field: FilterField, marks: Marks = noMarks): readonly string[] {
  switch (field) {
    case 'status':
      return row.statusName === null ? [] : [row.statusName];
    case 'type':
      return row.steps.map((step) => channelKey(step.channel));
    case 'terminationChannel':
      return row.terminationChannel === null ? [] : [channelKey(row.terminationChannel)];
    case 'to':
      return row.recipients;
    case 'country':
      return unique(row.steps.map((step) => step.country));
    case 'operator':
      return unique(row.steps.map((step) => step.operator));
    case 'sender':
      return unique(row.steps.map((step) => step.sender));
    case 'reason':
      return unique(sentSteps(row).map((step) => attemptValue(step, 'reason') || null));
    case 'finding':
      return row.findings.map((finding) => finding.code);
    case 'price':
      return row.price === null ? [] : [row.price];
    case 'reach':
      return row.reachMs === null ? [] : [secondsText(row.reachMs)];
    case 'label':
      return row.labels;
    case 'application':
      return row.applicationId === null ? [] : [row.applicationId];
    case 'text':
      return row.texts;
    case 'band':
      return bandsOf(row).map(bandName);
    case 'mark':
      return marksOf(row, marks);
    // Any number of descriptions fits an attempt: none is its value.
    case 'attempt':
      return [];
  }
}

/** A band as a value of a filter: `1.Viber.Sms`, or `2.Sms.-failed` where the flow ended. */
export function bandName({ place, from, to }: Band): string {
  return [place, encodeURIComponent(from), to.kind === 'step' ? encodeURIComponent(to.channel) : `-${to.status}`].join(
    '.',
  );
}

/** The band a name stands for; null when it names none. */
export function readBand(name: string): Band | null {
  const [place = '', from = '', to = '', ...rest] = name.split('.');
  if (!/^[1-9]\d?$/.test(place) || rest.length > 0) return null;
  const end = (['succeeded', 'failed', 'running', 'unknown'] as const).find((status) => to === `-${status}`);
  try {
    const target: Band['to'] =
      end === undefined ? { kind: 'step', channel: decodeURIComponent(to) } : { kind: 'end', status: end };
    const band: Band = { place: Number(place), from: decodeURIComponent(from), to: target };
    return end === undefined && to.startsWith('-') ? null : band;
  } catch {
    return null;
  }
}

/** How two values of a field are compared: names of statuses and reasons as the vendor does, texts without regard to case. */
function normal(field: FilterField): (value: string) => string {
  switch (field) {
    case 'status':
    case 'reason':
      return statusKey;
    case 'to':
      return recipientKey;
    case 'band':
    case 'attempt':
    case 'application':
      return (value) => value;
    default:
      return (value) => value.toLocaleLowerCase('en');
  }
}

function test(operator: FilterOperator, wanted: readonly string[], value: string): boolean {
  switch (operator) {
    case 'is':
    case 'is_not':
      return wanted.includes(value);
    case 'contains':
      return wanted.some((term) => value.includes(term));
    case 'starts_with':
      return wanted.some((term) => value.startsWith(term));
    case 'ends_with':
      return wanted.some((term) => value.endsWith(term));
    case 'at_least':
      return wanted.some((term) => Number(value) >= Number(term));
    case 'at_most':
      return wanted.some((term) => Number(value) <= Number(term));
  }
}

/**
 * Whether a flow with masked recipients can pass. Routee, which knows the numbers, has searched by them; what cannot be told
 * here must not empty the table.
 */
function maskedMayPass(recipients: readonly string[], { operator, values }: Filter): boolean {
  if (operator !== 'is') return true;
  return recipients.some((one) =>
    values.some((value) =>
      isMaskedRecipient(one) ? maskedCanBe(one, value) : recipientKey(one) === recipientKey(value),
    ),
  );
}

/** What a filter's values stand for, read once for all rows. */
const attempts = new WeakMap<readonly string[], readonly AttemptMatch[]>();

function attemptsOf(values: readonly string[]): readonly AttemptMatch[] {
  const known = attempts.get(values) ?? values.flatMap((value) => readAttempt(value) ?? []);
  attempts.set(values, known);
  return known;
}

/** Whether a row passes one filter; a row without a value passes only `is_not`. */
export function matches(row: FlowRow, filter: Filter, marks: Marks = noMarks): boolean {
  if (filter.field === 'to' && row.recipients.some(isMaskedRecipient)) return maskedMayPass(row.recipients, filter);
  if (filter.field === 'attempt') {
    const found = attemptsOf(filter.values).some((match) => hasAttempt(row, match));
    return filter.operator === 'is_not' ? !found : found;
  }
  // Parts of numbers are compared as they are written.
  const asWritten = filter.field === 'to' && filter.operator !== 'is' && filter.operator !== 'is_not';
  const key = asWritten ? (value: string) => value : normal(filter.field);
  const wanted = filter.values.map(key);
  const found = valuesOf(row, filter.field, marks).some((value) => test(filter.operator, wanted, key(value)));
  return filter.operator === 'is_not' ? !found : found;
}

/** Whether a row passes all of them. */
export function passes(filters: readonly Filter[], marks: Marks = noMarks): (row: FlowRow) => boolean {
  return (row) => filters.every((filter) => matches(row, filter, marks));
}
