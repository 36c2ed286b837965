/** The catalogues: English is always at hand, the later part of it once it is needed. */
import { use } from 'react';
import type { Messages } from '#messages/en.ts';
import { enCore } from '#messages/en-core.ts';
import type { Language } from '#messages/format.ts';
import { type MoreTexts, moreSubjects, moreTexts } from '#messages/more-texts.ts';

export const availableLanguages: readonly Language[] = ['en'];

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

/** The texts in a language. */
export function useMessages(_language: Language): Messages {
  return english;
}
