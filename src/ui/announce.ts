/** One sentence about what was just done, for what has no place of its own on the page to say it. */
import { useSyncExternalStore } from 'react';

export interface Announcement {
  readonly text: string;
  /** Read out only: eyes have seen it already. */
  readonly unseen: boolean;
}

const shownForMs = 3000;
let current: Announcement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(announcement: Announcement | null): void {
  current = announcement;
  for (const listener of listeners) listener();
}

export function announce(text: string, { unseen = false }: { readonly unseen?: boolean } = {}): void {
  clearTimeout(timer);
  change({ text, unseen });
  timer = setTimeout(() => change(null), shownForMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAnnouncement(): Announcement | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}
