/** The messages of a record: a list, or what can only be one: an object of messages, one message, JSON in a text. */
import { isJsonObject, type Json, type JsonPath, parseJson, pathText } from '../values/json.ts';
import { nameKey } from './objects.ts';
import { memberPlace, type Place, type Reader } from './reading.ts';
import { unwrapContainer } from './unwrap.ts';

type JsonObject = { [key: string]: Json };

interface MessageList {
  /** The record, with JSON in texts opened. */
  readonly json: JsonObject;
  /** Under which key the messages stand. */
  readonly key: string;
  readonly messages: readonly Json[] & Json[];
}

const messageNames = new Set([
  'type',
  'order',
  'status',
  'to',
  'price',
  'smsid',
  'messageid',
  'failoveronstatuses',
  'ttl',
  'body',
  'channel',
]);

/** True for an object with at least two fields of a message: none else is taken for one that stands where a list should. */
export function looksLikeMessage(value: Json | undefined): boolean {
  const inside = value === undefined ? value : (unwrapContainer(value)?.value ?? value);
  return isJsonObject(inside) && Object.keys(inside).filter((key) => messageNames.has(nameKey(key))).length >= 2;
}

/** The key of a record's messages: `messages`, else the one name that can only mean it. */
export function messagesKey(json: JsonObject): string | null {
  if (Object.hasOwn(json, 'messages')) return 'messages';
  return Object.keys(json).find((key) => nameKey(key) === 'messages') ?? null;
}

/** The JSON in a text that is an object or a list; undefined for any other value. */
export function jsonInText(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^\s*["[{]/.test(value)) return undefined;
  const parsed = parseJson(value);
  if (!parsed.ok) return undefined;
  return typeof parsed.value === 'string'
    ? jsonInText(parsed.value)
    : typeof parsed.value === 'object' && parsed.value !== null
      ? parsed.value
      : undefined;
}

/** The record with its messages, and each of them, taken out of a text. */
function opened(json: JsonObject, key: string, reader: Reader): JsonObject {
  const whole = jsonInText(json[key]);
  if (whole !== undefined) reader.note('jsonInText', [key]);
  const value = whole ?? json[key] ?? null;
  if (!Array.isArray(value) || !value.some((item) => typeof item === 'string')) {
    return whole === undefined ? json : { ...json, [key]: value };
  }
  const items = value.map((item, index) => {
    const inside = jsonInText(item);
    if (!isJsonObject(inside)) return item;
    reader.note('jsonInText', [key, index]);
    return inside;
  });
  return { ...json, [key]: items };
}

function placed(reader: Reader, places: readonly JsonPath[]): void {
  reader.messagePlaces = places;
  places.forEach((place, index) => {
    reader.places.set(pathText(['messages', index]), place);
  });
}

/** The list of messages that is all an object holds, as XML turned to JSON has it: `{"item": [{…}, {…}]}`; null for any other. */
export function listInside(value: JsonObject): { readonly key: string; readonly messages: Json[] } | null {
  const [[key, list] = [], more] = Object.entries(value);
  if (key === undefined || more !== undefined || !Array.isArray(list)) return null;
  return list.length > 0 && list.every(looksLikeMessage) ? { key, messages: list } : null;
}

/**
 * The messages of a record as a list, with notes on how they were found; null where there is nothing of the kind. Where
 * each stands is told to the reader.
 */
export function messageListOf(record: JsonObject, reader: Reader): MessageList | null {
  const key = messagesKey(record);
  if (key === null) return null;
  const json = opened(record, key, reader);
  const root: Place = { documented: [], received: [] };
  const wrapped = unwrapContainer(json[key] ?? null);
  if (wrapped !== null) reader.note(wrapped.kind, [key]);
  const value = wrapped?.value ?? json[key] ?? null;
  const start: JsonPath = [key, ...(wrapped?.inner ?? [])];
  if (Array.isArray(value)) {
    if (start.length > 1 || key !== 'messages')
      placed(
        reader,
        value.map((_, index) => [...start, index]),
      );
    return { json, key, messages: value };
  }
  if (!isJsonObject(value)) return null;
  const list = listInside(value);
  if (list !== null) {
    reader.note('messagesShape', start);
    placed(
      reader,
      list.messages.map((_, index) => [...start, list.key, index]),
    );
    return { json, key, messages: list.messages };
  }
  memberPlace(reader, root, 'messages', key);
  const entries = Object.entries(value);
  const many = entries.length > 0 && entries.every(([, item]) => looksLikeMessage(item));
  if (!many && !looksLikeMessage(value)) return null;
  reader.note('messagesShape', start);
  placed(reader, many ? entries.map(([name]) => [...start, name]) : [start]);
  return { json, key, messages: many ? entries.map(([, item]) => item) : [value] };
}
