/** The verdict: what happened to the message, as typed clauses that the catalogue turns into sentences. */
import type { Channel } from './channel.ts';
import type { MessageStatus } from './status.ts';
import type { DurationMs } from './time.ts';

/** A step as the verdict names it. */
export interface Attempt {
  readonly stepIndex: number;
  readonly channel: Channel;
  readonly status: MessageStatus;
}

export type HeadingClause =
  /** The flow succeeded; `by` first delivered, after the attempts `after`. */
  | { readonly kind: 'reached'; readonly by: Attempt; readonly after: readonly Attempt[] }
  /** Delivered on two or more channels. */
  | { readonly kind: 'reachedTwice'; readonly by: readonly Attempt[] }
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
  | { readonly kind: 'expiredAfterDelivery'; readonly channel: Channel; readonly ttlMs: DurationMs | null }
  | {
      readonly kind: 'cameBack';
      readonly channel: Channel;
      readonly parts: number;
      readonly status: string;
      readonly detailedStatus: string | null;
    }
  | { readonly kind: 'someParts'; readonly delivered: number; readonly total: number }
  | {
      readonly kind: 'deliveredAfter';
      readonly channel: Channel;
      readonly status: string;
      readonly afterMs: DurationMs | null;
    }
  | {
      readonly kind: 'call';
      readonly answeredBy: string | null;
      readonly ringMs: DurationMs | null;
      readonly durationS: number | null;
    }
  | { readonly kind: 'callNotAnswered'; readonly status: string; readonly afterMs: DurationMs | null }
  | {
      readonly kind: 'waitingSince';
      readonly channel: Channel;
      readonly sinceMs: DurationMs;
      readonly ttlLeftMs: DurationMs | null;
    }
  | { readonly kind: 'unknownStatus'; readonly channel: Channel; readonly status: string | null }
  | { readonly kind: 'notNeeded'; readonly channels: readonly Channel[] }
  | { readonly kind: 'statusCode'; readonly code: string }
  | { readonly kind: 'deliveredTwice'; readonly channels: readonly Channel[] };

export interface Verdict {
  readonly tone: 'good' | 'bad' | 'running' | 'doubtful';
  readonly heading: HeadingClause;
  /** At most three. */
  readonly sentences: readonly SentenceClause[];
}
