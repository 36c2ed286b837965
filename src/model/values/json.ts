/** JSON as received: values, paths into them, and parsing that keeps numbers a double cannot hold. */
import { isLosslessNumber, type LosslessNumber } from 'lossless-json';
import { faultAt, type JsonFault, JsonSyntaxError } from './json-fault.ts';
import { deepest, type ParsedValue, type ParseOptions, parseWhole } from './json-parser.ts';

/** A JSON value. A number that JavaScript would write otherwise (`0.0360`, `1e2`, 20 digits) is kept as `LosslessNumber`. */
export type Json = null | boolean | number | string | LosslessNumber | Json[] | { [key: string]: Json };

/** Where a value stands in a record, from the root: `['messages', 0, 'price']`. The root is `[]`. */
export type JsonPath = readonly (string | number)[];

export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly message: string; readonly fault: JsonFault };

/**
 * Where a number may stand that JavaScript would write otherwise: many digits, an exponent, zeros at the end or many after
 * the point, minus zero. It may be in a text, too, which costs only time.
 */
const writtenOtherwise =
  /[0-9][0-9.]{15,}|(?:^|[:,[])\s*-?[0-9.]+[eE]|\.[0-9]*0(?![0-9])|\.0{6}|(?:^|[:,[])\s*-0(?![.0-9])/;

/** True where brackets stand open deeper than `deepest` anywhere; brackets inside texts count too, which costs only time. */
function mayBeDeep(text: string): boolean {
  if (text.length <= 2 * deepest) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    // `[` and `{`, `]` and `}` differ in one bit.
    if (code === 0x7b) depth++;
    else if (code === 0x7d) depth--;
    if (depth > deepest) return true;
  }
  return false;
}

/**
 * The value of a JSON text. Never throws; on text that is not JSON says why and where. What lies deeper than 200 levels
 * is kept as the text it was written in. Our own parser runs only where the plain one would lose digits, or fails.
 */
export function parseJson(text: string): ParsedJson {
  if (!writtenOtherwise.test(text) && !mayBeDeep(text)) {
    try {
      const value: unknown = JSON.parse(text);
      return { ok: true, value: value as Json }; // JSON.parse yields nothing but the members of Json
    } catch {
      // Told below, with its cause and place.
    }
  }
  const parsed = parseJsonFully(text);
  return parsed.ok ? { ok: true, value: parsed.value } : parsed;
}

export type FullyParsed = ({ readonly ok: true } & ParsedValue) | Extract<ParsedJson, { ok: false }>;

/** The same with everything that was noticed: keys that stand twice, what lay too deep, what was passed over. */
export function parseJsonFully(text: string, options: ParseOptions = {}): FullyParsed {
  try {
    return { ok: true, ...parseWhole(text, options) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const fault = faultAt(text, error);
    return { ok: false, message: `${fault.cause} at line ${fault.line}, column ${fault.column}`, fault };
  }
}

/** True for a JSON object: not null, not an array, not a kept number. */
export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/** True for a JSON number, kept ones included. */
export function isJsonNumber(value: unknown): value is number | LosslessNumber {
  return typeof value === 'number' || isLosslessNumber(value);
}

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A path as people write it: `messages[0].status.name`; the root is `$`. Keys that are not plain are quoted. */
export function pathText(path: JsonPath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!plainKey.test(key)) text += `[${JSON.stringify(key)}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text === '' ? '$' : text;
}

/** The path that `pathText` wrote. */
export function pathOfText(text: string): JsonPath {
  if (text === '$') return [];
  return [...text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([A-Za-z_$][A-Za-z0-9_$]*)/g)].map(
    ([, place, quoted, name = '']) =>
      place !== undefined ? Number(place) : quoted !== undefined ? (JSON.parse(quoted) as string) : name, // quoted by pathText
  );
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: Json, path: JsonPath): Json | undefined {
  let current: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(current)) current = typeof key === 'number' ? current[key] : undefined;
    else if (isJsonObject(current)) current = Object.hasOwn(current, key) ? current[key] : undefined;
    else return undefined;
  }
  return current;
}
