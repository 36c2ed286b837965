/** The zone of the recipient of the flow on the page, for whoever wants to read its times: set by the page, read by the frame. */
import { useEffect } from 'react';
import { create } from 'zustand';

export interface RecipientZone {
  /** IANA name. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

const useOffered = create<{ readonly current: RecipientZone | null }>(() => ({ current: null }));

export function useRecipientZone(): RecipientZone | null {
  return useOffered(({ current }) => current);
}

/** Offers this zone for as long as the caller is on the page; null where the country has none or several. */
export function useOfferZone(zone: string | null, country: string | null): void {
  useEffect(() => {
    if (zone === null || country === null) return;
    useOffered.setState({ current: { zone, country } });
    return () => useOffered.setState({ current: null });
  }, [zone, country]);
}
