/** JSON as received: values, paths into them, and parsing that keeps numbers a double cannot hold. */
import { isInteger, isLosslessNumber, isSafeNumber, LosslessNumber, parse as parseLossless } from 'lossless-json';

/** A JSON value. A number that a double would change (a 20-digit id, say) is kept as `LosslessNumber`. */
export type Json = null | boolean | number | string | LosslessNumber | Json[] | { [key: string]: Json };

/** Where a value stands in a record, from the root: `['messages', 0, 'price']`. The root is `[]`. */
export type JsonPath = readonly (string | number)[];

export type ParsedJson = { ok: true; value: Json } | { ok: false; message: string };

const longNumber = /[0-9][0-9.]{15,}|[:,[]\s*-?[0-9.]+[eE]/;

function losslessNumber(text: string): number | LosslessNumber {
  return isSafeNumber(text) && (!isInteger(text) || Number.isSafeInteger(Number(text)))
    ? Number(text)
    : new LosslessNumber(text);
}

/**
 * The value of a JSON text. Never throws; on text that is not JSON, `message` is the parser's own.
 * The slow lossless parser runs only where the text holds a run of digits that a double may not keep.
 */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = longNumber.test(text)
      ? parseLossless(text, undefined, { parseNumber: losslessNumber, onDuplicateKey: ({ newValue }) => newValue })
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
