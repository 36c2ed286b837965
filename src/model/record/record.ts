/** The record: a flow as Routee sent it, read field by field so that one wrong field costs that field alone. */
import type { LosslessNumber } from 'lossless-json';
import * as z from 'zod/mini';
import { isJsonNumber, isJsonObject, type Json, type JsonPath, valueAt } from '../values/json.ts';
import { readTime } from '../values/time.ts';
import { type Refusal, refusalOf } from './refusal.ts';

// The page's CSP forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

/** What the vendor documents for a field; also the message of its schema's error. */
export type Expected = 'text' | 'number' | 'trueOrFalse' | 'list' | 'object' | 'time' | 'addresses';

/** A field whose value could not be used. The value is still in the record's `json`, under the same path. */
export interface FieldProblem {
  readonly path: JsonPath;
  readonly value: Json;
  readonly expected: Expected;
}

/**
 * A field's rule, twice: the schema says what is wrong and where, the test only whether anything is. Nearly every record
 * is as documented, and the test alone takes a tenth of the schema's time. A property test holds the two together.
 */
interface Rule<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema: Schema;
  /** Of a value that is there. */
  readonly fits: (value: Json) => boolean;
}

const nothing = (error: Expected) => ({ error });
type JsonNumber = number | LosslessNumber;

function rule<Schema extends z.ZodMiniType>(schema: Schema, fits: (value: Json) => boolean) {
  return { schema: z.nullish(schema), fits: (value: Json) => value === null || fits(value) };
}

const isText = (value: Json) => typeof value === 'string';
const isTime = (value: string) => value.trim() === '' || readTime(value) !== null;

const text = rule(z.string(nothing('text')), isText);
const flag = rule(z.boolean(nothing('trueOrFalse')), (value) => typeof value === 'boolean');
/** A JSON number, as a double or, where a double would change it, as written. */
const number = rule(
  z.custom<JsonNumber>((value) => isJsonNumber(value), nothing('number')),
  isJsonNumber,
);
const time = rule(
  z.string(nothing('time')).check(z.refine(isTime, nothing('time'))),
  (value) => typeof value === 'string' && (value === '' || isTime(value)),
);
const textOrNumber = rule(
  z.custom<string | JsonNumber>((value) => typeof value === 'string' || isJsonNumber(value), nothing('text')),
  (value) => typeof value === 'string' || isJsonNumber(value),
);
const statusNames = rule(
  z.array(z.nullable(z.string(nothing('text'))), nothing('list')),
  (value) => Array.isArray(value) && value.every((name) => name === null || typeof name === 'string'),
);

type Rules = Readonly<Record<string, Rule>>;
type SchemasOf<Fields extends Rules> = { [Name in keyof Fields]: Fields[Name]['schema'] };

function schemasOf<Fields extends Rules>(rules: Fields): SchemasOf<Fields> {
  const schemas = Object.entries(rules).map(([name, { schema }]) => [name, schema]);
  return Object.fromEntries(schemas) as SchemasOf<Fields>; // the same names, each with its schema
}

/** Whether every field that is there fits; fields without a rule are anybody's. */
function allFit(rules: Rules): (value: Json) => boolean {
  const checks = Object.entries(rules).map(([name, { fits }]) => ({ name, fits }));
  return (value) => {
    if (!isJsonObject(value)) return false;
    for (const { name, fits } of checks) {
      const field = value[name];
      if (field !== undefined && !fits(field)) return false;
    }
    return true;
  };
}

function fields<Fields extends Rules>(rules: Fields) {
  return rule(z.looseObject(schemasOf(rules), nothing('object')), allFit(rules));
}

/** Vendor's page "Failover tracking", `messages[].status`; `status`, `date` and the two expiry fields in older payloads. */
const statusFields = fields({
  name: text,
  status: text,
  updatedDate: time,
  date: time,
  reason: fields({ detailedStatus: text, description: text }),
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
});

const action = fields({ caption: text, targetUrl: text });

/** Viber's `body`; an SMS has a plain string. `imageURL` and `viberAction` in older payloads. */
const body = fields({
  text,
  imageUrl: text,
  imageURL: text,
  action,
  viberAction: action,
  viberFile: fields({ fileName: text, fileType: text, fileUrl: text }),
  viberVideo: fields({ videoUrl: text, videoThumbnail: text, fileSize: number, duration: number }),
});

const address = fields({ phone: text, sip: text, viber: text });

/** Text, or an object whose wrong fields are reported one by one (a plain union would set the whole object aside). */
function textOr<Schema extends z.ZodMiniType>({ schema, fits }: Rule<Schema>, expected: Expected) {
  type Value = string | z.infer<Schema> | null | undefined;
  const either = z.optional(
    z.custom<Value>().check(
      z.check((context) => {
        const { value } = context;
        if (value === null || value === undefined || typeof value === 'string') return;
        if (typeof value !== 'object' || Array.isArray(value)) {
          context.issues.push({ code: 'custom', message: expected, path: [], input: value });
          return;
        }
        for (const issue of schema.safeParse(value).error?.issues ?? []) {
          context.issues.push({ code: 'custom', message: issue.message, path: [...issue.path], input: value });
        }
      }),
    ),
  );
  return { schema: either, fits: (value: Json) => typeof value === 'string' || fits(value) };
}

/** Vendor's page "Failover tracking", the tables of SMS, Viber and Voice messages, older spellings included. */
const message = fields({
  type: text,
  order: number,
  failoverOnStatuses: statusNames,
  createdAt: time,
  status: statusFields,
  from: textOr(address, 'addresses'),
  to: textOr(address, 'addresses'),
  country: text,
  price: number,
  messageId: textOrNumber,
  smsId: textOrNumber,
  trackingId: textOrNumber,
  operator: text,
  part: number,
  parts: number,
  latency: number,
  label: text,
  ttl: number,
  body: textOr(body, 'text'),
  message: text,
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
  inboundUrl: text,
  templateId: textOrNumber,
  templateLang: text,
  templateParams: fields({}),
  duration: number,
  answeredBy: text,
});

/** Vendor's page "Failover tracking", root fields. */
const rootFields = {
  trackingId: textOrNumber,
  messages: {
    schema: z.array(message.schema, nothing('list')),
    fits: (value: Json) => Array.isArray(value) && value.every(message.fits),
  },
  terminationChannel: text,
  status: text,
  statusCode: textOrNumber,
  totalPrice: number,
  originatingService: text,
  applicationId: textOrNumber,
  flowKind: text,
  createdAt: time,
  updatedAt: time,
};

/** Both exported for the test that holds them together. */
export const recordSchema = z.looseObject(schemasOf(rootFields), nothing('object'));
export const recordFits = allFit(rootFields);

export type RecordFields = z.infer<typeof recordSchema>;
export type MessageFields = NonNullable<z.infer<typeof message.schema>>;
export type BodyFields = NonNullable<z.infer<typeof body.schema>>;

export interface FlowRecord {
  /** Exactly as received. */
  readonly json: { readonly [key: string]: Json };
  /** The same with values of the wrong type set aside (null in their place). */
  readonly fields: RecordFields;
  /** In the order they were met. */
  readonly problems: readonly FieldProblem[];
}

export type Reading =
  | { readonly ok: true; readonly record: FlowRecord }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads any JSON; never throws. Refuses only what has no usable `messages` list, saying what it looks like. A value of
 * the wrong type is set aside with its path and kept in `json`; unknown fields and values are kept.
 */
export function readRecord(json: Json): Reading {
  if (!isJsonObject(json) || !Array.isArray(json.messages)) return { ok: false, refusal: refusalOf(json) };
  const problems: FieldProblem[] = [];
  if (recordFits(json)) {
    // What fits is what the schema would hand back.
    const fields = json as unknown as RecordFields;
    return { ok: true, record: { json, fields, problems: emptyMessages(json.messages) } };
  }
  let candidate: Json = json;
  for (;;) {
    const result = recordSchema.safeParse(candidate);
    if (result.success) {
      problems.push(...emptyMessages(json.messages));
      return { ok: true, record: { json, fields: result.data, problems } };
    }
    for (const issue of result.error.issues) {
      const path = issue.path as JsonPath; // JSON has no symbol keys.
      problems.push({ path, value: valueAt(json, path) ?? null, expected: issue.message as Expected }); // every error above is one
      candidate = withoutValue(candidate, path);
    }
  }
}

/** A copy with null at a path; only the objects and lists on the way are copied. */
function withoutValue(value: Json, path: JsonPath): Json {
  const [key, ...rest] = path;
  if (key === undefined) return null;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withoutValue(item, rest) : item));
  if (isJsonObject(value)) return { ...value, [key]: withoutValue(value[key] ?? null, rest) };
  return value;
}

function emptyMessages(messages: readonly Json[]): FieldProblem[] {
  return messages.flatMap((message, index) =>
    message === null ? [{ path: ['messages', index], value: null, expected: 'object' as const }] : [],
  );
}
