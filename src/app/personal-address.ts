/** Finds what must not stand in an address of the app: telephone numbers and mail addresses of persons. */
import { isVouched } from '#features/search/flow-address.ts';
import { type PersonalPart, personalPart } from '#model/record/telephone.ts';

export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

export interface CleanAddress {
  /** What may stay. */
  readonly address: Address;
  readonly found: PersonalPart;
}

/** Explore takes these out by itself, and keeps them beside the address, so that its search goes on. */
const keptBeside: ReadonlySet<string> = new Set(['to', 'text', 'label']);
/** Words and numbers that are not read as a person's: names of zones, prices, times, places. */
const ofPage: ReadonlySet<string> = new Set(['tz', 'price', 'zoom', 'from', 'until', 'range', 'cols', 'application']);

function found(text: string): PersonalPart | null {
  return text.length < 8 ? null : personalPart(text);
}

function cleanSearch(search: string, pathname: string): { search: string; found: PersonalPart | null } {
  const params = new URLSearchParams(search);
  let first: PersonalPart | null = null;
  for (const [name, value] of [...params]) {
    if (ofPage.has(name) || (pathname.startsWith('/explore') && keptBeside.has(name))) continue;
    const part = found(name) ?? found(value);
    if (part === null) continue;
    first ??= part;
    params.delete(name);
  }
  const text = params.toString();
  return { search: first === null ? search : text === '' ? '' : `?${text}`, found: first };
}

/**
 * The address without what is personal in it, or null where nothing is. A number in the path leaves nothing to show: the
 * start page takes its place. `state` is the history's: digits that a person said are a flow's ID may stay.
 */
export function cleanAddress({ pathname, search, hash }: Address, state: unknown = null): CleanAddress | null {
  const inPath = pathname
    .split('/')
    .filter((segment) => !isVouched(state, segment))
    .reduce<PersonalPart | null>((part, segment) => part ?? found(segment), null);
  if (inPath !== null) return { address: { pathname: '/', search: '', hash: '' }, found: inPath };
  const query = cleanSearch(search, pathname);
  const inHash = found(hash.slice(1));
  const part = query.found ?? inHash;
  return part === null
    ? null
    : { address: { pathname, search: query.search, hash: inHash === null ? hash : '' }, found: part };
}
