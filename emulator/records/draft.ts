/** A message under construction: its life in seconds after the flow's creation, and what of it is known at a moment. */
import type { LosslessNumber } from 'lossless-json';
import type { Json } from '#model/values/json.ts';
import { descriptionOf, usualDetail } from './reasons.ts';

/** A message as Routee writes it (page "Failover tracking"); any field may be overridden by `raw`, so all are JSON. */
export type RawMessage = { [field: string]: Json };
/** A record as Routee writes it. */
export type RawRecord = { [field: string]: Json; messages: RawMessage[] };
/** Fields to replace as they stand; `undefined` leaves the field out of the record. */
export type Overrides = { readonly [field: string]: Json | undefined };
/** A price; `exact('0.12345678901234567')` for one that a double would change. */
export type Price = number | LosslessNumber;

/** A status a message had before its last one; only seen in a record built `asOf` a moment before the last. */
export interface Stage {
  readonly status: string;
  readonly at: number;
  readonly detail?: string;
}

/** What all channels share. Times are seconds after the flow's creation. */
export interface MessageOptions {
  /** Its last status. Null: declared and never sent. */
  readonly status?: string | null;
  /** When it was created. */
  readonly at?: number;
  /** When its last status was set. */
  readonly until?: number;
  /** `reason.detailedStatus`; null leaves out the reason. */
  readonly detail?: string | null;
  readonly via?: readonly Stage[];
  /** Default: the step's place in the chain, from 1. */
  readonly order?: number;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly country?: string | null;
  readonly price?: Price | null;
  readonly label?: string | null;
  /** Minutes. */
  readonly ttl?: number | null;
  readonly failoverOnStatuses?: readonly string[] | null;
  readonly raw?: Overrides;
}

/** One step of a record under construction. */
export interface StepDraft {
  readonly channel: string;
  /** When something became of it, ascending, in seconds; empty when it was never sent. */
  readonly moments: readonly number[];
  build(context: StepContext): RawMessage[];
}

export interface StepContext {
  /** The flow's `createdAt`, epoch milliseconds. */
  readonly start: number;
  /** The step's place in the chain, from 1. */
  readonly order: number;
  /** Only what was known this many seconds after the start. */
  readonly asOf: number;
  /** Ids are made from it. */
  readonly idSeed: string;
}

/** Options with the defaults of their channel. */
export type Timed<Options extends MessageOptions> = Options & {
  readonly status: string | null;
  readonly at: number;
  readonly until: number;
  readonly via: readonly Stage[];
};

/** `lasts`: seconds from `at` to `until` unless given; `via`: stages in seconds after `at`. */
export function timed<Options extends MessageOptions>(
  options: Options,
  usual: { status: string; lasts: number; via: readonly Stage[] },
): Timed<Options> {
  const at = options.at ?? 0;
  return {
    ...options,
    status: options.status === undefined ? usual.status : options.status,
    at,
    until: options.until ?? at + usual.lasts,
    via: options.via ?? usual.via.map((stage) => ({ ...stage, at: at + stage.at })),
  };
}

/** The moments a message's status changed; empty when it was never sent. */
export function momentsOf(options: Timed<MessageOptions>): number[] {
  if (options.status === null) return [];
  const { at, until } = options;
  const stages = options.via.map((stage) => stage.at).filter((moment) => moment < until);
  return [at, ...stages, until].sort((a, b) => a - b);
}

/** A time as Routee writes it. */
export function isoTime(start: number, seconds: number): string {
  return new Date(start + Math.round(seconds * 1000)).toISOString();
}

/** A sent message as far as it is known. */
export interface Sent {
  readonly status: Json;
  readonly createdAt: string;
  /** True once the last status stands. */
  readonly last: boolean;
}

/** What is known of a message; null before it is sent. Voice has no `reason` in its status. */
export function sentMessage(options: Timed<MessageOptions>, context: StepContext, withReason: boolean): Sent | null {
  const { at, until, status } = options;
  if (status === null || context.asOf < at) return null;
  const createdAt = isoTime(context.start, at);
  if (context.asOf >= until) {
    return {
      status: statusOf(status, options.detail, isoTime(context.start, until), withReason),
      createdAt,
      last: true,
    };
  }
  const stage = options.via.findLast((candidate) => candidate.at <= context.asOf) ?? { status: 'Queued', at };
  const updated = isoTime(context.start, stage.at);
  return { status: statusOf(stage.status, stage.detail, updated, withReason), createdAt, last: false };
}

function statusOf(name: string, detail: string | null | undefined, updatedDate: string, withReason: boolean): Json {
  if (!withReason && (detail === undefined || detail === null)) return { name, updatedDate };
  if (detail === null) return { name, reason: null, updatedDate };
  const detailedStatus = detail ?? usualDetail(name);
  return { name, reason: { detailedStatus, description: descriptionOf(detailedStatus) }, updatedDate };
}

/** The fields with some replaced; `undefined` takes a field out. */
export function withOverrides<Fields extends RawMessage>(fields: Fields, raw: Overrides | undefined): Fields {
  if (raw === undefined) return fields;
  const merged = Object.entries({ ...fields, ...raw }).filter(([, value]) => value !== undefined);
  // Overrides are JSON, as are all fields; which of them are left is the caller's wish.
  return Object.fromEntries(merged) as Fields;
}

/** The value, or the usual one when the option is left out (null is a value). */
export function given<Value>(value: Value | undefined, usual: Value): Value {
  return value === undefined ? usual : value;
}

/** A list of status names as JSON. */
export function statusNames(names: readonly string[] | null | undefined, usual: readonly string[]): Json {
  return names === null ? null : [...(names ?? usual)];
}
