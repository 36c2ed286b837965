/** The flows that were chosen in lists, to be compared: kept in this tab until it is loaded anew, and in no address. */
import { useSyncExternalStore } from 'react';

const none: readonly string[] = [];
let chosen: readonly string[] = none;
const listeners = new Set<() => void>();

function change(flows: readonly string[]): void {
  chosen = flows;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tracking IDs in the order in which they were chosen; the same object until that changes. */
export function useChosenFlows(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => chosen,
    () => none,
  );
}

/** Chooses a flow, or takes the choice back. */
export function toggleChosen(trackingId: string): void {
  change(chosen.includes(trackingId) ? chosen.filter((id) => id !== trackingId) : [...chosen, trackingId]);
}

export function clearChosen(): void {
  change(none);
}
