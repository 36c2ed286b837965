/** What somebody put into the search box: an id, an address, a curl line, a log line, a record, or many of them. */
import { isJsonNumber, isJsonObject, type Json, parseJson } from '../values/json.ts';

export type SearchText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'one'; readonly trackingId: string }
  /** In the order of the text, each once. */
  | { readonly kind: 'many'; readonly trackingIds: readonly string[] }
  /** A record to be read as it stands; `text` is the JSON. */
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'none' };

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
/** An id that is no UUID counts only where the text says what it is, or when it is all there is. */
const idToken = '[A-Za-z0-9][A-Za-z0-9_-]{7,63}';
const loneToken = new RegExp(`^["'<(]?(${idToken})[">')]?[.,;]?$`);

const named = (names: string) =>
  new RegExp(
    `["'\\\\]{0,6}\\b(?:${names})["'\\\\]{0,6}\\s{0,9}(?:[:=]|=>|is\\b)?\\s{0,9}["'\\\\[(<]{0,6}(${idToken})`,
    'gi',
  );
/** An address of this app, or of the vendor's API, with the id in its path. */
const inPath = new RegExp(`/(?:flows|failover/tracking)/(${idToken})(?![A-Za-z0-9_-])`, 'gi');
const inComparePath = new RegExp(`/compare/(${idToken}?)\\.\\.\\.(?:b/)?(${idToken})`, 'gi');
/** Names under which logs keep the id of a flow, and those of the messages in it. */
const flowNames = named('failover[_.-]?tracking[_.-]?id|failover[_.-]?id|flow[_.-]?id|x-tracking-id|tracking[_.-]?id');
const messageNames = named(
  'message[_.-]?id|sms[_.-]?id|application[_.-]?id|request[_.-]?id|trace[_.-]?id|span[_.-]?id|template[_.-]?id',
);

/** UUIDs mean the same in any case; other ids may not. */
function normal(id: string): string {
  return /^[0-9a-f-]{36}$/i.test(id) && id.charAt(8) === '-' ? id.toLowerCase() : id;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids.map(normal))];
}

/** A text as it was before it went into an address; unreadable escapes stay as they are. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

const holdsDigit = (id: string) => /\d/.test(id);

function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    match.slice(1).flatMap((id) => (id !== undefined && holdsDigit(id) ? [id] : [])),
  );
}

/**
 * The ids of flows in one line: those in a path, else those the line calls tracking ids, else any UUID it does not call
 * something else. A line that names its tracking id also holds message ids, so the surest kind found is the only one taken.
 */
function idsInLine(line: string): string[] {
  const fromPath = [...matches(inComparePath, line), ...matches(inPath, line)];
  if (fromPath.length > 0) return fromPath;
  const fromName = matches(flowNames, line);
  if (fromName.length > 0) return fromName;
  const other = new Set(matches(messageNames, line).map(normal));
  return [...line.matchAll(uuid)].map(([id]) => id).filter((id) => !other.has(normal(id)));
}

const isRecord = (json: Json | undefined) => isJsonObject(json) && Array.isArray(json.messages);

/** An id under the key of a flow's id; a number counts as its digits. */
function idUnder(json: { [key: string]: Json }): string | null {
  for (const [key, value] of Object.entries(json)) {
    if (!/^(?:failover[_.-]?)?(?:tracking|flow)[_.-]?id$/i.test(key)) continue;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (isJsonNumber(value)) return String(value);
  }
  return null;
}

/** Deeper than any log nests its JSON; a hostile text could go on until the stack ends. */
const deepest = 100;

/** The ids of flows in JSON: where an object names one, what it holds (its messages) is not searched. */
function idsInJson(json: Json, depth = 0): string[] {
  if (depth > deepest) return [];
  if (typeof json === 'string') return idsInText(json, depth + 1);
  if (Array.isArray(json)) return json.flatMap((item) => idsInJson(item, depth + 1));
  if (!isJsonObject(json)) return [];
  const own = idUnder(json);
  return own === null
    ? Object.entries(json).flatMap(([key, value]) => (isMessageId(key) ? [] : idsInJson(value, depth + 1)))
    : [own];
}

function isMessageId(key: string): boolean {
  return /^(?:message|sms|application|request|trace|span|template)[_.-]?id$/i.test(key);
}

function idsInText(text: string, depth = 0): string[] {
  const lines = decoded(text).split(/\r\n|[\r\n]/);
  return lines.flatMap((line) => {
    const start = line.search(/[{[]/);
    const json = start < 0 ? null : parseJson(line.slice(start));
    const inside = json?.ok === true ? idsInJson(json.value, depth + 1) : [];
    return inside.length > 0 ? inside : idsInLine(line);
  });
}

/** A column of ids that are no UUIDs: every line is one token that looks like an id. */
function idColumn(text: string): string[] {
  const lines = text.split(/[\s,;]+/).filter((line) => line !== '');
  const ids = lines.flatMap((line) => loneToken.exec(line)?.[1] ?? []);
  return ids.length === lines.length && ids.every(holdsDigit) ? ids : [];
}

function found(ids: readonly string[]): SearchText {
  const [first, ...others] = unique(ids);
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', trackingId: first } : { kind: 'many', trackingIds: [first, ...others] };
}

/**
 * What was given to the search box. A JSON record is taken as it is; otherwise the ids of flows in the text, in its
 * order and each once, UUIDs in lower case. Ids of messages are left out where the text tells them apart. Never throws.
 */
export function readSearchText(text: string): SearchText {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { kind: 'empty' };
  if (/^[{[]/.test(trimmed)) {
    const json = parseJson(trimmed);
    if (json.ok && isRecord(json.value)) return { kind: 'record', text: trimmed };
    if (json.ok) return found(idsInJson(json.value));
  }
  const column = idColumn(trimmed);
  return found(column.length > 0 ? column : idsInText(trimmed));
}
