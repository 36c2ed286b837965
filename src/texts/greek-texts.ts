/** Fetches the Greek texts, all of them, once. */
import type { Catalogue } from './en.ts';
import { fetchedOnce } from './fetched.ts';

export const greekTexts = fetchedOnce<Catalogue>(async () => (await import('./el.ts')).el);
