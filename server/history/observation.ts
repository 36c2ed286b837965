/** What is kept of an answer: the record's bytes, when and where it was seen so, and what is searched. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { stringify } from 'lossless-json';
import type { Flow } from '#model/flow/flow.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { statusKey } from '#model/record/status.ts';
import { isJsonObject, type Json, parseJson } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';

/**
 * Where a record was seen. `page` and `search` are Routee's own answers; a callback anybody may have posted, an upload
 * anybody may have written: these two are claims.
 */
export type Source = 'page' | 'search' | 'callback' | 'upload';

export const isClaim = (source: Source) => source === 'callback' || source === 'upload';

export interface Observation {
  readonly trackingId: string;
  /** The record as received. */
  readonly bytes: Buffer;
  readonly source: Source;
  readonly seenAt: EpochMs;
}

export interface KeptStep {
  readonly place: number;
  readonly channel: string;
  readonly recipient: string | null;
  /** Only its digits, without zeros in front: writings with and without `+` or `00` are found alike. */
  readonly recipient_digits: string | null;
  readonly country: string | null;
  readonly operator: string | null;
  readonly sender: string | null;
  readonly reason: string | null;
  readonly reason_key: string | null;
  readonly label: string | null;
  readonly sent: boolean;
}

/** The columns of a flow, as the database holds them. */
export interface KeptFlow {
  readonly createdAt: EpochMs | null;
  readonly status: string | null;
  readonly statusKey: string | null;
  readonly terminationChannel: string | null;
  readonly applicationId: string | null;
  readonly price: string | null;
  readonly steps: readonly KeptStep[];
}

export interface Kept extends Observation {
  readonly digest: Buffer;
  readonly flow: KeptFlow;
}

export function recipientDigits(recipient: string): string | null {
  const digits = recipient.replace(/\D/g, '').replace(/^0+/, '');
  return digits === '' ? null : digits;
}

/** Longer texts are cut: columns are for finding, the record itself is kept whole. */
const longestText = 500;

/** As PostgreSQL can hold it: a text there has no NUL. Null for nothing. */
function column(text: string | null): string | null {
  return text === null || text === '' ? null : text.slice(0, longestText).replaceAll('\u0000', '\ufffd');
}

function nameOf(status: Flow['status']): string | null {
  return status.kind === 'missing' ? null : status.name;
}

function channelName(channel: Flow['terminationChannel']): string {
  return channel === null || channel.kind === 'missing' ? '' : channel.name;
}

function keptFlow(flow: Flow): KeptFlow {
  const status = nameOf(flow.status);
  return {
    createdAt: flow.createdAt,
    status: column(status),
    statusKey: status === null ? null : column(statusKey(status)),
    terminationChannel: column(channelName(flow.terminationChannel)),
    applicationId: column(flow.applicationId),
    price: flow.totalPrice?.toFixed() ?? null,
    steps: flow.steps.map((step): KeptStep => {
      const [first] = step.messages;
      const reason = step.detailedStatus ?? (step.status.kind === 'reported' ? step.status.name : null);
      return {
        place: step.index,
        channel: column(channelName(step.channel)) ?? '',
        recipient: column(first.to),
        recipient_digits: first.to === null ? null : recipientDigits(first.to),
        country: column(first.country),
        operator: first.content.kind === 'sms' ? column(first.content.operator) : null,
        sender: column(first.from),
        reason: column(reason),
        reason_key: reason === null ? null : column(statusKey(reason)),
        label: column(first.label),
        sent: step.outcome.kind !== 'notSent',
      };
    }),
  };
}

/** The same JSON with the keys of every object in one order, so that the order they came in makes no other version. */
function ordered(json: Json): Json {
  if (Array.isArray(json)) return json.map(ordered);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.keys(json)
      .toSorted()
      .map((key) => [key, ordered(json[key] ?? null)]),
  );
}

/**
 * What is kept of an observation; null for bytes that are no record of a flow. Two records are one version when their JSON
 * is the same, whatever its white space and the order of its keys.
 */
export function keptOf(observation: Observation): Kept | null {
  const parsed = parseJson(new TextDecoder().decode(observation.bytes));
  const reading = parsed.ok ? readRecord(parsed.value) : null;
  if (!parsed.ok || reading === null || !reading.ok) return null;
  const digest = createHash('sha256')
    .update(stringify(ordered(parsed.value)) ?? '')
    .digest();
  return { ...observation, digest, flow: keptFlow(toFlow(reading.record)) };
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

export const compressed = (bytes: Buffer): Promise<Buffer> =>
  compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** The record as it was received. */
export const uncompressed = (body: Uint8Array): Promise<Buffer> => decompress(body);
