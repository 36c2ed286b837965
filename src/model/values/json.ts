/** JSON as received: values, paths into them, and parsing that keeps numbers a double cannot hold. */
import { isLosslessNumber, LosslessNumber, parse as parseLossless } from 'lossless-json';

/** A JSON value. A number that JavaScript would write otherwise (`0.0360`, `1e2`, 20 digits) is kept as `LosslessNumber`. */
export type Json = null | boolean | number | string | LosslessNumber | Json[] | { [key: string]: Json };

/** Where a value stands in a record, from the root: `['messages', 0, 'price']`. The root is `[]`. */
export type JsonPath = readonly (string | number)[];

export type ParsedJson = { ok: true; value: Json } | { ok: false; message: string };

/**
 * Where a number may stand that JavaScript would write otherwise: many digits, an exponent, zeros at the end or many after
 * the point, minus zero. It may be in a text, too, which costs only time.
 */
const writtenOtherwise =
  /[0-9][0-9.]{15,}|(?:^|[:,[])\s*-?[0-9.]+[eE]|\.[0-9]*0(?![0-9])|\.0{6}|(?:^|[:,[])\s*-0(?![.0-9])/;

/** A number of a JSON text: as a double where that writes the same digits, else as it is written. */
export function numberAsWritten(text: string): number | LosslessNumber {
  const number = Number(text);
  return String(number) === text ? number : new LosslessNumber(text);
}

/**
 * The value of a JSON text. Never throws; on text that is not JSON, `message` is the parser's own.
 * The slow lossless parser runs only where a number may be written otherwise than JavaScript would.
 */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = writtenOtherwise.test(text)
      ? parseLossless(text, undefined, { parseNumber: numberAsWritten, onDuplicateKey: ({ newValue }) => newValue })
      : JSON.parse(text);
    // Both parsers yield nothing but the members of Json.
    return { ok: true, value: value as Json };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
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
