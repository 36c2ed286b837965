/** How one field is read: as documented, else in a spelling that can mean only one thing, else set aside with its reason. */
import type { LosslessNumber } from 'lossless-json';
import * as z from 'zod/mini';
import { countryCode } from '../values/country.ts';
import { isJsonNumber, isJsonObject, type Json, parseJson } from '../values/json.ts';
import { type Bounds, isWithin, readFlagSpelling, readNumberSpelling } from '../values/number-spellings.ts';
import { isDocumentedTime, isEmptyWord, readTimeSpelling } from '../values/time-spellings.ts';
import { type Expected, innerPlace, memberPlace, type Place, type Reader } from './reading.ts';
import { statusKey, statusVocabulary } from './status.ts';
import { amountInText, amountOf, unwrapContainer, unwrapScalar } from './unwrap.ts';

// The page's CSP forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

/**
 * A field's rule, three times: the schema says what the vendor documents; the test, quickly, whether a value is just
 * that; `read` makes it so where it is not. Nearly every record is as documented, and the test alone takes a tenth of the
 * time. Property tests hold the three together.
 */
export interface Rule<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema: Schema;
  /** Of a value that is there: as documented, and in need of no note. */
  readonly fits: (value: Json) => boolean;
  /** A value that fits the schema; null where it stands for none or was set aside. */
  readonly read: (value: Json, place: Place, reader: Reader) => Json;
}

const nothing = (error: Expected) => ({ error });
type JsonNumber = number | LosslessNumber;
type Read = Rule['read'];

/** With null for "no value", and with lists of one and wrappers opened before the field is read. */
function rule<Schema extends z.ZodMiniType>(schema: Schema, fits: Rule['fits'], readBare: Read) {
  const fitsOrNull = (value: Json) => value === null || fits(value);
  const read: Read = (value, place, reader) => {
    if (fitsOrNull(value)) return value;
    const bare = unwrapScalar(value);
    if (bare !== null) {
      reader.note(bare.kind, place.received);
      return fitsOrNull(bare.value) ? bare.value : readBare(bare.value, { ...place, whole: value }, reader);
    }
    const item = soleItem(value);
    if (item === undefined || !(fits(item) || typeof item === 'string')) return readBare(value, place, reader);
    reader.note('listOfOne', place.received);
    return fits(item) ? item : readBare(item, { ...place, whole: value }, reader);
  };
  return { schema: z.nullish(schema), fits: fitsOrNull, read };
}

/** The item of a list of one; undefined for anything else. */
function soleItem(value: Json): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined;
}

const isText = (value: Json) => typeof value === 'string';

/** Text that people wrote or read: as it stands. */
export const text = rule(z.string(nothing('text')), isText, (value, place, reader) =>
  typeof value === 'string' ? value : reader.setAside(place, value, 'text'),
);

function readWord(value: Json, place: Place, reader: Reader): Json {
  if (typeof value !== 'string') return reader.setAside(place, value, 'text');
  if (value.trim() !== '') reader.note('noValue', place.received);
  return null;
}

const isWord = (value: Json) => value === '' || (typeof value === 'string' && !isEmptyWord(value));

/** A name out of a list of names, for which "N/A" and "null" stand for none. */
export const word = rule(z.string(nothing('text')), isWord, readWord);

/** A name in an object of its own: `{"name": "Succeeded"}`. */
export const statusName = rule(z.string(nothing('text')), isWord, (value, place, reader) => {
  if (!isJsonObject(value) || typeof value.name !== 'string') return readWord(value, place, reader);
  reader.note('wrapped', place.received);
  return value.name;
});

export const country = rule(
  z.string(nothing('text')),
  (value) => isWord(value) && countryCode(String(value)) === value,
  (value, place, reader) => {
    if (typeof value !== 'string' || isEmptyWord(value)) return readWord(value, place, reader);
    const code = countryCode(value);
    if (code !== value) reader.note('countrySpelling', place.received);
    return code;
  },
);

export const flag = rule(
  z.boolean(nothing('trueOrFalse')),
  (value) => typeof value === 'boolean',
  (value, place, reader) => {
    const read = readFlagSpelling(value);
    if (read.kind === 'unread') return reader.setAside(place, value, 'trueOrFalse');
    if (value !== '') reader.note(read.kind === 'flag' ? 'quoted' : 'noValue', place.received);
    return read.kind === 'flag' ? read.value : null;
  },
);

/** A JSON number, as a double or, where a double would change it, as written. */
const numberSchema = z.custom<JsonNumber>((value) => isJsonNumber(value), nothing('number'));

function readNumber(bounds: Bounds): Read {
  return (value, place, reader) => {
    const read = readNumberSpelling(value, bounds);
    if (read.kind === 'unread') return reader.setAside(place, value, 'number', read.why);
    if (read.kind === 'noValue') {
      if (value !== '') reader.note('noValue', place.received);
      return null;
    }
    if (read.spelled) reader.note('quoted', place.received);
    return read.value;
  };
}

/** A number within bounds. */
export function number(least: number, most: number) {
  const bounds = { least, most };
  return rule(numberSchema, (value) => isJsonNumber(value) && isWithin(value, bounds), readNumber(bounds));
}

/** Nobody's price, but a limit: a thousand million of any currency, to and fro. */
const priceBounds = { least: -1e30, most: 1e30 };
const readPrice = readNumber(priceBounds);

export const money = rule(
  numberSchema,
  (value) => isJsonNumber(value) && isWithin(value, priceBounds),
  (value, place, reader) => {
    const inText = typeof value === 'string' ? amountInText(value) : null;
    const amount = inText === null ? amountOf(value) : { value: inText };
    if (amount === null) return readPrice(value, place, reader);
    reader.note('money', place.received);
    const whole = place.whole === undefined ? value : place.whole;
    return readPrice(unwrapScalar(amount.value)?.value ?? amount.value, { ...place, whole }, reader);
  },
);

const isTime = (value: string) => value.trim() === '' || readTimeSpelling(value).kind === 'time';

function readTimeField(value: Json, place: Place, reader: Reader): Json {
  const read = readTimeSpelling(value);
  switch (read.kind) {
    case 'unread':
      return reader.setAside(place, value, 'time', read.why);
    case 'noValue':
      if (typeof value !== 'string' || value.trim() !== '') reader.note('noValue', place.received);
      return null;
    case 'time':
      if (read.spelled) reader.note('timeSpelling', place.received);
      if (read.zoneAssumed) reader.note('zoneAssumed', place.received);
      return new Date(read.at).toISOString();
  }
}

export const time = rule(
  z.string(nothing('time')).check(z.refine(isTime, nothing('time'))),
  (value) => typeof value === 'string' && (value === '' || isDocumentedTime(value)),
  readTimeField,
);

/** An id, which may come as a number. */
export const id = rule(
  z.custom<string | JsonNumber>((value) => typeof value === 'string' || isJsonNumber(value), nothing('text')),
  (value) => isWord(value) || (isJsonNumber(value) && String(value).length <= 100),
  (value, place, reader) =>
    isJsonNumber(value) ? reader.setAside(place, value, 'text', 'outOfRange') : readWord(value, place, reader),
);

const knownStatuses = new Set(
  Object.values(statusVocabulary).flatMap((words) => Object.values(words).flatMap((names) => names.map(statusKey))),
);

/** Whether a word is a status of some channel's, as the vendor writes it or near enough. */
export function isKnownStatus(word: string): boolean {
  return knownStatuses.has(statusKey(word));
}

/** The names in a text: by commas, semicolons or bars, else by spaces where the whole is no name. */
function namesInText(written: string): string[] {
  const bare = written.trim().replace(/^[[({]|[\])}]$/g, '');
  const parts = /[,;|\n/]/.test(bare)
    ? bare.split(/[,;|\n/]/)
    : knownStatuses.has(statusKey(bare))
      ? [bare]
      : bare.split(/\s+/);
  return parts.map((name) => name.trim().replace(/^["']|["']$/g, '')).filter((name) => name !== '');
}

/** A list of names: a list, an object of them by place, or a text. Null where it is none of these. */
function namesOf(value: Json): readonly Json[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') {
    const parsed = /^\s*\[/.test(value) ? parseJson(value) : null;
    return parsed?.ok === true && Array.isArray(parsed.value) ? parsed.value : namesInText(value);
  }
  if (!isJsonObject(value)) return null;
  const names = Object.values(value);
  return Object.keys(value).every((key) => /^\d+$/.test(key)) && names.every(isText) ? names : null;
}

function readNames(value: Json, place: Place, reader: Reader): Json {
  if (typeof value === 'string' && isEmptyWord(value)) {
    if (value.trim() !== '') reader.note('noValue', place.received);
    return null;
  }
  const wrapped = unwrapContainer(value) ?? unwrapScalar(value);
  if (wrapped !== null) {
    reader.note(wrapped.kind, place.received);
    return readNames(wrapped.value, innerPlace(reader, place, wrapped.inner), reader);
  }
  const names = namesOf(value);
  if (names === null) return reader.setAside(place, value, 'list');
  if (!Array.isArray(value)) reader.note('triggersAsText', place.received);
  return names.map((name, index) =>
    name === null ? null : text.read(name, memberPlace(reader, place, index, index), reader),
  );
}

/** The names of statuses on which a step hands over. */
export const statusNames = {
  schema: z.nullish(z.array(z.nullish(z.string(nothing('text'))), nothing('list'))),
  fits: (value: Json) =>
    value === null || (Array.isArray(value) && value.every((name) => name === null || typeof name === 'string')),
  read: readNames,
};
