/** The address of a view of Explore: building it and reading it back, with what had to be repaired. */

import { attemptName, type Dimension, dimensions, readAttempt } from '#model/explore/attempt.ts';
import { type ColumnId, columnIds, defaultColumns, defaultSort, type Sort } from '#model/explore/columns.ts';
import {
  closedValues,
  type Filter,
  type FilterField,
  type FilterOperator,
  filterOperators,
  readBand,
} from '#model/explore/filters.ts';
import { hole, isPersonalValue, listed, listedValues } from '#model/explore/listed-values.ts';
import { defaultRange, lengthText, minuteMs, minuteText, type Range, readLength } from '#model/explore/range.ts';
import { findingCodes } from '#model/findings/finding.ts';
import { isCountryCode } from '#model/values/country.ts';
import { type EpochMs, readTime } from '#model/values/time.ts';

export interface ExploreView {
  readonly range: Range;
  readonly filters: readonly Filter[];
  readonly sort: Sort;
  readonly columns: readonly ColumnId[];
  /** How many of the columns, from the first, stay in sight. */
  readonly pinned: number;
  /** What the charts tell attempts apart by; null: nothing. */
  readonly by: Dimension | null;
}

/** Values that must not stand in an address, by their place: `2.0` is the first value of the third filter. */
export type Withheld = Readonly<Record<string, string>>;

/** What an address held and could not be used; the view has the default in its place, or lacks the filter. */
export type Repair =
  | { readonly kind: 'range'; readonly text: string }
  | { readonly kind: 'value'; readonly field: FilterField; readonly text: string }
  | { readonly kind: 'withheld'; readonly field: FilterField }
  | { readonly kind: 'sort' | 'columns' | 'by'; readonly text: string };

const filterFields = Object.keys(filterOperators) as FilterField[]; // its keys are the union
const own = new Set<string>([...filterFields, 'range', 'from', 'until', 'sort', 'cols', 'pin', 'by']);
const longestValue = 200;
/** Of several values, each letter of which may take nine signs. */
const longestAttempt = 2000;

/** The query of a view, and the personal values it leaves out. Parameters of others are kept as they are. */
export function buildExplore(
  view: ExploreView,
  others: URLSearchParams = new URLSearchParams(),
): { search: string; withheld: Withheld } {
  const params = new URLSearchParams();
  const withheld: Record<string, string> = {};
  if (view.range.kind === 'latest') params.append('range', lengthText(view.range.lengthMs));
  else if (view.range.kind === 'day') params.append('range', view.range.day);
  else {
    params.append('from', minuteText(view.range.from));
    params.append('until', minuteText(view.range.to));
  }
  view.filters.forEach(({ field, operator, values }, place) => {
    const texts = values.map((value, index) => {
      if (!isPersonalValue(field, value)) return listed(value);
      withheld[`${place}.${index}`] = value;
      return hole;
    });
    params.append(field, `${operator === 'is' ? '' : `${operator}:`}${texts.join(',')}`);
  });
  if (view.sort.column !== defaultSort.column || view.sort.descending !== defaultSort.descending) {
    params.append('sort', `${view.sort.descending ? '-' : ''}${view.sort.column}`);
  }
  if (view.columns.join() !== defaultColumns.join()) params.append('cols', view.columns.join('.'));
  if (view.pinned > 0) params.append('pin', String(view.pinned));
  if (view.by !== null) params.append('by', view.by);
  for (const [name, value] of others) if (!own.has(name)) params.append(name, value);
  return { search: `?${params.toString()}`, withheld };
}

function readRange(params: URLSearchParams, repairs: Repair[]): Range {
  const [length, from, until] = [params.get('range'), params.get('from'), params.get('until')];
  if (length === 'today' || length === 'yesterday') return { kind: 'day', day: length };
  if (length !== null) {
    const lengthMs = readLength(length);
    if (lengthMs !== null) return { kind: 'latest', lengthMs };
    repairs.push({ kind: 'range', text: length });
  } else if (from !== null || until !== null) {
    const [start, end] = [readTime(from ?? ''), readTime(until ?? '')];
    const whole = (time: number) => Math.floor(time / minuteMs) * minuteMs;
    if (start !== null && end !== null && whole(start) < whole(end)) {
      return { kind: 'between', from: whole(start), to: whole(end) };
    }
    repairs.push({ kind: 'range', text: `${from ?? ''} – ${until ?? ''}` });
  }
  return defaultRange;
}

/** A value as the filter knows it, or null for one that the field cannot have. */
export function readValue(field: FilterField, value: string): string | null {
  const text = value.trim();
  if (text === '' || text.length > (field === 'attempt' ? longestAttempt : longestValue)) return null;
  switch (field) {
    case 'status':
    case 'type':
    case 'terminationChannel':
    case 'mark':
      return closedValues[field].find((known) => known.toLowerCase() === text.toLowerCase()) ?? null;
    case 'country':
      return isCountryCode(text.toUpperCase()) ? text.toUpperCase() : null;
    case 'finding':
      return findingCodes.find((code) => code === text) ?? null;
    case 'price':
    case 'reach':
      return /^\d{1,12}(?:\.\d{1,12})?$/.test(text) ? text : null;
    case 'band':
      return readBand(text) === null ? null : text;
    case 'attempt': {
      const attempt = readAttempt(text);
      return attempt === null ? null : attemptName(attempt);
    }
    default:
      return text;
  }
}

function readOperator(field: FilterField, text: string | undefined): FilterOperator | null {
  const operators: readonly FilterOperator[] = filterOperators[field];
  return operators.find((operator) => operator === (text ?? 'is')) ?? null;
}

function readFilter(
  field: FilterField,
  text: string,
  place: number,
  withheld: Withheld,
  repairs: Repair[],
): Filter | null {
  const [, operatorText, list = ''] = /^(?:([a-z_]*):)?(.*)$/s.exec(text) ?? [];
  const operator = readOperator(field, operatorText);
  const values = listedValues(list).flatMap((part, index) => {
    const isHole = part.text === hole;
    const raw = isHole ? withheld[`${place}.${index}`] : part.value;
    const value = typeof raw === 'string' ? readValue(field, raw) : null;
    if (value !== null) return [value];
    repairs.push(isHole ? { kind: 'withheld', field } : { kind: 'value', field, text: part.value ?? part.text });
    return [];
  });
  if (operator !== null && values.length > 0) return { field, operator, values: [...new Set(values)] };
  if (operator === null && values.length > 0) repairs.push({ kind: 'value', field, text });
  return null;
}

function readSort(text: string | null, repairs: Repair[]): Sort {
  if (text === null) return defaultSort;
  const column = columnIds.find((id) => id === text.replace(/^-/, ''));
  if (column !== undefined) return { column, descending: text.startsWith('-') };
  repairs.push({ kind: 'sort', text });
  return defaultSort;
}

function readColumns(text: string | null, repairs: Repair[]): readonly ColumnId[] {
  if (text === null) return defaultColumns;
  const asked = text.split('.');
  const columns = [...new Set(asked)].flatMap((text) => columnIds.find((id) => id === text) ?? []);
  if (columns.length < new Set(asked).size) repairs.push({ kind: 'columns', text });
  return columns.length === 0 ? defaultColumns : columns;
}

/** What is no count pins nothing; more than there are pins all. */
function readPinned(text: string | null, most: number): number {
  return /^\d{1,2}$/.test(text ?? '') ? Math.min(Number(text), most) : 0;
}

function readDimension(text: string | null, repairs: Repair[]): Dimension | null {
  const found = dimensions.find((one) => one === text) ?? null;
  if (text !== null && found === null) repairs.push({ kind: 'by', text });
  return found;
}

/** The view an address stands for. `withheld` comes from the entry in this tab's history; elsewhere there is none. */
export function parseExplore(
  params: URLSearchParams,
  withheld: Withheld = {},
): { view: ExploreView; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const range = readRange(params, repairs);
  const asked = [...params].flatMap(([name, text]) => {
    const field = filterFields.find((known) => known === name);
    return field === undefined ? [] : [{ field, text }];
  });
  const filters = asked.flatMap(({ field, text }, place) => readFilter(field, text, place, withheld, repairs) ?? []);
  const columns = readColumns(params.get('cols'), repairs);
  return {
    view: {
      range,
      filters,
      sort: readSort(params.get('sort'), repairs),
      columns,
      pinned: readPinned(params.get('pin'), columns.length),
      by: readDimension(params.get('by'), repairs),
    },
    repairs,
  };
}

/** A way into Explore: the address, and what of the view it must not hold, for the entry in this tab's history. */
export interface ExploreLink {
  readonly to: { readonly pathname: '/explore'; readonly search: string };
  readonly state: {
    readonly explore: {
      readonly at: EpochMs;
      readonly withheld: Withheld;
      readonly repairs: readonly Repair[];
      readonly opened: null;
    };
  };
}

/** `at` is now: a range that reaches up to it ends there. */
export function exploreLink(view: Pick<ExploreView, 'range' | 'filters'>, at: EpochMs): ExploreLink {
  const { search, withheld } = buildExplore({
    ...view,
    sort: defaultSort,
    columns: defaultColumns,
    pinned: 0,
    by: null,
  });
  return { to: { pathname: '/explore', search }, state: { explore: { at, withheld, repairs: [], opened: null } } };
}
