/** Every action of the app that a key or the palette starts: its keys and the group it is told under. */
import type { Catalogue } from '#texts/en.ts';

export type KeyId = keyof Catalogue['keysHelp']['names'];
export type KeyGroup = keyof Catalogue['keysHelp']['groups'];

export interface KeyEntry {
  /**
   * Each one alone starts the action. A space stands between keys pressed one after the other, `$mod` for Ctrl or Cmd.
   * None: the action is found in the palette only.
   */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  /** Goes on while the key is held. */
  readonly repeats?: boolean;
}

/** In the order of the help. Two actions may share a key when they are never on one page. */
export const keyTable: Readonly<Record<KeyId, KeyEntry>> = {
  nextStep: { keys: ['j'], group: 'flow', repeats: true },
  previousStep: { keys: ['k'], group: 'flow', repeats: true },
  clearStep: { keys: ['Escape'], group: 'flow' },
  scale: { keys: ['t'], group: 'flow' },
  raw: { keys: ['v'], group: 'flow' },
  refresh: { keys: ['r'], group: 'flow' },
  pause: { keys: [], group: 'flow' },
  copyLink: { keys: ['c'], group: 'flow' },
  copyId: { keys: [], group: 'flow' },
  copyText: { keys: [], group: 'flow' },
  copyCurl: { keys: [], group: 'flow' },
  evidence: { keys: [], group: 'flow' },
  nextRow: { keys: ['j'], group: 'explore', repeats: true },
  previousRow: { keys: ['k'], group: 'explore', repeats: true },
  chooseRow: { keys: ['x'], group: 'explore' },
  goHome: { keys: ['g h'], group: 'go' },
  goExplore: { keys: ['g e'], group: 'go' },
  goLookup: { keys: ['g l'], group: 'go' },
  goOpen: { keys: ['g o'], group: 'go' },
  palette: { keys: ['/', '$mod+k'], group: 'everywhere' },
  help: { keys: ['?'], group: 'everywhere' },
  mask: { keys: ['m'], group: 'everywhere' },
  themeLight: { keys: [], group: 'everywhere' },
  themeDark: { keys: [], group: 'everywhere' },
  themeSystem: { keys: [], group: 'everywhere' },
};

// The cast says what Object.keys cannot: the table has these keys and no others.
export const keyIds = Object.keys(keyTable) as readonly KeyId[];

/** True for keys that type nothing, and so work in a field, too. */
export function isChord(keys: string): boolean {
  return keys.startsWith('$mod+');
}
