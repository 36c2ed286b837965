/**
 * Whether the gateway serves another build of the app than the one that this page runs, and whether something has failed
 * since: then both no longer understand each other, and the page has to be loaded again. While all works nobody is told.
 */
import { useSyncExternalStore } from 'react';
import { ApiError } from './api-error.ts';

let ownBuild: string | null = null;
let servedBuild: string | null = null;
let outdated = false;
const listeners = new Set<() => void>();

/** The build that the gateway named when it gave this page; the first one counts. */
export function noteOwnBuild(build: string): void {
  if (build !== '') ownBuild ??= build;
}

/** The build that an answer names; null: it names none. */
export function noteServedBuild(build: string | null): void {
  if (build !== null) servedBuild = build;
}

/** What another version may not understand, or say otherwise. What Routee says is no matter of versions. */
function isMisunderstanding(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  if (failure.kind === 'problem') return failure.code === 'bad-request' || failure.code === 'internal';
  return failure.kind === 'unreadable' && failure.status < 500;
}

/** To be told of whatever failed. */
export function noteFailedAnswer(error: unknown): void {
  if (outdated || ownBuild === null || servedBuild === null || servedBuild === ownBuild) return;
  if (!isMisunderstanding(error)) return;
  outdated = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True once something has failed that loading the page again would mend. */
export function useOutdated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => outdated,
    () => false,
  );
}
