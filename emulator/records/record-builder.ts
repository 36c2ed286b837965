/**
 * Builds records in exactly the vendor's shape, with times in seconds after the flow's creation:
 *
 *     record({
 *       steps: [
 *         viber({ at: 0, until: 600.2, status: 'EXPIRED', ttl: 10 }),
 *         smsParts({ at: 600.6, parts: [{ until: 604.4 }, { until: 605.1, status: 'Undelivered' }] }),
 *         voice({ status: null }), // declared, never sent
 *       ],
 *     })
 */
import { Big } from 'big.js';
import { LosslessNumber } from 'lossless-json';
import type { Json } from '#model/values/json.ts';
import {
  given,
  isoTime,
  type MessageOptions,
  momentsOf,
  type Overrides,
  type Price,
  type RawMessage,
  type RawRecord,
  type StepContext,
  type StepDraft,
  sentMessage,
  statusNames,
  timed,
  withOverrides,
} from './draft.ts';
import { uuidFrom } from './uuid.ts';

export type { Overrides, Price, RawRecord, StepDraft } from './draft.ts';

/** A number as it shall stand in the JSON, digit by digit. Write such a record with lossless-json's `stringify`. */
export function exact(digits: string): LosslessNumber {
  return new LosslessNumber(digits);
}

export interface ViberOptions extends MessageOptions {
  readonly body?: Json;
  /** Default: true when `expiredOnDeliveryAt` is given. */
  readonly expireOnDelivery?: boolean;
  /** Seconds after the flow's creation. */
  readonly expiredOnDeliveryAt?: number;
  readonly inboundUrl?: string | null;
}

/** A Viber step; by default delivered 0.8 s after `at`. */
export function viber(options: ViberOptions = {}): StepDraft {
  const life = timed(options, { status: 'DELIVERED', lasts: 0.8, via: [{ status: 'QUEUED', at: 0 }] });
  const expiredAt = options.expiredOnDeliveryAt;
  const build = (context: StepContext) => {
    const sent = sentMessage(life, context, true);
    const fields: RawMessage = {
      type: 'Viber',
      trackingId: sent && uuidFrom(`${context.idSeed}/viber`),
      to: given(options.to, '+306912345678'),
      from: given(options.from, 'Brand'),
      country: sent && given(options.country, 'GR'),
      ttl: given(options.ttl, 10),
      expireOnDelivery: options.expireOnDelivery ?? expiredAt !== undefined,
      expiredOnDeliveryAt: sent?.last && expiredAt !== undefined ? isoTime(context.start, expiredAt) : null,
      status: sent?.status ?? null,
      body: given(options.body, { text: 'Your parcel 4471 arrives today.' }),
      label: options.label ?? null,
      failoverOnStatuses: statusNames(options.failoverOnStatuses, ['EXPIRED', 'FAILED', 'UNDELIVERED']),
      order: options.order ?? context.order,
      inboundUrl: options.inboundUrl ?? null,
      price: sent && given(options.price, 0.035),
      createdAt: sent?.createdAt ?? null,
    };
    return [withOverrides(fields, options.raw)];
  };
  return { channel: 'Viber', moments: momentsOf(life), build };
}

export interface SmsOptions extends MessageOptions {
  readonly body?: string | null;
  readonly operator?: string | null;
  /** Default: from `at` to `until` in milliseconds, once the last status stands. */
  readonly latency?: Price | null;
  readonly part?: number | null;
  readonly parts?: number | null;
}

const smsLife = {
  status: 'Delivered',
  lasts: 3.8,
  via: [
    { status: 'Queued', at: 0 },
    { status: 'Sent', at: 0.6 },
  ],
};

/** An SMS of one part; by default delivered 3.8 s after `at`. */
export function sms(options: SmsOptions = {}): StepDraft {
  const life = timed(options, smsLife);
  const build = (context: StepContext) => {
    const sent = sentMessage(life, context, true);
    const part = given(options.part, 1);
    const fields: RawMessage = {
      type: 'Sms',
      messageId: sent && uuidFrom(`${context.idSeed}/sms`),
      smsId: sent && uuidFrom(`${context.idSeed}/sms/${part}/${life.at}`),
      to: given(options.to, '+306912345678'),
      from: given(options.from, 'Brand'),
      country: sent && given(options.country, 'GR'),
      operator: sent && given(options.operator, 'Vodafone'),
      ttl: given(options.ttl, 1200),
      status: sent?.status ?? null,
      body: given(options.body, 'Your parcel 4471 arrives today.'),
      price: sent && given(options.price, 0.036),
      label: options.label ?? null,
      order: options.order ?? context.order,
      part,
      parts: given(options.parts, 1),
      latency: sent?.last ? given(options.latency, Math.round((life.until - life.at) * 1000)) : null,
      failoverOnStatuses: statusNames(options.failoverOnStatuses, ['Undelivered', 'Failed']),
      createdAt: sent?.createdAt ?? null,
    };
    return [withOverrides(fields, options.raw)];
  };
  return { channel: 'Sms', moments: momentsOf(life), build };
}

export interface SmsPartsOptions extends Omit<SmsOptions, 'part' | 'parts'> {
  /** What differs from part to part; `part` and `parts` are counted unless given. */
  readonly parts: readonly SmsOptions[];
}

/** One SMS step of several parts, which share the message id. */
export function smsParts({ parts, ...shared }: SmsPartsOptions): StepDraft {
  const drafts = parts.map((own, index) => sms({ part: index + 1, parts: parts.length, ...shared, ...own }));
  const moments = drafts.flatMap((draft) => draft.moments).sort((a, b) => a - b);
  return { channel: 'Sms', moments, build: (context) => drafts.flatMap((draft) => draft.build(context)) };
}

export interface VoiceOptions extends MessageOptions {
  /** Seconds of talk; default 24 when completed, else 0. */
  readonly duration?: number | null;
  /** Default "human" when completed. */
  readonly answeredBy?: string | null;
}

/** A call; by default answered by a human after 9 s, for 24 s. */
export function voice(options: VoiceOptions = {}): StepDraft {
  const completed = (options.status ?? 'Completed') === 'Completed';
  const talk = given(options.duration, completed ? 24 : 0);
  const rings = options.until === undefined ? 9 : options.until - (options.at ?? 0) - (talk ?? 0);
  const answered = completed ? [{ status: 'InProgress', at: rings }] : [];
  const via = [
    { status: 'Queued', at: 0 },
    { status: 'Initiated', at: 0.4 },
    { status: 'Ringing', at: 1.5 },
    ...answered,
  ];
  const life = timed(options, { status: 'Completed', lasts: rings + (talk ?? 0), via });
  const build = (context: StepContext) => {
    const sent = sentMessage(life, context, false);
    const fields: RawMessage = {
      type: 'Voice',
      messageId: sent && uuidFrom(`${context.idSeed}/voice`),
      from: given(options.from, '+302310123450'),
      to: given(options.to, '+306912345678'),
      country: sent && given(options.country, 'GR'),
      status: sent?.status ?? null,
      duration: sent?.last ? talk : null,
      price: sent && given(options.price, 0.075),
      answeredBy: sent?.last ? given(options.answeredBy, completed ? 'human' : null) : null,
      order: options.order ?? context.order,
      label: options.label ?? null,
      failoverOnStatuses: statusNames(options.failoverOnStatuses, ['Busy', 'NoAnswer']),
      createdAt: sent?.createdAt ?? null,
    };
    return [withOverrides({ ...fields, ...(options.ttl === undefined ? {} : { ttl: options.ttl }) }, options.raw)];
  };
  return { channel: 'Voice', moments: momentsOf(life), build };
}

export interface RecordOptions {
  readonly steps: readonly StepDraft[];
  readonly trackingId?: string;
  /** When the flow was created: ISO 8601, or epoch milliseconds. Default 2026-11-23T12:04:10.220Z. */
  readonly start?: string | number;
  /** The record as Routee would have answered this many seconds after `start`; default: after everything. */
  readonly asOf?: number;
  /** The flow's status once everything has happened; default Succeeded. */
  readonly status?: string;
  /** Default: the channel of the last step that was sent, for a flow that ended. */
  readonly endedBy?: string | null;
  readonly statusCode?: Json;
  /** Default: the exact sum of the messages' prices. */
  readonly totalPrice?: Price | null;
  /** When the status becomes final, in seconds; default 0.1 s after the last change. Later receipts may follow. */
  readonly ends?: number;
  /** `updatedAt` in seconds; default 0.1 s after the last change for a flow that ended, else the last change. */
  readonly updated?: number;
  readonly originatingService?: string;
  readonly applicationId?: string;
  readonly flowKind?: string;
  /** Fields of the root. */
  readonly raw?: Overrides;
}

/** When nothing more happens in a flow of these steps, in seconds after its creation. */
function endOf(steps: readonly StepDraft[]): number {
  return Math.max(0, ...steps.flatMap((step) => step.moments.at(-1) ?? [])) + 0.1;
}

function sumOf(messages: readonly RawMessage[]): Price {
  const sum = messages.reduce(
    (total, { price }) =>
      typeof price === 'number' || price instanceof LosslessNumber ? total.plus(price.toString()) : total,
    new Big(0),
  );
  return new Big(sum.toNumber()).eq(sum) ? sum.toNumber() : exact(sum.toFixed());
}

/** A record as Routee answers it. Steps appear in the order given; declared ones that were never sent included. */
export function record(options: RecordOptions): RawRecord {
  const { steps, asOf = Number.POSITIVE_INFINITY, trackingId = '7d1f0c52-3e1b-4b9e-9a55-0d9c6a1be210' } = options;
  const start = new Date(options.start ?? '2026-11-23T12:04:10.220Z').getTime();
  const messages = steps.flatMap((step, index) =>
    step.build({ start, order: index + 1, asOf, idSeed: `${trackingId}/${index + 1}` }),
  );
  const wanted = options.status ?? 'Succeeded';
  const known = steps.flatMap((step) => step.moments).filter((moment) => moment <= asOf);
  const endsAt = options.ends ?? options.updated ?? endOf(steps);
  const lastChange = Math.max(0, ...known);
  const updated = options.updated ?? Math.max(endsAt, lastChange + 0.1);
  const ended = ['Succeeded', 'Failed'].includes(wanted) && asOf >= endsAt;
  const status = ended || asOf >= endsAt ? wanted : known.length === 0 ? 'Queued' : 'InProgress';
  const lastSent = steps.findLast((step) => step.moments.length > 0);
  const fields: RawRecord = {
    trackingId,
    messages,
    terminationChannel: ended ? given(options.endedBy, lastSent?.channel ?? null) : null,
    status,
    statusCode: ended ? (options.statusCode ?? null) : null,
    totalPrice: ended ? given(options.totalPrice, sumOf(messages)) : sumOf(messages),
    originatingService: options.originatingService ?? 'failover',
    applicationId: options.applicationId ?? '5b223c27e4b04b9cdaa71234',
    ...(options.flowKind === undefined ? {} : { flowKind: options.flowKind }),
    createdAt: isoTime(start, 0),
    updatedAt: isoTime(start, ended ? updated : lastChange),
  };
  return withOverrides(fields, options.raw);
}
