/** One object of `messages`, read from the record's fields into the shape the rest of the model uses. */
import { Big } from 'big.js';
import { isLosslessNumber, type LosslessNumber } from 'lossless-json';
import type { Message, MessageContent } from '../flow/flow.ts';
import { isJsonNumber, type Json, type JsonPath } from '../values/json.ts';
import { remembered } from '../values/memo.ts';
import { type EpochMs, readTime } from '../values/time.ts';
import { type Channel, readChannel } from './channel.ts';
import type { BodyFields, MessageFields } from './record.ts';
import { readStatus } from './status.ts';

type JsonNumber = number | LosslessNumber;

/** Text, or null for null, absent and '' (older payloads write "no value" as an empty string). */
export function textOf(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}

/** An id that may also come as a number. */
export function idOf(value: string | JsonNumber | null | undefined): string | null {
  return isJsonNumber(value) ? String(value) : textOf(value);
}

/** A number for counting and comparing; what a double cannot hold is rounded here, never in money. */
function numberOf(value: JsonNumber | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  return isLosslessNumber(value) ? Number(value.value) : value;
}

const decimalOf = remembered((number: number) => new Big(number));

/** An exact decimal of the number as the record writes it. */
export function moneyOf(value: JsonNumber | null | undefined): Big | null {
  if (value === null || value === undefined) return null;
  return isLosslessNumber(value) ? new Big(value.value) : decimalOf(value);
}

/** An instant, or null for null, absent and ''. */
export function timeOf(value: string | null | undefined): EpochMs | null {
  return value === undefined || value === null ? null : readTime(value);
}

/** An address: a text, or the first known of `{ phone, sip, viber }`. */
function addressOf(value: MessageFields['to']): string | null {
  if (typeof value !== 'object' || value === null) return textOf(value);
  return textOf(value.phone) ?? textOf(value.sip) ?? textOf(value.viber);
}

/** `ttl` is in minutes, decimal for Viber (vendor's page "Send failover"). */
function ttlOf(value: JsonNumber | null | undefined): number | null {
  const minutes = numberOf(value);
  return minutes === null || minutes < 0 ? null : Math.round(minutes * 60_000);
}

function paramsOf(params: MessageFields['templateParams']): { name: string; value: string }[] {
  return Object.entries(params ?? {}).map(([name, value]) => ({ name, value: plainText(value as Json) })); // a loose object's values are JSON
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : isJsonNumber(value) ? String(value) : JSON.stringify(value);
}

function viberContent(fields: MessageFields, body: BodyFields | null, bodyText: string | null): MessageContent {
  const action = body?.action ?? body?.viberAction;
  const file = body?.viberFile;
  const video = body?.viberVideo;
  const templateId = idOf(fields.templateId);
  const template = templateId ?? textOf(fields.templateLang) ?? (fields.templateParams ? '' : null);
  return {
    kind: 'viber',
    text: textOf(body?.text) ?? bodyText,
    imageUrl: textOf(body?.imageUrl) ?? textOf(body?.imageURL),
    action: action ? { caption: textOf(action.caption), targetUrl: textOf(action.targetUrl) } : null,
    file: file ? { name: textOf(file.fileName), type: textOf(file.fileType), url: textOf(file.fileUrl) } : null,
    video: video
      ? {
          url: textOf(video.videoUrl),
          thumbnailUrl: textOf(video.videoThumbnail),
          sizeMb: numberOf(video.fileSize),
          durationS: numberOf(video.duration),
        }
      : null,
    template:
      template === null
        ? null
        : { id: templateId, language: textOf(fields.templateLang), params: paramsOf(fields.templateParams) },
    inboundUrl: textOf(fields.inboundUrl),
    expireOnDelivery: fields.expireOnDelivery ?? fields.status?.expireOnDelivery ?? null,
    expiredOnDeliveryAt: timeOf(fields.expiredOnDeliveryAt) ?? timeOf(fields.status?.expiredOnDeliveryAt),
  };
}

function contentOf(channel: Channel, fields: MessageFields): MessageContent {
  const bodyText = typeof fields.body === 'string' ? textOf(fields.body) : null;
  const body = typeof fields.body === 'object' && fields.body !== null ? fields.body : null;
  switch (channel.kind === 'known' ? channel.name : null) {
    case 'Sms':
      return {
        kind: 'sms',
        text: bodyText ?? textOf(fields.message) ?? textOf(body?.text),
        smsId: idOf(fields.smsId),
        operator: textOf(fields.operator),
        part: numberOf(fields.part),
        parts: numberOf(fields.parts),
        latency: numberOf(fields.latency),
      };
    case 'Viber':
      return viberContent(fields, body, bodyText ?? textOf(fields.message));
    case 'Voice':
      return { kind: 'voice', durationS: numberOf(fields.duration), answeredBy: textOf(fields.answeredBy) };
    case null:
      return { kind: 'other' };
  }
}

/** Where a message stands, and whether its `failoverOnStatuses` could not be read whole. */
export interface MessagePlace {
  /** Its place in the record's `messages`. */
  readonly index: number;
  readonly path: JsonPath;
  readonly triggersUnread: boolean;
}

/** Reads one message. */
export function readMessage(fields: MessageFields, { index, path, triggersUnread }: MessagePlace): Message {
  const channel = readChannel(fields.type ?? null);
  const { status } = fields;
  const statuses = fields.failoverOnStatuses?.flatMap((name) => textOf(name) ?? []);
  return {
    index,
    path,
    channel,
    order: numberOf(fields.order),
    status: readStatus(channel, textOf(status?.name) ?? textOf(status?.status)),
    detailedStatus: textOf(status?.reason?.detailedStatus),
    description: textOf(status?.reason?.description),
    createdAt: timeOf(fields.createdAt),
    updatedAt: timeOf(status?.updatedDate) ?? timeOf(status?.date),
    from: addressOf(fields.from),
    to: addressOf(fields.to),
    country: textOf(fields.country),
    price: moneyOf(fields.price),
    messageId: idOf(fields.messageId) ?? idOf(fields.trackingId),
    label: textOf(fields.label),
    ttlMs: ttlOf(fields.ttl),
    failoverOnStatuses: statuses ?? null,
    triggersUnread,
    content: contentOf(channel, fields),
  };
}
