/** The clauses a verdict is made of: typed, so that the catalogue can turn them into sentences of any language. */
import type { Channel } from '../record/channel.ts';
import type { MessageStatus } from '../record/status.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

/** A step as the verdict names it. */
export interface Attempt {
  readonly stepIndex: number;
  readonly channel: Channel;
  readonly status: MessageStatus;
  /** True where some parts of an SMS arrived and some did not. */
  readonly inPart: boolean;
}

export type HeadingClause =
  /** The flow succeeded; `by` first delivered, after the attempts `after`. */
  | { readonly kind: 'reached'; readonly by: Attempt; readonly after: readonly Attempt[] }
  /** Delivered by two or more steps. */
  | { readonly kind: 'reachedTwice'; readonly by: readonly Attempt[]; readonly after: readonly Attempt[] }
  /** Delivered by part only: some parts of the SMS never arrived. */
  | {
      readonly kind: 'partlyReached';
      readonly by: Attempt;
      readonly delivered: number;
      readonly total: number;
      readonly after: readonly Attempt[];
    }
  /** Routee says Succeeded, no step shows a delivery. */
  | { readonly kind: 'succeededUnproven' }
  /** Failed after these attempts. */
  | { readonly kind: 'notReached'; readonly attempts: readonly Attempt[] }
  /** Failed although a step shows a delivery. */
  | { readonly kind: 'failedThoughDelivered'; readonly by: Attempt }
  /** Failed before anything was sent. */
  | { readonly kind: 'neverSent'; readonly statusCode: string | null }
  | { readonly kind: 'queued' }
  /** Running; `on` is the step being tried, null between steps. */
  | { readonly kind: 'running'; readonly on: Attempt | null; readonly after: readonly Attempt[] }
  /** Still open although a step delivered. */
  | { readonly kind: 'deliveredStillOpen'; readonly by: Attempt }
  /** The flow's status is missing or undocumented. */
  | { readonly kind: 'statusUnknown'; readonly name: string | null; readonly delivered: Attempt | null }
  | { readonly kind: 'empty' };

export type SentenceClause =
  | { readonly kind: 'ttlRanOut'; readonly channel: Channel; readonly ttlMs: DurationMs }
  /** Delivered, then set EXPIRED because nobody saw it within the TTL. */
  | { readonly kind: 'expiredAfterDelivery'; readonly channel: Channel; readonly ttlMs: DurationMs | null }
  /** `parts` messages ended with this status; the reason is null where none is given or it repeats the status. */
  | {
      readonly kind: 'cameBack';
      readonly channel: Channel;
      readonly parts: number;
      readonly status: string;
      readonly reason: string | null;
    }
  /** The account's balance did not suffice (vendor's statuses Unsent and Terminated). */
  | { readonly kind: 'noBalance'; readonly channel: Channel; readonly status: string }
  | {
      readonly kind: 'someParts';
      readonly channel: Channel;
      readonly delivered: number;
      readonly total: number;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'deliveredAfter';
      readonly channel: Channel;
      readonly parts: number;
      readonly seen: boolean;
      readonly afterMs: DurationMs | null;
    }
  | {
      readonly kind: 'call';
      readonly answeredBy: string | null;
      readonly ringMs: DurationMs | null;
      readonly durationS: number | null;
    }
  | { readonly kind: 'callNotAnswered'; readonly status: 'busy' | 'noAnswer'; readonly afterMs: DurationMs | null }
  /** Still without a final status while the flow runs. Points in time, so that the sentence stands still while it waits. */
  | {
      readonly kind: 'waiting';
      readonly channel: Channel;
      readonly status: string | null;
      readonly sentAt: EpochMs | null;
      readonly ttlEndsAt: EpochMs | null;
      /** "Now": whether the TTL is over, and which times need no date. */
      readonly now: EpochMs;
    }
  /** The flow ended, this step never got a final status. */
  | { readonly kind: 'noResult'; readonly channel: Channel; readonly status: string | null }
  | { readonly kind: 'unknownStatus'; readonly channel: Channel; readonly status: string | null }
  | { readonly kind: 'notNeeded'; readonly channels: readonly Channel[] }
  /** "0" to "3" (vendor's page "Failover tracking", `statusCode`), or another text as it stands. */
  | { readonly kind: 'statusCode'; readonly code: string };

export interface Verdict {
  readonly tone: 'good' | 'bad' | 'running' | 'doubtful';
  readonly heading: HeadingClause;
  /** At most three. */
  readonly sentences: readonly SentenceClause[];
}
