/** A message's own ID, of which the vendor's API cannot be asked: found in the flows that hold such messages. */
import type { Flow, Message } from '../flow/flow.ts';
import type { Channel } from '../record/channel.ts';
import { idOf } from '../record/message.ts';

/** Where an own ID stands. `stepIndex` counts from 0; `part` is the SMS part's number, null where the ID is the step's. */
export interface OwnIdHolder {
  /** The flow that has the message, by the record's own `trackingId`. */
  readonly trackingId: string;
  readonly stepIndex: number;
  readonly channel: Channel;
  readonly field: 'trackingId' | 'messageId' | 'smsId';
  readonly part: number | null;
}

const bare = /^[0-9a-f]{32}$/;

/** UUIDs mean the same in any case, with hyphens or without. */
function keyOf(id: string): string {
  const key = id.trim().toLowerCase();
  const digits = key.replaceAll('-', '');
  return bare.test(digits) ? digits : key;
}

const fieldNames = ['smsId', 'messageId', 'trackingId'] as const;

/** The field of the record's own message that holds the ID; null where none does. */
function fieldHolding({ record }: Flow, { index }: Message, key: string): OwnIdHolder['field'] | null {
  const fields = record.fields.messages[index];
  return fieldNames.find((name) => keyOf(idOf(fields?.[name]) ?? '') === key) ?? null;
}

/** Which step of a flow holds the ID as its message's own; null for none, and for a flow that names itself nowhere. */
function holderIn(flow: Flow, key: string): OwnIdHolder | null {
  const { trackingId, steps } = flow;
  if (trackingId === null) return null;
  for (const { index, channel, messages } of steps) {
    for (const message of messages) {
      const field = fieldHolding(flow, message, key);
      if (field === null) continue;
      const part = field === 'smsId' && message.content.kind === 'sms' ? message.content.part : null;
      return { trackingId, stepIndex: index, channel, field, part };
    }
  }
  return null;
}

/**
 * The first of these flows that holds the ID as a message's own (Viber `trackingId`, `messageId`, `smsId`: vendor's page
 * "Failover tracking"); a flow's own `trackingId` is none. Null where no flow does, and for an empty ID.
 */
export function ownIdHolder(flows: Iterable<Flow>, id: string): OwnIdHolder | null {
  const key = keyOf(id);
  if (key === '') return null;
  for (const flow of flows) {
    const holder = holderIn(flow, key);
    if (holder !== null) return holder;
  }
  return null;
}
