/** How the objects of a record are read: field by field, names in another spelling included. */
import * as z from 'zod/mini';
import { isJsonNumber, isJsonObject, type Json } from '../values/json.ts';
import { isEmptyWord } from '../values/time-spellings.ts';
import { type Expected, innerPlace, memberPlace, type Place, type Reader } from './reading.ts';
import type { Rule } from './rules.ts';
import { type Unwrapped, unwrapContainer, unwrapScalar } from './unwrap.ts';

export type Rules = Readonly<Record<string, Rule>>;
export type SchemasOf<Fields extends Rules> = { [Name in keyof Fields]: Fields[Name]['schema'] };

export function schemasOf<Fields extends Rules>(rules: Fields): SchemasOf<Fields> {
  const schemas = Object.entries(rules).map(([name, { schema }]) => [name, schema]);
  return Object.fromEntries(schemas) as SchemasOf<Fields>; // the same names, each with its schema
}

/** A name without regard to case, `_`, `-`, `.` and spaces: `tracking_id`, `TrackingId` and `tracking-id` are one. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

/** Longer keys are no field's name. */
const longestName = 40;

/** The documented name that a key can only mean; undefined for a name of its own. */
function aliasesOf(rules: Rules): (key: string) => string | undefined {
  const byKey = new Map(Object.keys(rules).map((name) => [nameKey(name), name]));
  return (key) => (key.length > longestName ? undefined : byKey.get(nameKey(key)));
}

/** Whether every field that is there fits and bears its documented name; fields without a rule are anybody's. */
export function allFit(rules: Rules): (value: Json) => boolean {
  const checks = new Map(Object.entries(rules).map(([name, { fits }]) => [name, fits]));
  const aliasOf = aliasesOf(rules);
  return (value) => {
    if (!isJsonObject(value)) return false;
    for (const key of Object.keys(value)) {
      const fits = checks.get(key);
      const field = value[key];
      if (fits === undefined ? aliasOf(key) !== undefined : field !== undefined && !fits(field)) return false;
    }
    return true;
  };
}

type Fields = { [key: string]: Json };

/** Defined, not assigned: a record may hold a key "__proto__". */
function put(target: Fields, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** An object with every documented field read under its documented name; other fields are kept as they are. */
export function readFields(rules: Rules): (value: Fields, place: Place, reader: Reader) => Fields {
  const aliasOf = aliasesOf(rules);
  return (value, place, reader) => {
    const made: Fields = {};
    for (const [key, field] of Object.entries(value)) {
      const own = Object.hasOwn(rules, key);
      const alias = own ? key : aliasOf(key);
      // A field under its documented name leaves no other to be read in its place.
      const taken = alias === undefined || (!own && (Object.hasOwn(value, alias) || Object.hasOwn(made, alias)));
      const fieldRule = taken ? undefined : rules[alias];
      if (alias === undefined || fieldRule === undefined) {
        put(made, key, field);
        continue;
      }
      const at = memberPlace(reader, place, alias, key);
      if (!own) reader.note('fieldNames', at.received);
      put(made, alias, fieldRule.read(field, at, reader));
    }
    return made;
  };
}

/** An object of such fields. `otherwise` reads what is no object; by default it is set aside. */
export function fields<Fields extends Rules>(rules: Fields, otherwise?: Rule['read']) {
  const readObject = readFields(rules);
  const aliasOf = aliasesOf(rules);
  const fits = allFit(rules);
  /** Such an object inside a wrapper; null for one that has a field of its own, or is no wrapper. */
  const wrappedIn = (value: Json) => {
    if (!isJsonObject(value) || Object.keys(value).some((key) => Object.hasOwn(rules, key))) return null;
    const inside = unwrapContainer(value) ?? inUnion(value);
    return inside !== null && isJsonObject(inside.value) ? inside : null;
  };
  /** An object under its type's name alone, as Avro and others write a member of a union: `{"com.example.Status": {…}}`. */
  const inUnion = (value: { [key: string]: Json }): Unwrapped | null => {
    const [[key, inside] = [], more] = Object.entries(value);
    if (key === undefined || more !== undefined || inside === undefined || !isJsonObject(inside)) return null;
    return Object.keys(inside).some((name) => aliasOf(name) !== undefined)
      ? { value: inside, kind: 'wrapped', inner: [key] }
      : null;
  };
  /** A wrapper of one value, where a word may stand for the object. */
  const holdsScalar = (value: Json) => {
    if (!isJsonObject(value) || Object.keys(value).some((key) => Object.hasOwn(rules, key))) return false;
    const inside = unwrapScalar(value);
    return inside !== null && (inside.value === null || otherwise !== undefined);
  };
  const read: Rule['read'] = (value, place, reader) => {
    const container = wrappedIn(value);
    if (value === null || (container === null && fits(value) && !holdsScalar(value))) return value;
    const wrapped = container ?? (holdsScalar(value) ? unwrapScalar(value) : null);
    if (wrapped !== null) {
      reader.note(wrapped.kind, place.received);
      return read(wrapped.value, innerPlace(reader, place, wrapped.inner), reader);
    }
    if (isJsonObject(value)) return readObject(value, place, reader);
    const [item, more] = Array.isArray(value) ? value : [];
    if (isJsonObject(item) && more === undefined) {
      reader.note('listOfOne', place.received);
      return readObject(item, innerPlace(reader, place, [0]), reader);
    }
    if (otherwise === undefined) return reader.setAside(place, value, 'object');
    return otherwise(typeof item === 'string' && more === undefined ? item : value, place, reader);
  };
  return {
    schema: z.nullish(z.looseObject(schemasOf(rules), nothingBut('object'))),
    fits: (value: Json) => value === null || (fits(value) && wrappedIn(value) === null && !holdsScalar(value)),
    read,
  };
}

const nothingBut = (error: Expected) => ({ error });

/**
 * Text, or an object whose wrong fields are set aside one by one. `address`: "N/A" is none, and a long number is a text
 * that lost its quotes.
 */
export function textOr<Schema extends z.ZodMiniType>(object: Rule<Schema>, expected: Expected, address = false) {
  const fitsText = (value: Json) => typeof value === 'string' && !(address && value !== '' && isEmptyWord(value));
  const read: Rule['read'] = (value, place, reader) => {
    if (value === null || fitsText(value)) return value;
    if (typeof value === 'string') {
      if (value.trim() !== '') reader.note('noValue', place.received);
      return null;
    }
    const bare = unwrapScalar(value);
    const item = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
    const inside = bare?.value ?? item;
    if (typeof inside === 'string' || (address && isJsonNumber(inside))) {
      reader.note(bare?.kind ?? 'listOfOne', place.received);
      return read(inside, place, reader);
    }
    if (isJsonObject(value)) return object.read(value, place, reader);
    if (address && isJsonNumber(value) && /^\d{7,20}$/.test(String(value))) {
      reader.note('quoted', place.received);
      return String(value);
    }
    return reader.setAside(place, value, expected);
  };
  const schema = z.nullish(z.union([z.string(), object.schema]));
  return { schema, fits: (value: Json) => fitsText(value) || object.fits(value), read };
}
