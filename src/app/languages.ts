/** The catalogues: English is always at hand, the other languages once they are chosen. */
import { useEffect, useReducer } from 'react';
import { type Catalogue, en } from '#texts/en.ts';
import type { Language } from '#texts/format.ts';
import { greekTexts } from '#texts/greek-texts.ts';
import { announce } from '#ui/announce.ts';

export const availableLanguages: readonly Language[] = ['en', 'el'];

/** Fetches what a page in the language needs before it is drawn for the first time. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'el') await greekTexts().promise;
}

/** The texts in a language that is loaded; English else. */
export function catalogueOf(language: Language): Catalogue {
  return (language === 'el' ? greekTexts().value : null) ?? en;
}

const againMs = 10_000;

/** What a page is written in. */
export interface Written {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/** The texts in a language; in English as long as those are not there. */
export function useCatalogue(language: Language): Written {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      loadLanguage(language).then(redraw, () => {
        // The page stays English until the texts come.
        announce(en.app.notInLanguage);
        timer = setTimeout(ask, againMs);
      });
    };
    ask();
    return () => clearTimeout(timer);
  }, [language]);
  const greek = language === 'el' ? greekTexts().value : null;
  return greek === null ? { language: 'en', catalogue: en } : { language, catalogue: greek };
}
