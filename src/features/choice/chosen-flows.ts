/** The flows that were chosen in lists, to be compared: kept in this tab until it is loaded anew, and in no address. */
import { create } from 'zustand';

const useChoice = create<{ readonly chosen: readonly string[] }>(() => ({ chosen: [] }));

/** Tracking IDs in the order in which they were chosen; the same object until that changes. */
export function useChosenFlows(): readonly string[] {
  return useChoice(({ chosen }) => chosen);
}

/** Chooses a flow, or takes the choice back. */
export function toggleChosen(trackingId: string): void {
  useChoice.setState(({ chosen }) => ({
    chosen: chosen.includes(trackingId) ? chosen.filter((id) => id !== trackingId) : [...chosen, trackingId],
  }));
}

export function clearChosen(): void {
  useChoice.setState({ chosen: [] });
}
