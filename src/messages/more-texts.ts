/**
 * Fetches the English texts that are no part of the first file, once. Parts that are loaded later ask for them together
 * with their own code, so that one does not wait for the other.
 */
import type { enMore } from './en-more.ts';

export type MoreTexts = typeof enMore;

export interface Fetched<Value> {
  readonly promise: Promise<Value>;
  /** Null until it is there. */
  value: Value | null;
}

let more: Fetched<MoreTexts> | null = null;

/** The same answer to everyone, until fetching fails: the next to ask starts anew. */
export function moreTexts(): Fetched<MoreTexts> {
  if (more !== null) return more;
  const promise = import('./en-more.ts').then(({ enMore: texts }) => {
    started.value = texts;
    return texts;
  });
  const started: Fetched<MoreTexts> = { promise, value: null };
  promise.catch(() => {
    more = null;
  });
  more = started;
  return started;
}

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
  'latency',
  'open',
  'price',
  'raw',
] as const satisfies readonly (keyof MoreTexts)[];

/** Never, as long as none is missing above. */
type Forgotten = Exclude<keyof MoreTexts, (typeof moreSubjects)[number]>;
export const noneForgotten: Forgotten extends never ? true : never = true;
