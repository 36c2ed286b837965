/** The viewer's own choices: the one store of them, kept in a cookie that the gateway reads too. A link never writes here. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { cookieOfSettings, readSettings, type Settings, settingsOfCookies } from '#contract/settings.ts';
import { useFirstDrawing } from './first-drawing.ts';
import { localZone } from './zone.ts';

export type { Settings } from '#contract/settings.ts';

/** Where the choices were kept until the gateway drew pages. */
const oldStorageKey = 'cascade.settings';
/** Null until they are first read. */
const useChosen = create<{ readonly current: Settings | null }>(() => ({ current: null }));
let otherTabs: BroadcastChannel | null = null;

/** The browser's own language where the app speaks it. */
function usualLanguage() {
  return /^el\b/i.test(navigator.language) ? 'el' : 'en';
}

/** What an earlier version stored, once: it is a cookie from then on. */
function takeOldChoices(): unknown {
  try {
    const text = localStorage.getItem(oldStorageKey);
    localStorage.removeItem(oldStorageKey);
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function keep(settings: Settings): Settings {
  // A browser that keeps no cookies keeps the choice for this visit.
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have had the Cookie Store API for a year only
  document.cookie = cookieOfSettings(settings, location.protocol === 'https:');
  return settings;
}

/** `local` means this browser's zone, wherever it was chosen. */
function withZone(settings: Settings): Settings {
  const browserZone = settings.zone === 'local' ? localZone() : settings.browserZone;
  return browserZone === settings.browserZone ? settings : keep({ ...settings, browserZone });
}

function readHere(drawn: Settings | null): Settings {
  const old = takeOldChoices();
  const stored = settingsOfCookies(document.cookie, usualLanguage());
  if (stored !== null) return withZone(stored);
  if (old !== null) return withZone(keep(readSettings(old, usualLanguage())));
  return drawn ?? readSettings({}, usualLanguage());
}

/** What another tab tells. It says it itself: its cookie may reach this tab's process later than the message does. */
function take({ data }: MessageEvent<unknown>): void {
  const told = readSettings(data, usualLanguage());
  if (JSON.stringify(told) !== JSON.stringify(useChosen.getState().current)) useChosen.setState({ current: told });
}

/** What another tab has written since. */
function follow(): void {
  const stored = settingsOfCookies(document.cookie, usualLanguage());
  if (stored === null || JSON.stringify(stored) === JSON.stringify(useChosen.getState().current)) return;
  useChosen.setState({ current: stored });
}

/** Reads the choices of this browser and follows its other tabs. `drawn`: those that the page was drawn with. */
export function startSettings(drawn: Settings | null): void {
  useChosen.setState({ current: readHere(drawn) });
  // Some embedded browsers have no channel between tabs; they follow when they are seen again.
  if (typeof BroadcastChannel === 'function') otherTabs = new BroadcastChannel('cascade.settings');
  otherTabs?.addEventListener('message', take);
  // A tab that was frozen heard nothing.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && follow());
  window.addEventListener('pageshow', ({ persisted }) => persisted && follow());
}

/** Changes some of the choices, here and in the other tabs of this browser. */
export function changeSettings(changed: Partial<Settings>): void {
  const settings = withZone(keep({ ...currentSettings(), ...changed }));
  useChosen.setState({ current: settings });
  otherTabs?.postMessage(settings);
}

/** Only in the browser. */
export function currentSettings(): Settings {
  const { current } = useChosen.getState();
  if (current !== null) return current;
  const read = readHere(null);
  // While a component draws: nobody follows a value that nobody has read.
  useChosen.setState({ current: read });
  return read;
}

export function useSettings(): Settings {
  const first = useFirstDrawing();
  return useSyncExternalStore(useChosen.subscribe, currentSettings, () => first?.settings ?? currentSettings());
}
