/** Flows sent to the emulator: kept while it runs, advancing in real time like Routee's own. */
import type { RawRecord } from '../records/draft.ts';
import { type RecordOptions, record } from '../records/record-builder.ts';

export interface SentFlow {
  readonly trackingId: string;
  readonly createdAt: number;
  readonly options: RecordOptions;
}

export interface SentFlows {
  add(flow: SentFlow): void;
  find(trackingId: string): SentFlow | null;
  byTrackingId(trackingId: string, now: number): RawRecord | null;
  /** Newest first; `start` inclusive, `end` exclusive. */
  createdBetween(start: number, end: number, now: number): { createdAt: number; build: () => RawRecord }[];
}

/** The oldest are forgotten beyond this many. */
const kept = 10_000;

export function sentRecord({ trackingId, createdAt, options }: SentFlow, now: number): RawRecord {
  return record({ ...options, trackingId, start: createdAt, asOf: (now - createdAt) / 1000 });
}

export function sentFlows(): SentFlows {
  const flows = new Map<string, SentFlow>();
  return {
    add(flow) {
      flows.set(flow.trackingId, flow);
      const oldest = flows.keys().next();
      if (flows.size > kept && !oldest.done) flows.delete(oldest.value);
    },
    find: (trackingId) => flows.get(trackingId) ?? null,
    byTrackingId(trackingId, now) {
      const flow = flows.get(trackingId);
      return flow === undefined ? null : sentRecord(flow, now);
    },
    createdBetween: (start, end, now) =>
      [...flows.values()]
        .filter(({ createdAt }) => createdAt >= start && createdAt < end)
        .map((flow) => ({ createdAt: flow.createdAt, build: () => sentRecord(flow, now) }))
        .reverse(),
  };
}
