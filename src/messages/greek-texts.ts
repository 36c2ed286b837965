/** Fetches the Greek texts, all of them, once. */
import type { Messages } from './en.ts';
import { fetchedOnce } from './fetched.ts';

export const greekTexts = fetchedOnce<Messages>(async () => (await import('./el.ts')).el);
