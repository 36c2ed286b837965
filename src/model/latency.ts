/** How long a flow took: by its timestamps, as reported, and where the time went. */
import type { DurationMs } from './time.ts';

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
  /** Steps that ended because their TTL ran out. */
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
