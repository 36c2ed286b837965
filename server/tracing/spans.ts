/** What is told of a piece of work that is done, to whoever collects it. Nothing personal, and no tracking ID. */
import type { EpochMs } from '#model/values/time.ts';

export interface FinishedSpan {
  readonly name: string;
  /** `server`: a request to us; `client`: a call of ours. */
  readonly kind: 'server' | 'client';
  readonly traceId: string;
  readonly spanId: string;
  /** Null at the beginning of a trace. */
  readonly parentId: string | null;
  readonly startedAt: EpochMs;
  /** How long it took. */
  readonly ms: number;
  /** By OpenTelemetry's semantic conventions, where they have a name. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly failed: boolean;
}

export interface Spans {
  /** Takes note at once and sends later; drops what it cannot hold. */
  readonly record: (span: FinishedSpan) => void;
  /** Sends what is left, for a few seconds at most. */
  readonly close: () => Promise<void>;
}
