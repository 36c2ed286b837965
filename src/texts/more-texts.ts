/**
 * Fetches the English texts that are no part of the first file, once. Parts that are loaded later ask for them together
 * with their own code, so that one does not wait for the other.
 */
import type { enMore } from './en-more.ts';
import { fetchedOnce } from './fetched.ts';

export type MoreTexts = typeof enMore;

export const moreTexts = fetchedOnce<MoreTexts>(async () => (await import('./en-more.ts')).enMore);

/** Every subject among them. */
export const moreSubjects = [
  'cards',
  'detailedStatus',
  'errors',
  'evidence',
  'explore',
  'fieldMeanings',
  'fields',
  'findings',
  'findingsPanel',
  'home',
  'keysHelp',
  'latency',
  'open',
  'price',
  'raw',
] as const satisfies readonly (keyof MoreTexts)[];

/** Never, as long as none is missing above. */
type Forgotten = Exclude<keyof MoreTexts, (typeof moreSubjects)[number]>;
export const noneForgotten: Forgotten extends never ? true : never = true;
