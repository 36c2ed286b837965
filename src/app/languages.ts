/** The catalogues: English is always at hand, the later part of it and the other languages once they are needed. */
import { use, useEffect, useReducer } from 'react';
import type { Catalogue } from '#texts/en.ts';
import { enCore } from '#texts/en-core.ts';
import type { Language } from '#texts/format.ts';
import { greekTexts } from '#texts/greek-texts.ts';
import { type MoreTexts, moreSubjects, moreTexts } from '#texts/more-texts.ts';

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
) as Catalogue; // the getters give exactly the subjects that enCore lacks

/** Fetches what a page in the language needs before it is drawn for the first time. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'el') await greekTexts().promise;
}

/** What a page is written in. */
export interface Written {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/** The texts in a language; in English as long as those are not there. */
export function useCatalogue(language: Language): Written {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    loadLanguage(language).then(redraw, () => {
      // The page stays English until somebody chooses again or comes back.
    });
  }, [language]);
  const greek = language === 'el' ? greekTexts().value : null;
  return greek === null ? { language: 'en', catalogue: english } : { language, catalogue: greek };
}
