/** The number that somebody looks for: in memory alone, so that neither address, history nor storage holds it. */
import { create } from 'zustand';

/** The page that lists the flows to the number somebody looks for. */
export const recipientPath = '/recipient';

const useWanted = create<{ readonly text: string | null }>(() => ({ text: null }));

/** As it was written; null before anybody asked, and after a reload. */
export function useWantedNumber(): string | null {
  return useWanted(({ text }) => text);
}

export function wantNumber(text: string): void {
  useWanted.setState({ text });
}
