/** Which of the two dialogs of the keyboard is open: one at a time. */
import { create } from 'zustand';

export type KeysDialog = 'palette' | 'help';

const useOpen = create<{ readonly open: KeysDialog | null }>(() => ({ open: null }));

export function openKeysDialog(): KeysDialog | null {
  return useOpen.getState().open;
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
  early = '';
  useOpen.setState({ open: dialog });
}

export function useKeysDialog(): KeysDialog | null {
  return useOpen(({ open }) => open);
}
