/** The record: a flow as Routee sent it, read field by field so that one wrong field costs that field alone. */
import * as z from 'zod/mini';
import { isJsonObject, type Json, type JsonPath, parseJson } from '../values/json.ts';
import type { DuplicateKey } from '../values/json-parser.ts';
import { messageListOf } from './message-list.ts';
import { allFit, fields, nameKey, readFields, schemasOf, textOr } from './objects.ts';
import { asFlowRecord, isOtpRecord, otpChannel } from './otp-record.ts';
import { type FieldProblem, memberPlace, type Place, Reader, type ReadingNote, receivedPath } from './reading.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import {
  country,
  flag,
  id,
  isKnownStatus,
  money,
  number,
  type Rule,
  statusName,
  statusNames,
  text,
  time,
  word,
} from './rules.ts';

export type { Expected, FieldProblem, ReadingNote } from './reading.ts';

/** A status as one word, or as JSON in a text; anything else that is no object is set aside. */
const readStatusText: Rule['read'] = (value, place, reader) => {
  if (typeof value !== 'string') return reader.setAside(place, value, 'object');
  const parsed = /^\s*\{/.test(value) ? parseJson(value) : null;
  if (parsed?.ok === true && isJsonObject(parsed.value)) {
    reader.note('jsonInText', place.received);
    return statusFields.read(parsed.value, place, reader);
  }
  const name = word.read(value, place, reader);
  if (name === null || name === '') return null;
  reader.note('statusAsText', place.received);
  return { name };
};

/** Vendor's page "Failover tracking", `messages[].status`; `status`, `date` and the two expiry fields in older payloads. */
const statusRules = {
  name: word,
  status: word,
  updatedDate: time,
  date: time,
  reason: fields({ detailedStatus: word, description: text }),
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
};
const ownStatusFields = fields(statusRules, readStatusText);

/**
 * The member that must be the status where the object names none as the vendor does: the one text in it that is a word of
 * the vendor's. `{"value": "Delivered", "at": …}`; null for any other.
 */
function statusMember(value: Json): string | null {
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length < 2 || entries.length > 20 || entries.some(([key]) => isStatusName(key))) return null;
  const words = entries.filter(([, member]) => typeof member === 'string' && isKnownStatus(member));
  const [first] = words;
  return first === undefined || words.length > 1 ? null : first[0];
}

const isStatusName = (key: string) => ['name', 'status'].includes(nameKey(key));

/** A status, its name under another key than the vendor's included. */
const statusFields: typeof ownStatusFields = {
  ...ownStatusFields,
  fits: (value) => ownStatusFields.fits(value) && statusMember(value) === null,
  read: (value, place, reader) => {
    const key = statusMember(value);
    if (key === null || !isJsonObject(value)) return ownStatusFields.read(value, place, reader);
    const { [key]: name = null, ...others } = value;
    const read = ownStatusFields.read(others, place, reader);
    const at = memberPlace(reader, place, 'name', key);
    reader.note('fieldNames', at.received);
    return { ...(isJsonObject(read) ? read : {}), name };
  },
};

const action = fields({ caption: text, targetUrl: text });

/** Viber's `body`; an SMS has a plain string. `imageURL` and `viberAction` in older payloads. */
const body = fields({
  text,
  imageUrl: text,
  imageURL: text,
  action,
  viberAction: action,
  viberFile: fields({ fileName: text, fileType: text, fileUrl: text }),
  viberVideo: fields({ videoUrl: text, videoThumbnail: text, fileSize: number(0, 1e12), duration: number(0, 1e9) }),
});

const address = fields({ phone: text, sip: text, viber: text });

/** Vendor's page "Failover tracking", the tables of SMS, Viber and Voice messages, older spellings included. */
const messageRules = {
  type: word,
  order: number(-1e15, 1e15),
  failoverOnStatuses: statusNames,
  createdAt: time,
  status: statusFields,
  from: textOr(address, 'addresses', true),
  to: textOr(address, 'addresses', true),
  country,
  price: money,
  messageId: id,
  smsId: id,
  trackingId: id,
  operator: text,
  part: number(0, 1e6),
  parts: number(0, 1e6),
  // Milliseconds or seconds: no try took a hundred years.
  latency: number(-3.2e12, 3.2e12),
  label: text,
  // Minutes; a day is the vendor's most, ten years is no time to live.
  ttl: number(0, 5_256_000),
  body: textOr(body, 'text'),
  message: text,
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
  inboundUrl: text,
  templateId: id,
  templateLang: text,
  templateParams: fields({}),
  duration: number(0, 1e9),
  answeredBy: text,
};
const message = fields(messageRules);

const messages = {
  schema: z.array(message.schema, { error: 'list' }),
  fits: (value: Json) => Array.isArray(value) && value.every(message.fits) && !value.some(isOtpMessage),
  /** One by one; `readRecord` has made sure that it is a list. */
  read: ((value, place, reader) =>
    Array.isArray(value)
      ? value.map((item, index) => message.read(item, messagePlace(reader, place, index), reader))
      : null) satisfies Rule['read'],
};

function messagePlace(reader: Reader, { documented, received }: Place, index: number): Place {
  const own = [...documented, index];
  return { documented: own, received: reader.messagePlaces[index] ?? [...received, index] };
}

/** Vendor's page "Failover tracking", root fields. */
const rootRules = {
  trackingId: id,
  messages,
  terminationChannel: word,
  status: statusName,
  statusCode: id,
  totalPrice: money,
  originatingService: text,
  applicationId: id,
  flowKind: text,
  createdAt: time,
  updatedAt: time,
};

/** Both exported for the test that holds them together. */
export const recordSchema = z.looseObject(schemasOf(rootRules), { error: 'object' });
export const recordFits = allFit(rootRules);
const readRoot = readFields(rootRules);

export type RecordFields = z.infer<typeof recordSchema>;
export type MessageFields = NonNullable<z.infer<typeof message.schema>>;
export type BodyFields = NonNullable<z.infer<typeof body.schema>>;

export interface FlowRecord {
  /** Exactly as received, but for messages that came as JSON in a text, which are opened. */
  readonly json: { readonly [key: string]: Json };
  /** The same in the vendor's spelling, with what could not be used set aside (null in its place). */
  readonly fields: RecordFields;
  /** In the order they were met. */
  readonly problems: readonly FieldProblem[];
  /** What was read in another spelling than the vendor's, one note a kind. */
  readonly notes: readonly ReadingNote[];
  /** Where documented paths stand in `json`, for `receivedPath`; empty for nearly every record. */
  readonly places: ReadonlyMap<string, JsonPath>;
  /** Keys that stand twice in one object; the last value is read. Known only where the record came as a text. */
  readonly duplicates?: readonly DuplicateKey[];
  /** `otp`: a record of the sibling service, which the tracking API does not know. */
  readonly service: 'failover' | 'otp';
}

export type Reading =
  | { readonly ok: true; readonly record: FlowRecord }
  | { readonly ok: false; readonly refusal: Refusal };

const noPlaces: ReadonlyMap<string, JsonPath> = new Map();

/**
 * Reads any JSON; never throws. Refuses only what has no usable `messages`, saying what it looks like. What can be
 * understood in another spelling is, with a note; any other value is set aside with its path and its reason, and kept in
 * `json`; unknown fields and values are kept. Linear in the size of the record.
 */
export function readRecord(json: Json): Reading {
  if (isOtpRecord(json)) return { ok: true, record: readOtp(json) };
  if (!isJsonObject(json)) return { ok: false, refusal: refusalOf(json) };
  if (Array.isArray(json.messages) && recordFits(json)) {
    // What fits is what reading would give.
    const fields = json as unknown as RecordFields;
    const problems = emptyMessages(json.messages, []);
    return { ok: true, record: { json, fields, problems, notes: [], places: noPlaces, service: 'failover' } };
  }
  const reader = new Reader();
  const listed = messageListOf(json, reader);
  if (listed === null) return { ok: false, refusal: refusalOf(json) };
  const read = readRoot({ ...listed.json, [listed.key]: listed.messages }, { documented: [], received: [] }, reader);
  return { ok: true, record: finished(listed.json, read, reader, 'failover') };
}

function finished(
  json: FlowRecord['json'],
  read: { [key: string]: Json },
  reader: Reader,
  service: FlowRecord['service'],
): FlowRecord {
  const inSeconds = openOtpMessages(read, reader);
  const fields = read as unknown as RecordFields; // every rule reads what its schema says; a property test holds it
  const list = Array.isArray(read.messages) ? read.messages : [];
  const problems = [...reader.problems, ...emptyMessages(list, reader.messagePlaces, reader.problems)];
  return { json, fields, problems, notes: reader.notes, places: reader.places, service: inSeconds ? 'otp' : service };
}

const isOtpMessage = (value: Json) => isJsonObject(value) && otpChannel(value.type) !== null;

/** Types of the OTP service are channels of ours, and its `ttl` is in seconds. True where there were any. */
function openOtpMessages(read: { [key: string]: Json }, reader: Reader): boolean {
  const list = Array.isArray(read.messages) ? read.messages : [];
  if (!list.some(isOtpMessage)) return false;
  list.forEach((item, index) => {
    if (!isJsonObject(item)) return;
    const channel = otpChannel(item.type);
    if (channel !== null) {
      reader.note('otp', receivedPath(reader.places, ['messages', index, 'type']));
      item.type = channel;
    }
    if (typeof item.ttl === 'number') item.ttl /= 60;
  });
  return true;
}

/** A record of Failover OTP: put into the flow's shape, read as such, with paths as they were received. */
function readOtp(json: { [key: string]: Json }): FlowRecord {
  const reader = new Reader();
  const shaped = asFlowRecord(json);
  const read = readRoot(shaped.json, { documented: [], received: [] }, reader);
  const back = (path: JsonPath) => receivedPath(shaped.places, path);
  const places = new Map([...shaped.places, ...[...reader.places].map(([name, path]) => [name, back(path)] as const)]);
  reader.note('otp', []);
  return {
    json,
    fields: read as unknown as RecordFields, // as above
    problems: reader.problems.map((problem) => ({ ...problem, path: back(problem.path) })),
    notes: reader.notes.map((note) => ({ ...note, paths: note.paths.map(back) })),
    places,
    service: 'otp',
  };
}

/** Messages that are null, unless they were set aside already. */
function emptyMessages(
  list: readonly Json[],
  places: readonly JsonPath[],
  known: readonly FieldProblem[] = [],
): FieldProblem[] {
  const told = new Set(known.flatMap(({ path }) => (path.length === 2 && path[0] === 'messages' ? [path[1]] : [])));
  return list.flatMap((item, index) =>
    item === null && !told.has(index)
      ? [{ path: places[index] ?? ['messages', index], value: null, expected: 'object' as const, why: 'type' as const }]
      : [],
  );
}

/** Where a documented path stands in the record as received. */
export function pathInRecord(record: Pick<FlowRecord, 'places'>, path: JsonPath): JsonPath {
  return receivedPath(record.places, path);
}

/** Places in `messages` whose `failoverOnStatuses` could not be read whole: nothing may be concluded from what it lacks. */
export function unreadTriggers({ problems, places }: FlowRecord, count: number): ReadonlySet<number> {
  const unread = new Set(
    problems.flatMap(({ path }) =>
      path.includes('failoverOnStatuses')
        ? [JSON.stringify(path.slice(0, path.indexOf('failoverOnStatuses') + 1))]
        : [],
    ),
  );
  const found = new Set<number>();
  if (unread.size === 0) return found;
  for (let index = 0; index < count; index++) {
    const path = receivedPath(places, ['messages', index, 'failoverOnStatuses']);
    if (unread.has(JSON.stringify(path))) found.add(index);
  }
  return found;
}
