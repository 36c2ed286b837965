/** The raw record as rows of a foldable tree: what each line says, which lines match a search, how one is copied. */
import { isLosslessNumber, stringify } from 'lossless-json';
import { isJsonObject, type Json, type JsonPath, parseJsonFully, pathText } from '#model/values/json.ts';

/** One line. `open` and `close` frame an object or a list that has something in it. */
export interface RawRow {
  /** Unique per tree; of a closing line, its opening line's with `}`. */
  readonly id: string;
  readonly path: JsonPath;
  readonly depth: number;
  readonly kind: 'value' | 'open' | 'close' | 'folded';
  /** Null in lists, for the root, and on closing lines. */
  readonly key: string | null;
  readonly value: Json;
  /** True where another value follows in the same object or list. */
  readonly comma: boolean;
}

/** The JSON of a text with every number kept as written, or null when it is not JSON. */
export function parseAsWritten(text: string): { value: Json } | null {
  const parsed = parseJsonFully(text, { lenient: true, asWritten: true });
  return parsed.ok ? { value: parsed.value } : null;
}

/** Records nest a handful of levels; what nests far deeper would break the tree, and is shown as text. */
const deepest = 200;

/** True where nothing lies deeper than a tree can show. Not recursive, so that it can tell. */
export function isShallow(json: Json): boolean {
  let level: Json[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap((value) => membersOf(value)?.map(([, member]) => member) ?? []);
  }
  return true;
}

/** Objects and lists have members; kept numbers and plain values have none. */
export function membersOf(value: Json): readonly (readonly [string | number, Json])[] | null {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
  return isJsonObject(value) ? Object.entries(value) : null;
}

/** The lines of a tree from top to bottom; what stands in `folded` (by `pathText`) is one line. */
export function rawRows(json: Json, folded: ReadonlySet<string>): RawRow[] {
  const rows: RawRow[] = [];
  const add = (value: Json, path: JsonPath, key: string | null, comma: boolean) => {
    const id = pathText(path);
    const line = { id, path, depth: path.length, key, value, comma };
    const members = membersOf(value);
    if (members === null || members.length === 0) rows.push({ ...line, kind: 'value' });
    else if (folded.has(id)) rows.push({ ...line, kind: 'folded' });
    else {
      rows.push({ ...line, kind: 'open', comma: false });
      members.forEach(([name, member], index) => {
        add(member, [...path, name], typeof name === 'string' ? name : null, index < members.length - 1);
      });
      rows.push({ ...line, id: `${id}}`, kind: 'close', key: null });
    }
  };
  add(json, [], null, false);
  return rows;
}

/** A value without members, as JSON writes it. */
export function scalarText(value: Json): string {
  if (isLosslessNumber(value)) return value.value;
  if (Array.isArray(value)) return '[]';
  return typeof value === 'object' && value !== null ? '{}' : JSON.stringify(value);
}

/** What copying a line puts on the clipboard: a text without its quotes, anything else as indented JSON. */
export function copyText(value: Json): string {
  return typeof value === 'string' ? value : (stringify(value, undefined, 2) ?? '');
}

/** The ids of the lines, of the whole tree, whose key, value or path holds the words, without regard to case; none for ''. */
export function matchingRows(json: Json, words: string): RawRow[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return rawRows(json, new Set()).filter((row) => {
    if (row.kind === 'close') return false;
    if (row.key?.toLowerCase().includes(wanted) === true) return true;
    return row.kind === 'value'
      ? scalarText(row.value).toLowerCase().includes(wanted)
      : row.id.toLowerCase() === wanted;
  });
}

/** The folds without those that hide a path. */
export function unfoldedTo(folded: ReadonlySet<string>, path: JsonPath): ReadonlySet<string> {
  const above = path.map((_, depth) => pathText(path.slice(0, depth)));
  return above.some((id) => folded.has(id)) ? new Set([...folded].filter((id) => !above.includes(id))) : folded;
}

/** Every object and list below the given depth, to fold them all at once. */
export function foldsBelow(json: Json, depth: number): ReadonlySet<string> {
  return new Set(rawRows(json, new Set()).flatMap((row) => (row.kind === 'open' && row.depth >= depth ? row.id : [])));
}
