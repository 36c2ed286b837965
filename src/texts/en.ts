/** The English catalogue: the one whose keys every other language must have. */
import { enCore } from './en-core.ts';
import { enMore } from './en-more.ts';

export const en = { ...enCore, ...enMore };

/** What every language must have; a missing key or parameter fails the type check. */
export type Catalogue = typeof en;
