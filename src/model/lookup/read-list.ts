/** A list of flows as people hand it over: a column of IDs, a spreadsheet's copy, CSV, JSON lines, or loose text. */
import Papa from 'papaparse';
import { readSearchText } from '../record/search-text.ts';
import { isJsonNumber, isJsonObject, type Json, parseJson } from '../values/json.ts';

/** One row of the list, in its order. */
export interface ListRow {
  /** The line or entry it came from, from 1, as a person counts them in the list. */
  readonly line: number;
  /** Null where the row holds no ID of a flow. */
  readonly trackingId: string | null;
  /** What stood where an ID was expected. */
  readonly given: string;
  /** The list's other columns, in the order of `columns`; '' where the row lacks one. */
  readonly others: readonly string[];
}

export interface List {
  /** Names of the list's other columns: its header's, or null where it has none and they go by their place. */
  readonly columns: readonly (string | null)[];
  readonly rows: readonly ListRow[];
  /** Rows beyond `mostRows`, which are left out. */
  readonly leftOut: number;
}

/** As many as are looked up at once. */
export const mostRows = 1000;

/** Longer cells are cut: a list is read beside its result, not for its texts. */
const longestCell = 500;

/** What nearly every cell is: an ID as Routee writes it, which needs no reading. */
const plainId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The one flow a text names; null for none and for several. */
function idIn(text: string): string | null {
  if (text.trim() === '') return null;
  if (plainId.test(text)) return text;
  const found = readSearchText(text);
  return found.kind === 'one' ? found.trackingId : null;
}

/** A spreadsheet's ways to keep a cell a text: `="0306…"` and a leading apostrophe. */
function plainCell(cell: string): string {
  const text = cell.replace(/\u00a0/g, ' ').trim();
  return /^="(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? text.replace(/^'(?=[+=\-@\d])/, '');
}

function cut(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}

/** How much the name of a column speaks for or against its holding the IDs of flows. */
function weightOf(name: string): number {
  if (/(?:message|sms|application|request|campaign)[ _.-]?id/i.test(name)) return 0.5;
  return /(?:tracking|flow)[ _.-]?id/i.test(name) ? 1.5 : 1;
}

/** The column with the most IDs, its name considered; the first of equals. Null where no cell holds one. */
function idColumn(table: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const row of table.slice(0, mostRows + 1)) {
    row.forEach((cell, column) => {
      if (idIn(cell) !== null) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  const weighed = [...counts].map(([column, count]) => ({
    column,
    weight: count * weightOf(table[0]?.[column] ?? ''),
  }));
  weighed.sort((a, b) => b.weight - a.weight || a.column - b.column);
  return weighed[0]?.column ?? null;
}

/** Whether the first row names the columns: it holds no ID where the row after it does. */
function hasHeader([first, second]: readonly (readonly string[])[], column: number): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    idIn(first[column] ?? '') === null &&
    idIn(second[column] ?? '') !== null
  );
}

interface Entry {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How the list's IDs are read: where half or more are UUIDs, a shorter token is a broken one and no ID of another kind. */
function idReader(texts: readonly string[]): (text: string) => string | null {
  const ids = texts.flatMap((text) => idIn(text) ?? []);
  const mostlyUuids = ids.length > 0 && ids.filter((id) => plainId.test(id)).length >= ids.length / 2;
  if (!mostlyUuids) return idIn;
  return (text) => {
    const id = idIn(text);
    return id !== null && plainId.test(id) ? id : null;
  };
}

function listOf(all: readonly Entry[], column: number, header: readonly string[] | null): List {
  const entries = all.slice(0, mostRows);
  const read = idReader(entries.map(({ cells }) => cells[column] ?? ''));
  const width = entries.reduce((widest, { cells }) => Math.max(widest, cells.length), header?.length ?? 0);
  const others = Array.from({ length: width }, (_, index) => index).filter((index) => index !== column);
  return {
    columns: others.map((index) => (header?.[index] ?? '') || null),
    rows: entries.map(({ line, cells }) => {
      const given = cells[column] ?? '';
      return {
        line,
        trackingId: read(given),
        given: cut(given),
        others: others.map((index) => cut(cells[index] ?? '')),
      };
    }),
    leftOut: all.length - entries.length,
  };
}

/** What is between two rows of a table that a spreadsheet, a database or a mail writes. */
const delimiters = ['\t', ';', ',', '|'];

interface Table {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** By the delimiter that gives the most rows one width beyond a single column; null where none does for half of them. */
function tableOf(text: string): Table | null {
  const read = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
    const widths = new Map<number, number>();
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    return { delimiter, data, agreeing: Math.max(0, ...widths.values()) };
  });
  const best = read.reduce((a, b) => (b.agreeing > a.agreeing ? b : a));
  const filled = best.data.filter((row) => row.some((cell) => cell.trim() !== '')).length;
  if (best.agreeing < Math.max(1, filled / 2)) return null;
  return { delimiter: best.delimiter, rows: best.data.map((row) => row.map(plainCell)) };
}

/** Sentences and enumerations hold commas too: there an ID stands among words, or one beside the other. */
function isProse({ delimiter, rows }: Table, column: number, headed: boolean): boolean {
  const ids = rows.slice(0, mostRows).filter((row) => idIn(row[column] ?? '') !== null);
  const amongWords = ids.filter((row) => /\s/.test(row[column] ?? '')).length;
  const severalIds = ids.filter((row) => row.filter((cell) => idIn(cell) !== null).length > 1).length;
  return (delimiter === ',' && amongWords > ids.length / 2) || (!headed && severalIds > ids.length / 2);
}

/** A line about the list, as Cascade's own incomplete exports begin: `# INCOMPLETE: …`. */
function isRemark(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells;
  return first.startsWith('# ') && others.every((cell) => cell === '') && idIn(first) === null;
}

function readTable(text: string): List | null {
  const table = tableOf(text);
  const column = table === null ? null : idColumn(table.rows);
  if (table === null || column === null) return null;
  const entries = table.rows.flatMap((cells, index): Entry[] =>
    cells.every((cell) => cell === '') || isRemark(cells) ? [] : [{ line: index + 1, cells }],
  );
  const [first, ...rest] = entries;
  const headed = first !== undefined && hasHeader([first.cells, rest[0]?.cells ?? []], column);
  if (isProse(table, column, headed)) return null;
  return headed ? listOf(rest, column, first.cells) : listOf(entries, column, null);
}

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return isJsonNumber(value) || typeof value === 'boolean' ? String(value) : '';
}

type JsonObject = { readonly [key: string]: Json };

/** The key under which most of the objects hold the ID of a flow. */
function idKey(objects: readonly JsonObject[]): string | null {
  const weights = new Map<string, number>();
  for (const object of objects.slice(0, mostRows)) {
    for (const [key, value] of Object.entries(object)) {
      if (idIn(cellOf(value)) !== null) weights.set(key, (weights.get(key) ?? 0) + weightOf(key));
    }
  }
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function listOfObjects(all: readonly { readonly line: number; readonly object: JsonObject }[]): List | null {
  // The same in an incomplete export of records: `{"incomplete":{…}}`.
  const objects = all.filter(({ object }) => Object.keys(object).join() !== 'incomplete');
  const key = idKey(objects.map(({ object }) => object));
  if (key === null) return null;
  const scalar = (value: Json | undefined) => typeof value !== 'object' || value === null || isJsonNumber(value);
  const names = new Set(
    objects.flatMap(({ object }) => Object.keys(object).filter((name) => name !== key && scalar(object[name]))),
  );
  const header = [key, ...names];
  return listOf(
    objects.map(({ line, object }) => ({ line, cells: header.map((name) => cellOf(object[name])) })),
    0,
    header,
  );
}

/** JSON: a list of IDs or of objects, or an object a line. */
function readJson(text: string): List | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const whole = parseJson(text);
  if (whole.ok && Array.isArray(whole.value)) {
    if (whole.value.every((item) => typeof item === 'string' || isJsonNumber(item))) {
      return listOf(
        whole.value.map((item, index) => ({ line: index + 1, cells: [cellOf(item)] })),
        0,
        null,
      );
    }
    return listOfObjects(
      whole.value.flatMap((item, index) => (isJsonObject(item) ? { line: index + 1, object: item } : [])),
    );
  }
  const lines = text.split(/\r\n|[\r\n]/).map((line, index) => ({ line: index + 1, json: parseJson(line) }));
  const objects = lines.flatMap(({ line, json }) =>
    json.ok && isJsonObject(json.value) ? { line, object: json.value } : [],
  );
  return objects.length === 0 ? null : listOfObjects(objects);
}

/** Loose text: each line that names flows gives a row a flow, any other line one without an ID. */
function readLines(text: string): List {
  const entries = text.split(/\r\n|[\r\n]/).flatMap((whole, index): Entry[] => {
    const line = index + 1;
    const given = plainCell(whole);
    if (given === '') return [];
    if (plainId.test(given)) return [{ line, cells: [given] }];
    const found = readSearchText(given);
    const ids = found.kind === 'many' ? found.trackingIds : [given];
    return ids.map((cell) => ({ line, cells: [cell] }));
  });
  const [first, ...rest] = entries;
  const headed = first !== undefined && hasHeader([first.cells, rest[0]?.cells ?? []], 0);
  return headed && !/\d/.test(first.cells[0] ?? '') ? listOf(rest, 0, null) : listOf(entries, 0, null);
}

/**
 * Reads a list: JSON or JSON lines, else a table (tabs of a copied sheet, `;`, `,` or `|`, quoted cells, with or without a
 * header), else a line each. Rows keep their order; an ID that stands twice gives two rows. Never throws; a text without
 * any ID gives rows whose `trackingId` is null.
 */
export function readList(text: string): List {
  const plain = text.replace(/^\uFEFF/, '');
  return readJson(plain) ?? readTable(plain) ?? readLines(plain);
}
