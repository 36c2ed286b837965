/** The record: a flow as Routee sent it, read field by field so that one wrong field costs that field alone. */
import type { LosslessNumber } from 'lossless-json';
import * as z from 'zod/mini';
import { isJsonNumber, isJsonObject, type Json, type JsonPath, valueAt } from './json.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { readTime } from './time.ts';

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

const nothing = (error: Expected) => ({ error });
const text = z.nullish(z.string(nothing('text')));
const flag = z.nullish(z.boolean(nothing('trueOrFalse')));
type JsonNumber = number | LosslessNumber;
/** A JSON number, as a double or, where a double would change it, as written. */
const number = z.nullish(z.custom<JsonNumber>((value) => isJsonNumber(value), nothing('number')));
const time = z.nullish(
  z
    .string(nothing('time'))
    .check(z.refine((value) => value.trim() === '' || readTime(value) !== null, nothing('time'))),
);
const textOrNumber = z.nullish(
  z.custom<string | JsonNumber>((value) => typeof value === 'string' || isJsonNumber(value), nothing('text')),
);

const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.nullish(z.looseObject(shape, nothing('object')));

/** Vendor's page "Failover tracking", `messages[].status`; `status`, `date` and the two expiry fields in older payloads. */
const statusSchema = fields({
  name: text,
  status: text,
  updatedDate: time,
  date: time,
  reason: fields({ detailedStatus: text, description: text }),
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
});

const actionSchema = fields({ caption: text, targetUrl: text });

/** Viber's `body`; an SMS has a plain string. `imageURL` and `viberAction` in older payloads. */
const bodySchema = fields({
  text,
  imageUrl: text,
  imageURL: text,
  action: actionSchema,
  viberAction: actionSchema,
  viberFile: fields({ fileName: text, fileType: text, fileUrl: text }),
  viberVideo: fields({ videoUrl: text, videoThumbnail: text, fileSize: number, duration: number }),
});

const addressFields = fields({ phone: text, sip: text, viber: text });

/** Text, or an object whose wrong fields are reported one by one (a plain union would set the whole object aside). */
function textOr<Schema extends z.ZodMiniType>(schema: Schema, expected: Expected) {
  type Value = string | z.infer<Schema> | null | undefined;
  return z.optional(
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
}

/** Vendor's page "Failover tracking", the tables of SMS, Viber and Voice messages, older spellings included. */
const messageSchema = fields({
  type: text,
  order: number,
  failoverOnStatuses: z.nullish(z.array(z.nullable(z.string(nothing('text'))), nothing('list'))),
  createdAt: time,
  status: statusSchema,
  from: textOr(addressFields, 'addresses'),
  to: textOr(addressFields, 'addresses'),
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
  body: textOr(bodySchema, 'text'),
  message: text,
  expireOnDelivery: flag,
  expiredOnDeliveryAt: time,
  inboundUrl: text,
  templateId: textOrNumber,
  templateLang: text,
  templateParams: z.nullish(z.looseObject({}, nothing('object'))),
  duration: number,
  answeredBy: text,
});

/** Vendor's page "Failover tracking", root fields. */
const recordSchema = z.looseObject(
  {
    trackingId: textOrNumber,
    messages: z.array(messageSchema, nothing('list')),
    terminationChannel: text,
    status: text,
    statusCode: textOrNumber,
    totalPrice: number,
    originatingService: text,
    applicationId: textOrNumber,
    flowKind: text,
    createdAt: time,
    updatedAt: time,
  },
  nothing('object'),
);

export type RecordFields = z.infer<typeof recordSchema>;
export type MessageFields = NonNullable<z.infer<typeof messageSchema>>;
export type BodyFields = NonNullable<z.infer<typeof bodySchema>>;

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
