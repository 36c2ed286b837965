/** What reading a record leaves behind beside its fields: notes on spellings, values set aside, where fields really stand. */
import { type Json, type JsonPath, pathText } from '../values/json.ts';

/** What the vendor documents for a field; also the message of its schema's error. */
export type Expected = 'text' | 'number' | 'trueOrFalse' | 'list' | 'object' | 'time' | 'addresses';

/**
 * Why a value could not be used: another kind of value, one that can mean two things, a day without a time of day, or
 * beyond what the field can be.
 */
export type Unusable = 'type' | 'ambiguous' | 'dayOnly' | 'outOfRange';

/** A field whose value could not be used. The value is still in the record's `json`, under the same path. */
export interface FieldProblem {
  readonly path: JsonPath;
  readonly value: Json;
  readonly expected: Expected;
  readonly why: Unusable;
}

/** A spelling that is not the vendor's and can mean only one thing. */
export type NoteKind =
  /** 0001-01-01, 1970-01-01, N/A: values that stand for none. */
  | 'noValue'
  | 'timeSpelling'
  /** Times without a zone: UTC was assumed. */
  | 'zoneAssumed'
  /** Numbers and true or false as text. */
  | 'quoted'
  | 'listOfOne'
  | 'mongodb'
  | 'dynamodb'
  | 'firestore'
  | 'wrapped'
  | 'money'
  | 'statusAsText'
  | 'triggersAsText'
  | 'fieldNames'
  | 'messagesShape'
  | 'jsonInText'
  | 'countrySpelling'
  | 'otp'
  | 'tooDeep'
  | 'trailingComma'
  | 'comment'
  | 'oddSpace';

/** One for each kind in a record, however many fields it touches. */
export interface ReadingNote {
  readonly kind: NoteKind;
  /** The first fields it touches, in the record as received. */
  readonly paths: readonly JsonPath[];
  /** How many there are in all. */
  readonly count: number;
}

/** More paths than this show nothing new. */
const mostPaths = 60;

/** Gathers notes, problems and places while a record is read. */
export class Reader {
  readonly problems: FieldProblem[] = [];
  /** Where a documented field stands in the record as received, by its documented path; only where they differ. */
  readonly places = new Map<string, JsonPath>();
  /** Where each message stands, where they are no list. */
  messagePlaces: readonly JsonPath[] = [];
  readonly #notes = new Map<NoteKind, { paths: JsonPath[]; count: number }>();

  note(kind: NoteKind, path: JsonPath): void {
    const known = this.#notes.get(kind);
    if (known === undefined) this.#notes.set(kind, { paths: [path], count: 1 });
    else {
      known.count++;
      if (known.paths.length < mostPaths) known.paths.push(path);
    }
  }

  /** Sets a value aside, with the wrapper it stands in: null is read in its place. */
  setAside(place: Place, value: Json, expected: Expected, why: Unusable = 'type'): null {
    this.problems.push({ path: place.received, value: place.whole === undefined ? value : place.whole, expected, why });
    return null;
  }

  get notes(): ReadingNote[] {
    return [...this.#notes].map(([kind, { paths, count }]) => ({ kind, paths, count }));
  }
}

/** Where a field stands: by its documented path, and in the record as received. */
export interface Place {
  readonly documented: JsonPath;
  readonly received: JsonPath;
  /** What stands there in the record as received, while a value inside of it is read. */
  readonly whole?: Json;
}

/** Where a member of an object or list stands; remembered where the two paths part. */
export function memberPlace(reader: Reader, place: Place, name: string | number, receivedName: string | number): Place {
  const member = { documented: [...place.documented, name], received: [...place.received, receivedName] };
  if (name !== receivedName) reader.places.set(pathText(member.documented), member.received);
  return member;
}

/** The same place with what it holds found deeper inside. */
export function innerPlace(reader: Reader, place: Place, inner: JsonPath): Place {
  if (inner.length === 0) return place;
  const received = [...place.received, ...inner];
  reader.places.set(pathText(place.documented), received);
  return { documented: place.documented, received };
}

/** Where a documented path stands in the record as received: the path itself where nothing was spelled otherwise. */
export function receivedPath(places: ReadonlyMap<string, JsonPath>, path: JsonPath): JsonPath {
  if (places.size === 0) return path;
  for (let length = path.length; length > 0; length--) {
    const found = places.get(pathText(path.slice(0, length)));
    if (found !== undefined) return [...found, ...path.slice(length)];
  }
  return path;
}
