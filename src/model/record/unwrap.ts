/** Values in the typed wrappers of databases and serialisers: `{"$date": …}`, `{"S": …}`, `{"stringValue": …}`. */
import { isJsonObject, type Json, type JsonPath } from '../values/json.ts';
import type { NoteKind } from './reading.ts';

export interface Unwrapped {
  readonly value: Json;
  readonly kind: NoteKind;
  /** From the wrapper to the value. */
  readonly inner: JsonPath;
}

type Wrappers = Readonly<Record<string, NoteKind>>;

function wrappersOf(kind: NoteKind, ...keys: readonly string[]): Wrappers {
  return Object.fromEntries(keys.map((key) => [key, kind]));
}

/** Of one value: MongoDB's extended JSON, DynamoDB's, Firestore's, Avro's unions, XML turned to JSON, protobuf's wrappers. */
const scalars: Wrappers = {
  ...wrappersOf(
    'mongodb',
    '$date',
    '$numberDecimal',
    '$numberInt',
    '$numberLong',
    '$numberDouble',
    '$oid',
    '$uuid',
    '$symbol',
  ),
  ...wrappersOf('dynamodb', 'S', 'N', 'BOOL'),
  ...wrappersOf('firestore', 'stringValue', 'integerValue', 'doubleValue', 'booleanValue', 'timestampValue'),
  ...wrappersOf(
    'wrapped',
    'value',
    'Value',
    '_value',
    '$value',
    '#text',
    '_text',
    '_',
    '$t',
    'string',
    'int',
    'long',
    'double',
    'float',
    'boolean',
  ),
};

/** Of objects and lists. */
const containers: Wrappers = {
  ...wrappersOf('dynamodb', 'M', 'L', 'SS', 'NS'),
  ...wrappersOf('wrapped', 'value', 'Value', '$values', 'values'),
};

const nothing: ReadonlySet<string> = new Set(['NULL', 'nullValue', '$undefined', '@nil', 'xsi:nil']);

function only(value: Json): readonly [string, Json] | null {
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value);
  const [entry] = entries;
  return entries.length === 1 && entry !== undefined ? entry : null;
}

function hyphenated(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** MongoDB's binary UUID, in the byte order of RFC 9562 (subtype 4); null for any other. */
function uuidOf(value: Json): string | null {
  if (!isJsonObject(value)) return null;
  const { base64, subType } = value;
  if (typeof base64 !== 'string' || (subType !== '04' && subType !== '4') || !/^[A-Za-z0-9+/]{22}==$/.test(base64))
    return null;
  const hex = [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hyphenated(hex);
}

function once(value: Json): Unwrapped | null {
  const entry = only(value);
  if (entry === null) return null;
  const [key, inside] = entry;
  if (nothing.has(key)) return { value: null, kind: key === 'NULL' ? 'dynamodb' : 'wrapped', inner: [key] };
  if (key === '$binary') {
    const uuid = uuidOf(inside);
    return uuid === null ? null : { value: uuid, kind: 'mongodb', inner: [key] };
  }
  if (key === '$timestamp' && isJsonObject(inside))
    return { value: inside.t ?? null, kind: 'mongodb', inner: [key, 't'] };
  const kind = Object.hasOwn(scalars, key) ? scalars[key] : undefined;
  return kind === undefined ? null : { value: inside, kind, inner: [key] };
}

/** Wrappers stand in each other: `{"$date": {"$numberLong": "…"}}`. */
const mostNested = 4;

/** The value in a wrapper of one value; null for what is none. */
export function unwrapScalar(value: Json): Unwrapped | null {
  let found = once(value);
  for (let depth = 1; depth < mostNested && found !== null; depth++) {
    const next: Unwrapped | null = once(found.value);
    if (next === null) break;
    found = { value: next.value, kind: found.kind, inner: [...found.inner, ...next.inner] };
  }
  return found;
}

/** The object or list in a wrapper of such; null for what is none. */
export function unwrapContainer(value: Json): Unwrapped | null {
  const entry = only(value);
  if (entry === null) return null;
  const [key, inside] = entry;
  if (key === 'mapValue' && isJsonObject(inside))
    return {
      value: inside.fields ?? {},
      kind: 'firestore',
      inner: isJsonObject(inside.fields) ? [key, 'fields'] : [key],
    };
  if (key === 'arrayValue' && isJsonObject(inside))
    return {
      value: inside.values ?? [],
      kind: 'firestore',
      inner: Array.isArray(inside.values) ? [key, 'values'] : [key],
    };
  const kind = Object.hasOwn(containers, key) ? containers[key] : undefined;
  return kind === undefined || typeof inside !== 'object' || inside === null
    ? null
    : { value: inside, kind, inner: [key] };
}

const currencySign = String.raw`(?:[A-Z]{3}|\p{Sc})`;
const amountFirst = new RegExp(`^\\s*([-−]?[\\d.,]*\\d)\\s*${currencySign}\\s*$`, 'u');
const signFirst = new RegExp(`^\\s*${currencySign}\\s*([-−]?\\d[\\d.,]*)\\s*$`, 'u');

/** The amount in a text that names a currency beside it: `0,036 €`, `EUR 0.036`; null for any other text. */
export function amountInText(text: string): string | null {
  if (text.length > 60) return null;
  return (amountFirst.exec(text) ?? signFirst.exec(text))?.[1] ?? null;
}

/** An amount with its currency beside it, as payment services write it; null for anything else. */
export function amountOf(value: Json): { readonly value: Json } | null {
  if (!isJsonObject(value)) return null;
  const { units, nanos } = value;
  if (units !== undefined && ('currencyCode' in value || 'currency_code' in value)) {
    const whole = String(units);
    const rest = typeof nanos === 'number' ? String(Math.abs(nanos)).padStart(9, '0').replace(/0+$/, '') : '';
    return { value: rest === '' ? whole : `${whole}.${rest}` };
  }
  const currency = ['currency', 'currencyCode', 'currency_code', 'ccy'].some((key) => key in value);
  const amount = value.amount ?? value.value ?? value.price;
  return amount === undefined || (!currency && Object.keys(value).length > 1) ? null : { value: amount };
}
