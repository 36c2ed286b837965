/** Status names of messages and flows, compared as the vendor does: without regard to case, spaces, `_` and `-`. */

import { remembered } from '../values/memo.ts';
import type { Channel, KnownChannel } from './channel.ts';

/** What a status means for the try it belongs to. */
export type StatusClass = 'inProgress' | 'delivered' | 'notDelivered' | 'unknown';

/** A message's status. `name` stays as Routee spells it. */
export type MessageStatus =
  | { readonly kind: 'reported'; readonly name: string; readonly class: StatusClass }
  | { readonly kind: 'missing' };

/** A name reduced to what the vendor compares. */
export const statusKey = remembered((name: string): string => name.toLowerCase().replace(/[\s_-]/g, ''));

type Vocabulary = Readonly<Record<Exclude<StatusClass, 'unknown'>, readonly string[]>>;

/** Vendor's pages "Failover tracking" (SMS, Viber, Voice status tables) and "Insufficient balance". */
export const statusVocabulary: Readonly<Record<KnownChannel, Vocabulary>> = {
  Sms: {
    inProgress: ['Queued', 'Sent'],
    delivered: ['Delivered'],
    notDelivered: ['Undelivered', 'Failed', 'Unsent'],
  },
  Viber: {
    inProgress: ['QUEUED'],
    delivered: ['DELIVERED', 'SEEN'],
    notDelivered: ['UNDELIVERED', 'EXPIRED', 'FAILED', 'UNSENT'],
  },
  Voice: {
    inProgress: ['Queued', 'Initiated', 'Ringing', 'InProgress', 'Unknown'],
    delivered: ['Completed'],
    notDelivered: ['Busy', 'NoAnswer', 'Failed', 'Unsent', 'Terminated'],
  },
};

/** `failoverOnStatuses` where a step names none (vendor's page "Send failover", field defaults). */
export const defaultFailoverOnStatuses: Readonly<Record<KnownChannel, readonly string[]>> = {
  Sms: ['Undelivered', 'Failed'],
  Viber: ['Expired', 'Failed', 'Undelivered'],
  Voice: ['Busy', 'NoAnswer'],
};

const classByKey: Readonly<Record<KnownChannel, ReadonlyMap<string, StatusClass>>> = {
  Sms: classMap(statusVocabulary.Sms),
  Viber: classMap(statusVocabulary.Viber),
  Voice: classMap(statusVocabulary.Voice),
};

function classMap(vocabulary: Vocabulary): ReadonlyMap<string, StatusClass> {
  const map = new Map<string, StatusClass>();
  for (const name of vocabulary.inProgress) map.set(statusKey(name), 'inProgress');
  for (const name of vocabulary.delivered) map.set(statusKey(name), 'delivered');
  for (const name of vocabulary.notDelivered) map.set(statusKey(name), 'notDelivered');
  return map;
}

/** A message's status by its channel's vocabulary; null and '' are `missing`, undocumented names are `unknown`. */
export function readStatus(channel: Channel, name: string | null): MessageStatus {
  if (name === null || name.trim() === '') return { kind: 'missing' };
  const known = channel.kind === 'known' ? classByKey[channel.name].get(statusKey(name)) : undefined;
  return { kind: 'reported', name, class: known ?? 'unknown' };
}
