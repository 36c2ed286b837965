/** Whether the gateway answers, as the last question to it showed; nobody asks only to keep this up to date. */
import { useSyncExternalStore } from 'react';
import type { EpochMs } from '#model/values/time.ts';
import { ApiError, isSignInEnded } from './api-error.ts';
import { gatewayNow } from './clock.ts';

let awaySince: EpochMs | null = null;
let signInEnded = false;
const listeners = new Set<() => void>();

function change(since: EpochMs | null, ended: boolean): void {
  if (since === awaySince && ended === signInEnded) return;
  awaySince = since;
  signInEnded = ended;
  for (const listener of listeners) listener();
}

/** What a proxy says in the place of a gateway that is gone. The gateway's own answers are always readable. */
const gone = new Set([502, 503, 504]);

/** True for a failure that means no answer from the gateway itself. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  if (failure.kind === 'unreadable') return gone.has(failure.status);
  return failure.kind === 'offline' || failure.kind === 'timeout';
}

/** Called by the client with the outcome of every question: null for an answer, else what was thrown. */
export function noteOutcome(error: unknown): void {
  if (isSignInEnded(error)) change(null, true);
  else if (isAway(error)) change(awaySince ?? gatewayNow(), signInEnded);
  else if (error === null || error instanceof ApiError) change(null, false);
}

/** Since when the gateway does not answer; null while it does, as far as is known. */
export function gatewayAwaySince(): EpochMs | null {
  return awaySince;
}

/** True from an answer that was somebody's sign-in page on, until the gateway itself answers. */
export function hasSignInEnded(): boolean {
  return signInEnded;
}

export function onGatewayChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useGatewayAwaySince(): EpochMs | null {
  return useSyncExternalStore(onGatewayChange, gatewayAwaySince, () => null);
}

export function useSignInEnded(): boolean {
  return useSyncExternalStore(onGatewayChange, hasSignInEnded, () => false);
}
