/** Listens to the keyboard for the whole app and starts what the registry holds for the keys. */
import { createKeybindingsHandler, type KeyBindingMap } from 'tinykeys';
import { isChord, keyIds, keyTable } from '#ui/key-table.ts';
import { actionOf } from '#ui/keys.ts';
import { currentSettings } from '#ui/settings.ts';
import { changeKeysDialog, openKeysDialog, typeEarly } from './keys-dialog.ts';

/** Where letters are typed, or choose among what is listed. */
const typing = 'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="combobox"]';
const dialogs = '[role="dialog"], [role="alertdialog"], dialog[open]';
/** What Escape closes before it does anything on the page: a dialog, a menu, a panel whose button is down. */
const openThings = `${dialogs}, [role="menu"], [role="listbox"], [aria-haspopup][aria-expanded="true"]`;
const writesLatin = /^[ -~]$/;

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(typing) !== null;
}

/** The same keys by their place, for a keyboard that writes Greek or another script: `g h` gives `KeyG KeyH`. */
function byPlace(keys: string): string {
  return keys.replace(/(?<![A-Za-z$])[a-z](?![A-Za-z])/g, (letter) => `Key${letter.toUpperCase()}`);
}

function start(keys: string, event: KeyboardEvent): void {
  const action = actionOf(keys);
  if (action === null || (event.repeat && keyTable[action.id].repeats !== true)) return;
  event.preventDefault();
  action.run();
}

function bindings(wanted: (keys: string) => boolean): KeyBindingMap {
  const map: KeyBindingMap = {};
  for (const keys of new Set(keyIds.flatMap((id) => keyTable[id].keys)).values()) {
    if (!wanted(keys)) continue;
    map[keys] = (event) => start(keys, event);
    // On some keyboards these are typed with Shift, on others without.
    if (/^[^\w\s]$/.test(keys)) map[`Shift+${keys}`] = (event) => start(keys, event);
    const placed = byPlace(keys);
    if (placed !== keys) map[placed] = (event) => writesLatin.test(event.key) || start(keys, event);
  }
  return map;
}

/** A dialog has been asked for and is still being loaded: what is typed now is meant for it. */
function toComingDialog(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') changeKeysDialog(null);
  else typeEarly(event.key);
  if (event.key.length === 1) event.preventDefault();
}

/** The function that comes back ends the listening. */
export function listenToKeys(): () => void {
  const chords = createKeybindingsHandler(bindings(isChord));
  const singles = createKeybindingsHandler(bindings((keys) => !isChord(keys)));
  let inDialog = false;
  let coming = false;
  // Before anybody else: the Escape that closes a dialog must not do something on the page, too.
  const look = () => {
    inDialog = document.querySelector(openThings) !== null;
    coming = openKeysDialog() !== null && document.activeElement?.closest(dialogs) == null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    chords(event);
    if (event.defaultPrevented) return;
    if (coming) toComingDialog(event);
    else if (currentSettings().keys && !inDialog && !isTyping(event)) singles(event);
  };
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', onKey);
  };
}
