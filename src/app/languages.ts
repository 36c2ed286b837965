/** The catalogues: English is always at hand, the later part of it and the other languages once they are needed. */
import { use, useEffect, useReducer } from 'react';
import type { Messages } from '#messages/en.ts';
import { enCore } from '#messages/en-core.ts';
import type { Language } from '#messages/format.ts';
import { greekTexts } from '#messages/greek-texts.ts';
import { type MoreTexts, moreSubjects, moreTexts } from '#messages/more-texts.ts';

export const availableLanguages: readonly Language[] = ['en', 'el'];

/** While drawing, waits for the later texts; anywhere else they must have been fetched. */
function later(): MoreTexts {
  const { promise, value } = moreTexts();
  return value ?? use(promise);
}

/** The whole catalogue, whose later subjects suspend what first asks for them. */
const english = Object.defineProperties(
  { ...enCore },
  Object.fromEntries(moreSubjects.map((subject) => [subject, { get: () => later()[subject], enumerable: true }])),
) as Messages; // the getters give exactly the subjects that enCore lacks

/** Fetches what a page in the language needs before it is drawn for the first time. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'el') await greekTexts().promise;
}

/** What a page is written in. */
export interface Written {
  readonly language: Language;
  readonly messages: Messages;
}

/** The texts in a language; in English as long as those are not there. */
export function useMessages(language: Language): Written {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    loadLanguage(language).then(redraw, () => {
      // The page stays English until somebody chooses again or comes back.
    });
  }, [language]);
  const greek = language === 'el' ? greekTexts().value : null;
  return greek === null ? { language: 'en', messages: english } : { language, messages: greek };
}
