/** The clauses a verdict is made of: typed, so that the catalogue can turn them into sentences of any language. */
import type { Answerer, ClockDoubt } from '../flow/flow.ts';
import type { TtlUnit } from '../flow/handover.ts';
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

/** Since when an open flow should have gone on, at a moment that says which times need no date; null: it is not late. */
export type Late = { readonly since: EpochMs; readonly now: EpochMs } | null;

export type HeadingFacts =
  /** The flow succeeded; `by` first delivered, after the attempts `after`. `elsewhere`: to another number than the first try. */
  | { readonly kind: 'reached'; readonly by: Attempt; readonly after: readonly Attempt[]; readonly elsewhere: boolean }
  /** Delivered by two or more steps. */
  | { readonly kind: 'reachedTwice'; readonly by: readonly Attempt[]; readonly after: readonly Attempt[] }
  /** Delivered by part only: `open` parts have no receipt, `absent` of them are not in the record; the rest came back. */
  | {
      readonly kind: 'partlyReached';
      readonly by: Attempt;
      readonly delivered: number;
      readonly total: number;
      readonly open: number;
      readonly absent: number;
      readonly after: readonly Attempt[];
    }
  /** A call was completed, and nobody is known to have heard it. */
  | {
      readonly kind: 'unheard';
      readonly by: Attempt;
      readonly answerer: Answerer;
      readonly after: readonly Attempt[];
    }
  /** The step that tells of a delivery gives a reason that excludes it, or the other way round. */
  | { readonly kind: 'deliveryDoubted'; readonly by: Attempt; readonly reason: string }
  /** Routee says Succeeded, no step shows a delivery; `open` has a status that may be one, or none. */
  | { readonly kind: 'succeededUnproven'; readonly open: Attempt | null }
  /** Failed after these attempts. */
  | { readonly kind: 'notReached'; readonly attempts: readonly Attempt[] }
  /** Failed although a step shows a delivery. */
  | { readonly kind: 'failedThoughDelivered'; readonly by: Attempt }
  /** Failed before anything was sent. */
  | { readonly kind: 'neverSent'; readonly statusCode: string | null }
  | { readonly kind: 'queued'; readonly late: Late }
  /** Running; `on` is the step being tried, null between steps. `talking`: it is a call that was answered. */
  | {
      readonly kind: 'running';
      readonly on: Attempt | null;
      readonly talking: boolean;
      readonly late: Late;
      readonly after: readonly Attempt[];
    }
  /** Still open although a step delivered. */
  | { readonly kind: 'deliveredStillOpen'; readonly by: Attempt }
  /** The flow's status is missing or undocumented. */
  | { readonly kind: 'statusUnknown'; readonly name: string | null; readonly delivered: Attempt | null }
  | { readonly kind: 'empty' };

/** What in the record contradicts itself so that the heading must be read with care. */
export type Doubt =
  | { readonly kind: 'clock'; readonly channel: Channel | null; readonly clock: ClockDoubt }
  /** A part was delivered by one report and not by a later one. */
  | { readonly kind: 'reportedOtherwise'; readonly channel: Channel; readonly later: string }
  | { readonly kind: 'contradiction'; readonly channel: Channel; readonly status: string; readonly reason: string }
  /** An end dated so long after its TTL that no receipt is so late, or later than now. */
  | {
      readonly kind: 'longPastTtl' | 'inTheFuture';
      readonly channel: Channel;
      readonly status: string;
      readonly byMs: DurationMs;
    }
  /** The record gives several numbers of parts. */
  | { readonly kind: 'partCounts'; readonly channel: Channel; readonly counts: readonly number[] }
  | { readonly kind: 'endedByAbsentChannel'; readonly channel: Channel };

/** `doubts` come before anything else; none is as good as an empty list. */
export type HeadingClause = HeadingFacts & { readonly doubts?: readonly Doubt[] };

/** What tells that the balance did not suffice: Routee's code or reason, or only its documentation of the status. */
export type BalanceGround = 'statusCode' | 'reason' | 'documented';

export type SentenceClause =
  /** The TTL ran out, as the times bear out. */
  | { readonly kind: 'ttlRanOut'; readonly channel: Channel; readonly ttlMs: DurationMs }
  /** It says that it expired, at a time which is not its TTL's end. `fits`: the unit in which `ttl` as written would be. */
  | {
      readonly kind: 'expiredOff';
      readonly channel: Channel;
      readonly afterMs: DurationMs;
      readonly ttlMs: DurationMs;
      readonly fits: TtlUnit | null;
    }
  /** Delivered, then set EXPIRED because nobody saw it; `ttlMs` null where the times do not bear the TTL out. */
  | { readonly kind: 'expiredAfterDelivery'; readonly channel: Channel; readonly ttlMs: DurationMs | null }
  /** `parts` messages ended with this status; `count` of them for the reason, null where none is given or it repeats the status. */
  | {
      readonly kind: 'cameBack';
      readonly channel: Channel;
      readonly parts: number;
      readonly status: string;
      readonly reason: string | null;
      readonly count: number;
    }
  /** Unsent or Terminated. `ground` null: other steps of the flow were sent and paid, so nothing is said of the balance. */
  | {
      readonly kind: 'noBalance';
      readonly channel: Channel;
      readonly status: string;
      readonly ground: BalanceGround | null;
    }
  /** Of `total` parts some arrived; `failed` came back, `count` of them for the reason, and `open` have no receipt. */
  | {
      readonly kind: 'someParts';
      readonly channel: Channel;
      readonly delivered: number;
      readonly total: number;
      readonly failed: number;
      readonly open: number;
      /** Of the open ones, those that are not in the record at all. */
      readonly absent: number;
      readonly reason: string | null;
      readonly count: number;
    }
  /** `seen`: the record has the time when it was seen, not when it was delivered. Null where times are missing or doubtful. */
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
  /** A call that was completed without a sign that a person heard it. */
  | { readonly kind: 'callUnheard'; readonly by: Answerer; readonly answeredBy: string | null }
  | { readonly kind: 'callNotAnswered'; readonly status: 'busy' | 'noAnswer'; readonly afterMs: DurationMs | null }
  | { readonly kind: 'talking'; readonly sentAt: EpochMs | null; readonly now: EpochMs }
  /** Status and reason exclude each other. */
  | { readonly kind: 'contradicted'; readonly channel: Channel; readonly status: string; readonly reason: string }
  /** Still without a final status while the flow runs. Points in time, so that the sentence stands still while it waits. */
  | {
      readonly kind: 'waiting';
      readonly channel: Channel;
      readonly status: string | null;
      /** Of several parts, how many are delivered already; null where none is, or there is one. */
      readonly parts: { readonly delivered: number; readonly total: number } | null;
      readonly sentAt: EpochMs | null;
      readonly ttlEndsAt: EpochMs | null;
      /** "Now": whether the TTL is over, and which times need no date. */
      readonly now: EpochMs;
    }
  /** The flow ended, this step never got a final status. */
  | { readonly kind: 'noResult'; readonly channel: Channel; readonly status: string | null }
  | { readonly kind: 'unknownStatus'; readonly channel: Channel; readonly status: string | null }
  /** More tries than there is room for: all their reasons where they are few, else `count` for the commonest one. */
  | {
      readonly kind: 'manyTries';
      readonly result: 'failed' | 'none';
      readonly tries: number;
      /** Each once, in the order of the chain; empty where there are many tries. */
      readonly reasons: readonly string[];
      /** Null where no two have the same. */
      readonly reason: string | null;
      readonly count: number;
    }
  | { readonly kind: 'notNeeded'; readonly channels: readonly Channel[] }
  /** "0" to "3" (vendor's page "Failover tracking", `statusCode`), or another text as it stands. */
  | { readonly kind: 'statusCode'; readonly code: string };

export interface Verdict {
  readonly tone: 'good' | 'bad' | 'running' | 'doubtful';
  readonly heading: HeadingClause;
  /** At most three. */
  readonly sentences: readonly SentenceClause[];
}
