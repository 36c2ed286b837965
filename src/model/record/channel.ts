/** The channels of a failover flow. */
import { remembered } from '../values/memo.ts';

/** A channel Routee documents (page "Failover", field `type`). */
export type KnownChannel = 'Sms' | 'Viber' | 'Voice';

/** What a message's `type` says: a known channel, another name as it stands, or nothing. */
export type Channel =
  | { readonly kind: 'known'; readonly name: KnownChannel }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'missing' };

const knownChannels: readonly KnownChannel[] = ['Sms', 'Viber', 'Voice'];

const missing: Channel = { kind: 'missing' };

const channelNamed = remembered((name: string): Channel => {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return missing;
  const known = knownChannels.find((channel) => channel.toLowerCase() === wanted);
  return known === undefined ? { kind: 'other', name } : { kind: 'known', name: known };
});

/** Reads a channel name without regard to case; null and '' are `missing`. */
export function readChannel(name: string | null): Channel {
  return name === null ? missing : channelNamed(name);
}

/** True when both name the same channel; two missing ones do not. */
export function sameChannel(a: Channel, b: Channel): boolean {
  if (a.kind === 'missing' || b.kind === 'missing') return false;
  return a.name.toLowerCase() === b.name.toLowerCase();
}
