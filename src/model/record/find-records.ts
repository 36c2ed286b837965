/** Finds the records in what was handed over: envelopes, lists, lines of JSON, log lines, answers with their headers. */
import { isJsonObject, type Json, type JsonPath, parseJsonFully } from '../values/json.ts';
import { JsonSyntaxError } from '../values/json-fault.ts';
import { type DuplicateKey, type Leniency, parseValueAt } from '../values/json-parser.ts';
import { jsonInText, listInside, looksLikeMessage, messagesKey } from './message-list.ts';
import { nameKey } from './objects.ts';
import { isOtpRecord } from './otp-record.ts';
import { unwrapContainer } from './unwrap.ts';

/** One JSON value in a text. */
export interface TextValue {
  readonly value: Json;
  /** Where it begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly duplicates: readonly DuplicateKey[];
  readonly tooDeep: readonly JsonPath[];
  readonly leniencies: readonly Leniency[];
}

/** A record and how it was wrapped. */
export interface FoundRecord {
  readonly json: { [key: string]: Json };
  /** Which of the text's values holds it. */
  readonly from: TextValue;
  /** From that value to the record. */
  readonly path: JsonPath;
  /** True where it stood as JSON in a text of that JSON, so that it has no place of its own in it. */
  readonly inText: boolean;
}

type JsonObject = { [key: string]: Json };

/** Fields that a record has and an envelope has not. */
const recordNames = new Set([
  'trackingid',
  'terminationchannel',
  'totalprice',
  'originatingservice',
  'applicationid',
  'flowkind',
  'createdat',
]);

/** True for an object with messages that are some, or with messages and another field of a record. */
function isRecord(json: JsonObject): boolean {
  if (isOtpRecord(json)) return true;
  const key = messagesKey(json);
  if (key === null) return false;
  const value = jsonInText(json[key]) ?? json[key] ?? null;
  const inside = unwrapContainer(value)?.value ?? value;
  const items = Array.isArray(inside)
    ? inside
    : isJsonObject(inside)
      ? (listInside(inside)?.messages ?? Object.values(inside))
      : null;
  if (items === null) return false;
  if (items.some((item) => looksLikeMessage(jsonInText(item) ?? item)) || looksLikeMessage(inside)) return true;
  return Array.isArray(inside) && Object.keys(json).some((name) => recordNames.has(nameKey(name)));
}

interface Waiting {
  readonly value: Json;
  readonly path: JsonPath;
  readonly inText: boolean;
  readonly texts: number;
}

/** Beyond so many values nobody looks for a record, nor through JSON in texts in texts so often. */
const mostValues = 500_000;
const mostTexts = 3;

/** The records in a JSON value, in its order; what lies inside a record is not searched. Not recursive. */
export function recordsIn(from: TextValue): FoundRecord[] {
  const found: FoundRecord[] = [];
  const waiting: Waiting[] = [{ value: from.value, path: [], inText: false, texts: 0 }];
  for (let looked = 0; looked < mostValues; looked++) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { value, path, inText, texts } = next;
    if (typeof value === 'string') {
      const inside = texts < mostTexts ? jsonInText(value) : undefined;
      if (inside !== undefined) waiting.push({ value: inside, path, inText: true, texts: texts + 1 });
    } else if (isJsonObject(value) && isRecord(value)) {
      found.push({ json: value, from, path, inText });
    } else {
      const members = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
      for (const [key, item] of members.reverse()) {
        if (typeof item === 'string' || (typeof item === 'object' && item !== null))
          waiting.push({ value: item, path: [...path, key], inText, texts });
      }
    }
  }
  return found;
}

/** So many places are tried where JSON could begin, and so many characters looked at in vain. */
const mostTries = 2000;
const mostVainly = 1_000_000;

/**
 * The JSON objects and lists in a text that is none as a whole: lines of JSON, a log's line, an answer with its headers,
 * an assignment. In the order of the text; none inside another.
 */
export function valuesInText(text: string): TextValue[] {
  const found: TextValue[] = [];
  const starts = /[{[]/g;
  let vainly = 0;
  for (let tries = 0; tries < mostTries && vainly < mostVainly; ) {
    const start = starts.exec(text)?.index;
    if (start === undefined) break;
    try {
      const parsed = parseValueAt(text, start, { lenient: true });
      // A list of plain words or numbers, such as a log's `[main]`, is nobody's record.
      found.push({ ...parsed, start });
      starts.lastIndex = parsed.end;
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      tries++;
      vainly += error.at - start + 1;
      starts.lastIndex = start + 1;
    }
  }
  return found;
}

/** The text as one JSON value; null where it is none. */
export function wholeValue(text: string): { readonly value: TextValue | null; readonly fault: JsonSyntaxFault | null } {
  const parsed = parseJsonFully(text, { lenient: true });
  return parsed.ok ? { value: { ...parsed, start: 0 }, fault: null } : { value: null, fault: parsed.fault };
}

type JsonSyntaxFault = Extract<ReturnType<typeof parseJsonFully>, { ok: false }>['fault'];
