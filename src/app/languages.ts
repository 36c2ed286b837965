/** The catalogues: English is always at hand. */
import { en, type Messages } from '#messages/en.ts';
import type { Language } from '#messages/format.ts';

export const availableLanguages: readonly Language[] = ['en'];

/** The texts in a language. */
export function useMessages(_language: Language): Messages {
  return en;
}
