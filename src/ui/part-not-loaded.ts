/** Code of the app that could not be fetched, and whether a new version has taken its files away. */
import { useSyncExternalStore } from 'react';
import { isFileGone } from '#api/app-file.ts';
import { gatewayAwaySince } from '#api/gateway-state.ts';

/** Thrown by a part whose code did not come. */
export class PartNotLoaded extends Error {
  override readonly name = 'PartNotLoaded';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

let replaced = false;
const listeners = new Set<() => void>();

function noteReplaced(): void {
  replaced = true;
  for (const listener of listeners) listener();
}

/** Browsers name the file in the error, each in its own sentence. */
function fileOf(cause: unknown): string | null {
  return cause instanceof Error ? (/https?:\/\/\S+/.exec(cause.message)?.[0] ?? null) : null;
}

/**
 * Finds out whether trying again can help; where it cannot, the person is told once to load the page again. That is so
 * when the file is gone, and when a person's own retry failed without the network being to blame: some browsers remember
 * a file that failed, and never ask for it again.
 */
export async function noteFailure(cause: unknown, retried: boolean): Promise<void> {
  const file = fileOf(cause);
  const gone = file?.startsWith(`${location.origin}/`) === true && (await isFileGone(file));
  if (gone || (retried && navigator.onLine !== false && gatewayAwaySince() === null)) noteReplaced();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True once the page must be loaded again to work as a whole. */
export function useReplaced(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => replaced,
    () => false,
  );
}
