/** The number that somebody looks for: in memory alone, so that neither address, history nor storage holds it. */
import { useSyncExternalStore } from 'react';

/** The page that lists the flows to the number somebody looks for. */
export const recipientPath = '/recipient';

let wanted: string | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As it was written; null before anybody asked, and after a reload. */
export function useWantedNumber(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => wanted,
    () => null,
  );
}

export function wantNumber(text: string): void {
  wanted = text;
  for (const listener of listeners) listener();
}
