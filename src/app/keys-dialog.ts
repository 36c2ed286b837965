/** Which of the two dialogs of the keyboard is open: one at a time. */
import { useSyncExternalStore } from 'react';

export type KeysDialog = 'palette' | 'help';

let open: KeysDialog | null = null;
const listeners = new Set<() => void>();

export function openKeysDialog(): KeysDialog | null {
  return open;
}

/** What was typed after the palette was asked for and before its field had the focus. */
let early = '';

/** Gives it once. */
export function takeTypedEarly(): string {
  const text = early;
  early = '';
  return text;
}

export function typeEarly(key: string): void {
  early = key === 'Backspace' ? early.slice(0, -1) : key.length === 1 ? early + key : early;
}

export function changeKeysDialog(dialog: KeysDialog | null): void {
  open = dialog;
  early = '';
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeysDialog(): KeysDialog | null {
  return useSyncExternalStore(subscribe, openKeysDialog, () => null);
}
