/** One of the two flows that are compared. */
import type { FlowReading } from '#model/record/read-flow.ts';
import type { EpochMs } from '#model/values/time.ts';

export type ReadFlow = Extract<FlowReading, { ok: true }>;

export interface ReadSide {
  readonly kind: 'read';
  readonly trackingId: string;
  readonly asOf: EpochMs;
  readonly reading: ReadFlow;
}

export type Side =
  | ReadSide
  | { readonly kind: 'loading'; readonly trackingId: string }
  /** `why` is a sentence. */
  | { readonly kind: 'missing'; readonly trackingId: string; readonly why: string };

export type Sides = readonly [Side, Side];
