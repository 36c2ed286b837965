/** What the timeline draws: for every step the intervals the record proves, hand-overs, TTL marks and idle gaps. */
import type { Channel } from './channel.ts';
import type { Handover, Outcome } from './flow.ts';
import type { MessageStatus } from './status.ts';
import type { DurationMs, EpochMs } from './time.ts';

/**
 * A stretch of one message's life. The record holds one status per message, so a message has one interval, from
 * `createdAt` to its status date; only a call with a `duration` that fits is cut in `ringing` and `talking`.
 * - `waiting`: sent, no result yet known in this stretch · `open`: still without a final status, reaching "now".
 */
export interface Interval {
  readonly kind: 'waiting' | 'ringing' | 'talking' | 'open';
  readonly from: EpochMs;
  /** At or after `from`. */
  readonly to: EpochMs;
}

/** One message's lane. No interval when the record lacks one of its two times; `at` is then the time it has. */
export interface Lane {
  readonly messageIndex: number;
  readonly part: number | null;
  readonly status: MessageStatus;
  readonly intervals: readonly Interval[];
  readonly at: EpochMs | null;
}

/** The end of a step's TTL: its latest `createdAt` plus `ttl`. */
export interface TtlMark {
  readonly deadline: EpochMs;
  readonly ttlMs: DurationMs;
  /** True while the step waits and `now` is before the deadline. */
  readonly counting: boolean;
}

export interface TimelineRow {
  readonly stepIndex: number;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly status: MessageStatus;
  readonly detailedStatus: string | null;
  readonly lanes: readonly Lane[];
  /** From the first lane's start to the last lane's end; null when the step has no time at all. */
  readonly span: { readonly from: EpochMs; readonly to: EpochMs; readonly open: boolean } | null;
  readonly ttl: TtlMark | null;
  /** The hand-over that leaves this step. */
  readonly handover: Handover | null;
}

/** A stretch in which nothing begins or ends, long enough to be worth compressing. */
export interface IdleGap {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface Timeline {
  /** Earliest and latest time anything in the record names (and `now`, while the flow runs). */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly rows: readonly TimelineRow[];
  /** The flow's end as a mark; null while it runs. */
  readonly ended: { readonly at: EpochMs; readonly stepIndex: number | null } | null;
  /** Ascending, not overlapping. */
  readonly idleGaps: readonly IdleGap[];
}
