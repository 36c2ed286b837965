/** What a page takes over from the history: changes for the timeline, findings, deliveries that the record no longer tells. */
import type { Finding } from '#model/findings/finding.ts';
import type { OnceDelivered } from '#model/history/once-delivered.ts';
import type { Transition } from '#model/history/transitions.ts';
import type { EpochMs } from '#model/values/time.ts';

export interface Observed {
  readonly transitions: readonly Transition[];
  readonly findings: readonly Finding[];
  readonly onceDelivered: readonly OnceDelivered[];
  /** Of Routee's own answers: how many versions were seen, and when. Null where there are none. */
  readonly used: { readonly versions: number; readonly first: EpochMs; readonly last: EpochMs } | null;
}

export const nothingObserved: Observed = { transitions: [], findings: [], onceDelivered: [], used: null };
