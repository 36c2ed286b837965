/** Asks Routee for a token at start, and again while it refuses, so that `/readyz` tells how it stands. */
import { pause } from './patience.ts';
import type { RouteeToken } from './token.ts';

const lookEveryMs = 1000;
const longestMs = 30_000;

/** Runs until the signal aborts. Asks only while the credentials are not known to be good, less and less often. */
export async function watchCredentials(token: RouteeToken, signal: AbortSignal): Promise<void> {
  let waitMs = lookEveryMs;
  let askAt = 0;
  while (!signal.aborted) {
    if (token.credentials === 'ok') waitMs = lookEveryMs;
    else if (performance.now() >= askAt) {
      await token.current(signal).catch(() => {});
      askAt = performance.now() + waitMs;
      waitMs = Math.min(longestMs, waitMs * 2);
    }
    await pause(lookEveryMs, signal).catch(() => {});
  }
}
