/** Whether the gateway answers, as the last question to it showed; nobody asks only to keep this up to date. */
import { create } from 'zustand';
import type { EpochMs } from '#model/values/time.ts';
import { ApiError, isSignInEnded } from './api-error.ts';
import { gatewayNow } from './clock.ts';

interface GatewayState {
  readonly awaySince: EpochMs | null;
  readonly signInEnded: boolean;
}

const useGateway = create<GatewayState>(() => ({ awaySince: null, signInEnded: false }));

function change(since: EpochMs | null, ended: boolean): void {
  const { awaySince, signInEnded } = useGateway.getState();
  if (since !== awaySince || ended !== signInEnded) useGateway.setState({ awaySince: since, signInEnded: ended });
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
  const { awaySince, signInEnded } = useGateway.getState();
  if (isSignInEnded(error)) change(null, true);
  else if (isAway(error)) change(awaySince ?? gatewayNow(), signInEnded);
  else if (error === null || error instanceof ApiError) change(null, false);
}

/** Since when the gateway does not answer; null while it does, as far as is known. */
export function gatewayAwaySince(): EpochMs | null {
  return useGateway.getState().awaySince;
}

/** True from an answer that was somebody's sign-in page on, until the gateway itself answers. */
export function hasSignInEnded(): boolean {
  return useGateway.getState().signInEnded;
}

export function onGatewayChange(listener: () => void): () => void {
  return useGateway.subscribe(listener);
}

export function useGatewayAwaySince(): EpochMs | null {
  return useGateway(({ awaySince }) => awaySince);
}

export function useSignInEnded(): boolean {
  return useGateway(({ signInEnded }) => signInEnded);
}
