/** What somebody put into the search box: an id, an address, a log line, a record, a telephone number, or many of them. */

import { isJsonNumber, isJsonObject, type Json, parseJson } from '../values/json.ts';
import { cutOffIds } from './cut-off-record.ts';
import { isOtpRecord } from './otp-record.ts';
import { decodedEscapes, plainCharacters } from './plain-characters.ts';
import { personalPart, readTelephone } from './telephone.ts';
import { brokenDigits, joinBrokenIds, type ReadId, readId } from './tracking-id.ts';

export type SearchText =
  | { readonly kind: 'empty' }
  /** `cutOff` where the text is a part of a record: the ID is the flow's own, and not one of its messages'. */
  | { readonly kind: 'one'; readonly trackingId: string; readonly cutOff?: true }
  /** In the order of the text, each once; `damaged` are those beside them that are not whole. */
  | { readonly kind: 'many'; readonly trackingIds: readonly string[]; readonly damaged?: readonly string[] }
  /** One that is no ID as it stands, and what is wrong with it. */
  | Exclude<ReadId, { kind: 'id' }>
  /** A part of a record that holds only IDs of messages: the flow's own is in the part that is missing. */
  | { readonly kind: 'messageOnly'; readonly trackingIds: readonly string[] }
  /** Each once, with `+` in front where the country's code is known to be in it. */
  | { readonly kind: 'telephone'; readonly numbers: readonly string[] }
  /** Digits that can be a telephone number or the ID of a flow. */
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'mail' }
  /** A record to be read as it stands; `text` is the JSON. */
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'none' };

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
/** 32 digits and no hyphen: a UUID, or a sum or trace id where the line holds a UUID as well. */
const bareUuid = /(?<![0-9a-z_-])[0-9a-f]{32}(?![0-9a-z_-])/gi;
/** Near enough to a UUID to be looked at; letters of other scripts are among what is taken for its digits. */
const nearUuid = /(?<![\p{L}\p{Nd}_-])[\p{L}\p{Nd}]{6,14}(?:-[\p{L}\p{Nd}]{1,18}){3,5}(?![\p{L}\p{Nd}_-])/gu;
/** What follows these words is a secret, never an ID. */
const secrets = /\b(?:Bearer|Basic|Cookie:?|session|JSESSIONID)[ =:]{1,3}[^\s'"]{1,4096}/gi;
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
  'message[_.-]?id|sms[_.-]?id|application[_.-]?id|request[_.-]?id|trace[_.-]?id|span[_.-]?id|template[_.-]?id|' +
    'correlation[_.-]?id|transaction[_.-]?id|session[_.-]?id|customer[_.-]?id|user[_.-]?id|account[_.-]?id|thread[_.-]?id',
);

/** The same ID in any of its spellings; what is damaged stays as it is. */
function normal(id: string): string {
  const read = readId(id);
  return read.kind === 'id' ? read.trackingId : id;
}

const holdsDigit = (id: string) => /\d/.test(id);

function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    match.slice(1).flatMap((id) => (id !== undefined && holdsDigit(id) ? [id] : [])),
  );
}

const uuidOf = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(normal(id));

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
  const plain = line.replace(secrets, '');
  for (const form of [uuid, bareUuid, nearUuid]) {
    const ids = [...plain.matchAll(form)].map(([id]) => id).filter((id) => !other.has(normal(id)));
    if (ids.length > 0) return form === nearUuid ? ids.filter((id) => readId(id).kind !== 'id' || uuidOf(id)) : ids;
  }
  return [];
}

/** One of the sibling service for one-time passwords is read as it stands too: no call asks for it by its ID. */
const isRecord = (json: Json) => isJsonObject(json) && (Array.isArray(json.messages) || isOtpRecord(json));

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
  if (typeof json === 'string') return idsInText(decodedEscapes(json), depth + 1);
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
  // A shell's line that goes on in the next one is one line.
  const lines = text.replace(/[ \t][\\^`][ \t]{0,9}\r?\n/g, ' ').split(/\r\n|[\r\n]/);
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
  return ids.length === lines.length && ids.every((id) => holdsDigit(id) && !/^\d{4}-\d\d-\d\d$/.test(id)) ? ids : [];
}

/** What the IDs of a text come to. Telephone numbers are none, even where a text calls them so. */
function found(written: readonly string[]): SearchText {
  const numbers = written.map(readTelephone);
  const reads = written.filter((_, place) => numbers[place] === null).map(readId);
  const ids = [...new Set(reads.flatMap((read) => (read.kind === 'id' ? [read.trackingId] : [])))];
  const broken = reads.filter((read) => read.kind !== 'id');
  const [first] = ids;
  if (first === undefined) return broken[0] ?? telephones(numbers);
  if (ids.length === 1 && broken.length === 0) return { kind: 'one', trackingId: first };
  const damaged = [...new Set(broken.map((read) => read.written))];
  return { kind: 'many', trackingIds: ids, ...(damaged.length === 0 ? {} : { damaged }) };
}

function telephones(read: readonly ReturnType<typeof readTelephone>[]): SearchText {
  const all = read.filter((telephone) => telephone !== null);
  const numbers = [...new Set(all.map(({ number }) => number))];
  const [only] = all;
  if (only === undefined) return { kind: 'none' };
  if (numbers.length === 1 && only.ambiguous) return { kind: 'digits', digits: only.number };
  return { kind: 'telephone', numbers };
}

/** A text that is one telephone number, or a list of them. */
function numbersOnly(text: string): SearchText | null {
  const pieces = text.split(/\s*[\n;,]\s*/).filter((piece) => piece !== '');
  if (pieces.length > mostNumbers) return null;
  const read = pieces.map(readTelephone);
  return read.length > 0 && read.every((telephone) => telephone !== null) ? telephones(read) : null;
}

const mostNumbers = 10_000;

/** Where a text holds no ID: a number or an address of a person within it. */
function personal(text: string): SearchText {
  const part = text.length > longestPersonal ? null : personalPart(text);
  if (part === null) return { kind: 'none' };
  return part.kind === 'mail' ? { kind: 'mail' } : { kind: 'telephone', numbers: [part.number] };
}

const longestPersonal = 10_000;

function ofCutOff(text: string): SearchText | null {
  const ids = cutOffIds(text);
  if (ids === null) return null;
  if (ids.flows.length === 0) {
    return ids.messages.length === 0 ? null : { kind: 'messageOnly', trackingIds: ids.messages.map(normal) };
  }
  const read = found(ids.flows);
  return read.kind === 'one' ? { ...read, cutOff: true } : read;
}

function ofJson(json: Json): SearchText {
  const read = found(idsInJson(json));
  return read.kind === 'none' ? personal(JSON.stringify(json) ?? '') : read;
}

/** Of a text without JSON around it: surest readings first. */
function ofText(text: string): SearchText {
  const numbers = numbersOnly(text);
  if (numbers !== null) return numbers;
  const broken = brokenDigits(text);
  if (broken !== null) return { kind: 'one', trackingId: broken };
  const joined = joinBrokenIds(text);
  const column = idColumn(joined);
  const read = found(column.length > 0 ? column : idsInText(joined));
  return read.kind === 'none' ? personal(joined) : read;
}

/**
 * What was given to the search box. A JSON record is taken as it is; otherwise the ids of flows in the text, in its
 * order and each once, UUIDs in lower case and with hyphens, whatever dressed them up. Ids of messages are left out where
 * the text tells them apart, and telephone numbers are never ids. Never throws.
 */
export function readSearchText(text: string): SearchText {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (plainCharacters(trimmed).trim() === '') return { kind: 'empty' };
  if (/^[{[]/.test(trimmed)) {
    const json = parseJson(trimmed);
    const plain = json.ok ? json : parseJson(plainCharacters(trimmed));
    if (plain.ok && isRecord(plain.value)) return { kind: 'record', text: trimmed };
    if (plain.ok) return ofJson(plain.value);
  }
  const plain = plainCharacters(decodedEscapes(trimmed)).trim();
  return ofCutOff(plain) ?? ofText(plain);
}
