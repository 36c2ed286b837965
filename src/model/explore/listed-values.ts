/** The values of a filter as they stand in an address of Explore, and which of them must not stand in one. */
import { scrub } from '../masking/scrub.ts';
import { readAttempt } from './attempt.ts';
import { type FilterField, filterOperators } from './filters.ts';

/** Stands in an address for a value that must not. */
export const hole = '~';

/** True for what tells who somebody is: a whole number or name as recipient, a text, a label with numbers in it. */
export function isPersonalValue(field: FilterField, value: string): boolean {
  switch (field) {
    case 'to':
      return !/^\+?\d{0,6}$/.test(value);
    case 'text':
      return true;
    case 'attempt':
      return hasPersonalPart(value);
    case 'sender':
    case 'label':
      return /\d{6}/.test(value) || scrub(value) !== value;
    default:
      return false;
  }
}

/** Whether an attempt is described by a sender or label that must not stand in an address. */
function hasPersonalPart(name: string): boolean {
  const { sender = '', label = '' } = readAttempt(name)?.values ?? {};
  return isPersonalValue('sender', sender) || isPersonalValue('label', label);
}

/**
 * A value within the list of a parameter, which `URLSearchParams` encodes, once. What means something in a list has a backslash
 * before it; a percent sign too, which tells these links from older ones, whose values were encoded twice.
 */
export const listed = (value: string) => value.replace(/[\\,%~]/g, '\\$&');

interface Listed {
  /** Null for one that cannot be read. */
  readonly value: string | null;
  /** As it stands in the list. */
  readonly text: string;
}

/** Between commas, save those with a backslash before them. */
function parts(list: string): string[] {
  const found = [''];
  for (const piece of list.match(/\\.|,|[^\\,]+|\\/gs) ?? []) {
    if (piece === ',') found.push('');
    else found.push(`${found.pop() ?? ''}${piece}`);
  }
  return found;
}

/** The values of a list, those of older links decoded. */
export function listedValues(list: string): Listed[] {
  return parts(list).map((text) => {
    const isOlder = /(?<!\\)%/.test(text);
    return { text, value: isOlder ? decoded(text) : text.replace(/\\(.)/gs, '$1') };
  });
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

const isField = (name: string): name is FilterField => Object.hasOwn(filterOperators, name);

/** Whether the query of an address of Explore holds what must not stand in one, in whatever way it is written. */
export function isPersonalSearch(search: string): boolean {
  return [...new URLSearchParams(search)].some(([name, text]) => {
    if (scrub(name) !== name) return true;
    if (!isField(name)) return scrub(text) !== text;
    const [, , list = ''] = /^(?:([a-z_]*):)?(.*)$/s.exec(text) ?? [];
    return listedValues(list).some(
      ({ value, text: written }) => written !== hole && (value === null || isPersonalValue(name, value)),
    );
  });
}
