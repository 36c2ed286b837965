/** One sentence about what was just done, for what has no place of its own on the page to say it. */
import { create } from 'zustand';

export interface Announcement {
  readonly text: string;
  /** Read out only: eyes have seen it already. */
  readonly unseen: boolean;
}

const shownForMs = 3000;
let timer: ReturnType<typeof setTimeout> | undefined;
const useSaid = create<{ readonly current: Announcement | null }>(() => ({ current: null }));

export function announce(text: string, { unseen = false }: { readonly unseen?: boolean } = {}): void {
  clearTimeout(timer);
  useSaid.setState({ current: { text, unseen } });
  timer = setTimeout(() => useSaid.setState({ current: null }), shownForMs);
}

export function useAnnouncement(): Announcement | null {
  return useSaid(({ current }) => current);
}
