/** Whether a media query holds, kept up to date. On a server none does. */
import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
    // The gateway knows no screen; the wide form is the one that paper takes too.
    () => true,
  );
}
