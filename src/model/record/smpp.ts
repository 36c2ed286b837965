/** Words of SMPP, the protocol between carriers, that come through where Routee's own status should stand. */
import { statusKey } from './status.ts';

/** SMPP 3.4, section 5.2.28, `message_state`, by the words of its delivery receipts (appendix B). */
const meanings = {
  enroute: 'enroute',
  delivrd: 'delivered',
  expired: 'expired',
  deleted: 'deleted',
  undeliv: 'undeliverable',
  acceptd: 'accepted',
  unknown: 'unknown',
  rejectd: 'rejected',
} as const;

export type SmppMeaning = (typeof meanings)[keyof typeof meanings];

/** What a word means in SMPP; null for any other word. */
export function smppMeaning(name: string): SmppMeaning | null {
  const key = statusKey(name);
  return Object.hasOwn(meanings, key) ? meanings[key as keyof typeof meanings] : null; // hasOwn proved the key
}
