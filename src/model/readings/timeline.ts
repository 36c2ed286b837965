/** What the timeline draws: for every step the intervals the record proves, hand-overs, TTL marks and idle gaps. */

import type { Flow, Handover, Message, Outcome, Step } from '../flow/flow.ts';
import { ttlDeadline } from '../flow/handover.ts';
import { partOf } from '../flow/parts.ts';
import { answeredAt } from '../flow/reports.ts';
import type { Channel } from '../record/channel.ts';
import type { MessageStatus } from '../record/status.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

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

/** One part's lane, by the report that counts. No interval when the record lacks one of its two times; `at` is then the time it has. */
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

/** A gap shorter than this stays as it is. */
const shortestGapMs = 15_000;
/** Nor is a gap compressed that takes less than this share of the range. */
const smallestGapShare = 0.15;

function laneOf(message: Message, now: EpochMs, running: boolean): Lane {
  const { createdAt, updatedAt, status, index: messageIndex } = message;
  const lane = { messageIndex, part: partOf(message), status, at: updatedAt ?? createdAt };
  if (createdAt === null) return { ...lane, intervals: [] };
  if (running && isOpen(status)) {
    return { ...lane, intervals: [{ kind: 'open', from: createdAt, to: Math.max(createdAt, now) }] };
  }
  if (updatedAt === null) return { ...lane, intervals: [] };
  const to = Math.max(createdAt, updatedAt);
  const answered = answeredAt(message);
  if (answered === null) return { ...lane, intervals: [{ kind: 'waiting', from: createdAt, to }] };
  return {
    ...lane,
    intervals: [
      { kind: 'ringing', from: createdAt, to: answered },
      { kind: 'talking', from: answered, to },
    ],
  };
}

function isOpen(status: MessageStatus): boolean {
  return status.kind === 'missing' || status.class === 'inProgress' || status.class === 'unknown';
}

function spanOf(lanes: readonly Lane[]): TimelineRow['span'] {
  const times: EpochMs[] = [];
  for (const lane of lanes) {
    if (lane.at !== null && lane.intervals.length === 0) times.push(lane.at);
    for (const interval of lane.intervals) times.push(interval.from, interval.to);
  }
  if (times.length === 0) return null;
  const open = lanes.some((lane) => lane.intervals.some((interval) => interval.kind === 'open'));
  return { from: least(times), to: greatest(times), open };
}

function ttlMark(step: Step, now: EpochMs): TtlMark | null {
  const deadline = ttlDeadline(step);
  if (deadline === null || step.ttlMs === null) return null;
  return { deadline, ttlMs: step.ttlMs, counting: step.outcome.kind === 'waiting' && now < deadline };
}

function rowOf(flow: Flow, step: Step, now: EpochMs): TimelineRow {
  const sent = step.outcome.kind !== 'notSent';
  // A part that is reported on twice has one lane.
  const lanes = sent ? step.parts.list.map(({ message }) => laneOf(message, now, flow.running)) : [];
  return {
    stepIndex: step.index,
    channel: step.channel,
    outcome: step.outcome,
    status: step.status,
    detailedStatus: step.detailedStatus,
    lanes,
    span: spanOf(lanes),
    ttl: sent ? ttlMark(step, now) : null,
    handover: flow.handovers.find((handover) => handover.fromStep === step.index) ?? null,
  };
}

const least = (times: readonly EpochMs[]) => times.reduce((a, b) => Math.min(a, b));
const greatest = (times: readonly EpochMs[]) => times.reduce((a, b) => Math.max(a, b));

/** Every instant at which something begins or ends, ascending. */
function instants(flow: Flow, rows: readonly TimelineRow[], now: EpochMs): EpochMs[] {
  const times = new Set<EpochMs>();
  const add = (time: EpochMs | null) => time !== null && times.add(time);
  add(flow.createdAt);
  add(flow.endedAt);
  if (flow.running) add(now);
  for (const row of rows) {
    for (const lane of row.lanes) {
      if (lane.intervals.length === 0) add(lane.at);
      for (const interval of lane.intervals) {
        add(interval.from);
        add(interval.to);
      }
    }
    if (row.ttl !== null && isNear(row.ttl, row)) add(row.ttl.deadline);
  }
  return [...times].sort((a, b) => a - b);
}

/** A deadline long after its step's end (an SMS may try for 20 hours) would shrink everything else to nothing. */
function isNear(ttl: TtlMark, row: TimelineRow): boolean {
  if (row.span === null) return false;
  return ttl.counting ? ttl.ttlMs <= 3_600_000 : ttl.deadline <= row.span.to;
}

/**
 * The timeline of a flow. `now` ends the intervals of messages without a final status while the flow runs. A flow
 * without any time gives the range `now` to `now` and rows without spans.
 */
export function timeline(flow: Flow, now: EpochMs): Timeline {
  const rows = flow.steps.map((step) => rowOf(flow, step, now));
  const times = instants(flow, rows, now);
  const start = times[0] ?? now;
  const end = times.at(-1) ?? now;
  const longEnough = Math.max(shortestGapMs, (end - start) * smallestGapShare);
  const idleGaps = times.slice(1).flatMap((to, index) => {
    const from = times[index] ?? to;
    return to - from >= longEnough ? [{ from, to }] : [];
  });
  const ended = flow.endedAt === null ? null : { at: flow.endedAt, stepIndex: flow.terminationStep };
  return { start, end, rows, ended, idleGaps };
}
