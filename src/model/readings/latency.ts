/** How long a flow took: by its timestamps, as reported, and where the time went. */
import type { Flow, Message } from '../flow/flow.ts';
import { ranOutTtl } from '../flow/handover.ts';
import { partOf } from '../flow/parts.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

/**
 * What the reported `latency` must be, given the timestamps. The reference says milliseconds, its own example holds
 * seconds (page "Failover tracking", SMS `latency`). `either`: both fit, or there is nothing to compare with.
 */
export type LatencyUnit = 'milliseconds' | 'seconds' | 'either' | 'neither';

export interface MessageLatency {
  readonly messageIndex: number;
  readonly part: number | null;
  /** `status.updatedDate - createdAt`; null when one is missing, negative when they are out of order. */
  readonly measuredMs: DurationMs | null;
  /** True while the message has no final status, so that `measuredMs` is only "so far". */
  readonly open: boolean;
  readonly reported: { readonly value: number; readonly unit: LatencyUnit } | null;
}

export interface StepLatency {
  readonly stepIndex: number;
  readonly messages: readonly MessageLatency[];
  /** From the step's sending to its end. */
  readonly measuredMs: DurationMs | null;
}

/** Where the time between the flow's creation and its end went; `otherMs` is what no step accounts for. */
export interface LatencySplit {
  readonly totalMs: DurationMs;
  /** Steps that ended by an answer of their channel. */
  readonly channelMs: DurationMs;
  /** Steps that ended because their TTL ran out, as their times bear out. */
  readonly ttlMs: DurationMs;
  /** Between a step's end and the next one's sending, and from the flow's creation to its first step. */
  readonly handoverMs: DurationMs;
  readonly otherMs: DurationMs;
}

export interface LatencyReading {
  /** Sent steps, in the order of the chain. */
  readonly steps: readonly StepLatency[];
  /** Null when the flow's creation or end is not known, or while it runs. */
  readonly split: LatencySplit | null;
}

/** How far a reported latency may stand from the timestamps: status dates of SMS often carry whole seconds only. */
function tolerance(measuredMs: DurationMs): DurationMs {
  return Math.max(1000, measuredMs * 0.1);
}

/** Which unit makes a reported latency agree with the timestamps. Negative times say nothing. */
export function latencyUnit(reported: number, measuredMs: DurationMs | null): LatencyUnit {
  if (measuredMs === null || measuredMs < 0) return 'either';
  const milliseconds = Math.abs(reported - measuredMs) <= tolerance(measuredMs);
  const seconds = Math.abs(reported * 1000 - measuredMs) <= tolerance(measuredMs);
  if (milliseconds && seconds) return 'either';
  if (milliseconds) return 'milliseconds';
  return seconds ? 'seconds' : 'neither';
}

function messageLatency(message: Message): MessageLatency {
  const { createdAt, updatedAt, content, status } = message;
  const measuredMs = createdAt === null || updatedAt === null ? null : updatedAt - createdAt;
  const open = status.kind === 'missing' || status.class === 'inProgress' || status.class === 'unknown';
  const reported = content.kind === 'sms' ? content.latency : null;
  return {
    messageIndex: message.index,
    part: partOf(message),
    measuredMs,
    open,
    reported: reported === null ? null : { value: reported, unit: latencyUnit(reported, open ? null : measuredMs) },
  };
}

function between(from: EpochMs | null, to: EpochMs | null): DurationMs | null {
  return from === null || to === null ? null : to - from;
}

interface Stretch {
  readonly kind: 'channelMs' | 'ttlMs' | 'handoverMs';
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
}

function stretches(flow: Flow): Stretch[] {
  const sent = flow.steps.filter((step) => step.outcome.kind !== 'notSent');
  return sent.flatMap((step, index): Stretch[] => {
    const before = index === 0 ? flow.createdAt : (sent[index - 1]?.endedAt ?? null);
    return [
      { kind: 'handoverMs', from: before, to: step.sentAt },
      { kind: ranOutTtl(step) ? 'ttlMs' : 'channelMs', from: step.sentAt, to: step.endedAt },
    ];
  });
}

/** Each moment counts once: a stretch that overlaps an earlier one gives only what is new. */
function splitOf(flow: Flow): LatencySplit | null {
  if (flow.createdAt === null || flow.endedAt === null || flow.endedAt < flow.createdAt) return null;
  const split = { channelMs: 0, ttlMs: 0, handoverMs: 0 };
  let reachedTo = flow.createdAt;
  for (const { kind, from, to } of stretches(flow)) {
    if (from === null || to === null) continue;
    const [begin, until] = [Math.max(from, reachedTo), Math.min(to, flow.endedAt)];
    // Nothing new, or a record whose end of a step lies before its beginning.
    if (until <= begin) continue;
    split[kind] += until - begin;
    reachedTo = until;
  }
  const totalMs = flow.endedAt - flow.createdAt;
  return { totalMs, ...split, otherMs: totalMs - split.channelMs - split.ttlMs - split.handoverMs };
}

/** Latency by timestamps and as reported, and the split of a finished flow's time; the four parts add up to the total. */
export function latency(flow: Flow): LatencyReading {
  const sent = flow.steps.filter((step) => step.outcome.kind !== 'notSent');
  return {
    steps: sent.map((step) => ({
      stepIndex: step.index,
      messages: step.messages.map(messageLatency),
      measuredMs: between(step.sentAt, step.endedAt),
    })),
    split: splitOf(flow),
  };
}
