/** The zone of the recipient of the flow on the page, for whoever wants to read its times: set by the page, read by the frame. */
import { useEffect, useSyncExternalStore } from 'react';

export interface RecipientZone {
  /** IANA name. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

let current: RecipientZone | null = null;
const listeners = new Set<() => void>();

function change(zone: RecipientZone | null): void {
  current = zone;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRecipientZone(): RecipientZone | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}

/** Offers this zone for as long as the caller is on the page; null where the country has none or several. */
export function useOfferZone(zone: string | null, country: string | null): void {
  useEffect(() => {
    if (zone === null || country === null) return;
    change({ zone, country });
    return () => change(null);
  }, [zone, country]);
}
