/** The viewer's own preferences: the one store of them, kept in this browser. A link never writes here. */
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

export type Theme = 'system' | 'light' | 'dark';

/** The browser's own language where the app speaks it. */
const usualLanguage = /^el\b/i.test(navigator.language) ? 'el' : 'en';

/** Each value that cannot be read falls back to its own default. */
const settingsSchema = z.object({
  /** `utc`, `local` (this browser's) or an IANA name. */
  zone: z.catch(z.string().check(z.minLength(1), z.maxLength(64)), 'utc'),
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  language: z.catch(z.enum(['en', 'el']), usualLanguage),
  masked: z.catch(z.boolean(), true),
  /** Whether single keys do something. */
  keys: z.catch(z.boolean(), true),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Read by public/theme.js before the first paint, too. */
const storageKey = 'cascade.settings';
const listeners = new Set<() => void>();

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}');
  } catch {
    return {};
  }
}

function read(): Settings {
  const parsed = settingsSchema.safeParse(stored());
  return parsed.success ? parsed.data : settingsSchema.parse({});
}

let current = read();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Changes some of the settings, here and in the other tabs of this browser. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // A browser that stores nothing keeps the choice for this visit.
  }
  changed();
}

export function currentSettings(): Settings {
  return current;
}

window.addEventListener('storage', ({ key }) => {
  if (key !== storageKey && key !== null) return;
  current = read();
  changed();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, currentSettings);
}
