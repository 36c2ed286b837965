/** The gateway's clock, as far as its answers told it: this computer's own may be a day off, and differs from tab to tab. */
import type { EpochMs } from '#model/values/time.ts';

/** Gateway time less this page's running time; null until the gateway has said a time. */
let ahead: number | null = null;

/**
 * Tells that it was `time` at the gateway when this page had run for `runMs`, or somewhat earlier: answers take their way.
 * What shows the latest time is nearest to the truth. A computer that slept catches up with the next answer.
 */
export function noteGatewayTime(time: EpochMs, runMs: number = performance.now()): void {
  if (Number.isFinite(time)) ahead = Math.max(ahead ?? Number.NEGATIVE_INFINITY, time - runMs);
}

/** Now, by the gateway's clock; by this computer's while nothing has come from there. */
export function gatewayNow(): EpochMs {
  return ahead === null ? Date.now() : Math.round(ahead + performance.now());
}

/** For tests: as if nothing had come yet. */
export function forgetGatewayTime(): void {
  ahead = null;
}
