/** Asks Routee for a token at start, and again while it refuses, so that `/readyz` tells how it stands. */
import { pause } from './patience.ts';
import type { RouteeToken } from './token.ts';

const shortestMs = 1000;
const longestMs = 30_000;

/** Runs until the signal aborts. Looks at the credentials every so often, and asks only while they are not known to be good. */
export async function watchCredentials(token: RouteeToken, signal: AbortSignal): Promise<void> {
  let waitMs = shortestMs;
  while (!signal.aborted) {
    if (token.credentials !== 'ok') await token.current(signal).catch(() => {});
    waitMs = token.credentials === 'ok' ? longestMs : Math.min(longestMs, waitMs * 2);
    await pause(waitMs, signal).catch(() => {});
  }
}
