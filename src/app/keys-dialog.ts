/** Which of the two dialogs of the keyboard is open: one at a time. */
import { useSyncExternalStore } from 'react';

export type KeysDialog = 'palette' | 'help';

let open: KeysDialog | null = null;
const listeners = new Set<() => void>();

export function openKeysDialog(): KeysDialog | null {
  return open;
}

export function changeKeysDialog(dialog: KeysDialog | null): void {
  open = dialog;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeysDialog(): KeysDialog | null {
  return useSyncExternalStore(subscribe, openKeysDialog);
}
