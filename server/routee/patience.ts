/** Waiting that can be given up: pauses, promises of others, time limits. */
import { setTimeout as elapsed } from 'node:timers/promises';

/** Node's timers fire at once above it. */
const longestTimerMs = 2 ** 31 - 1;

/** Rejects with the signal's reason when it aborts first; the promise goes on for whoever else waits for it. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Resolves after so many milliseconds (at most 24.8 days), or rejects with the signal's reason. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await elapsed(Math.min(Math.max(0, ms), longestTimerMs), undefined, { signal });
  } catch {
    // Node rejects with an error of its own, which only carries the reason.
    throw signal.reason;
  }
}

/** Runs the work under a signal that aborts with `reason()` after so many milliseconds, and with the outer signal. */
export async function within<T>(
  ms: number,
  outer: AbortSignal,
  reason: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onAbort = () => controller.abort(outer.reason);
  const timer = setTimeout(() => controller.abort(reason()), Math.min(ms, longestTimerMs));
  outer.addEventListener('abort', onAbort, { once: true });
  if (outer.aborted) onAbort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', onAbort);
  }
}
