/** A tracking ID as it was copied: what it means, or what is wrong with it. Routee's are UUIDs in every published example. */

export type IdFault =
  /** `found` characters where `expected` belong; `group` is the first part between hyphens that is wrong, from 1. */
  | {
      readonly kind: 'length';
      readonly found: number;
      readonly expected: number;
      readonly group: { readonly place: number; readonly found: number; readonly expected: number } | null;
    }
  /** A character that no UUID has. */
  | { readonly kind: 'character'; readonly character: string };

export type ReadId =
  | { readonly kind: 'id'; readonly trackingId: string }
  /** Letters and digits that look alike were taken for each other; `trackingId` has them put right. */
  | { readonly kind: 'lookAlikes'; readonly written: string; readonly trackingId: string }
  | { readonly kind: 'damaged'; readonly written: string; readonly fault: IdFault };

const groups = [8, 4, 4, 4, 12] as const;
const digitsOfUuid = 32;
const lengthOfUuid = 36;

/** What is read, or typed, for a hexadecimal digit: Latin, Greek and Cyrillic letters. */
const alike: ReadonlyMap<string, string> = new Map(
  (
    [
      ['0', 'oOοΟоОQ'],
      ['1', 'lLiI|ιΙі'],
      ['2', 'zZΖ'],
      ['5', 'sSѕ'],
      ['a', 'аαΑА'],
      ['b', 'βΒВ'],
      ['c', 'сС'],
      ['e', 'еЕΕ'],
    ] as const
  ).flatMap(([digit, letters]) => [...letters].map((letter) => [letter, digit] as const)),
);

function withDigits(text: string): string {
  return [...text].map((letter) => alike.get(letter) ?? letter).join('');
}

const isHex = (text: string) => /^[0-9a-f]+$/i.test(text);

/** The hyphenated form in lower case: UUIDs mean the same in any case. */
function hyphenated(digits: string): string {
  const all = digits.toLowerCase();
  const cuts = [0, 8, 12, 16, 20, 32] as const;
  return groups.map((_, place) => all.slice(cuts[place], cuts[place + 1])).join('-');
}

function lengthFault(written: string): IdFault {
  const parts = written.split('-');
  if (parts.length !== groups.length) {
    const expected = parts.length === 1 ? digitsOfUuid : lengthOfUuid;
    return { kind: 'length', found: written.length, expected, group: null };
  }
  const place = groups.findIndex((length, index) => parts[index]?.length !== length);
  const expected = groups[place];
  const group = expected === undefined ? null : { place: place + 1, found: parts[place]?.length ?? 0, expected };
  return { kind: 'length', found: written.length, expected: lengthOfUuid, group };
}

/** How much of a UUID a text must be to be called a damaged one, and not an ID of another make. */
function meansUuid(written: string, digits: string): boolean {
  const hex = [...withDigits(digits)].filter((character) => isHex(character)).length;
  if (digits.length < digitsOfUuid - 4 || digits.length > digitsOfUuid + 4 || hex < digits.length - 2) return false;
  const parts = written.split('-');
  if (parts.length === 1) return /\d/.test(written) && isHex(withDigits(written));
  const right = groups.filter((length, place) => Math.abs((parts[place]?.length ?? 0) - length) <= 1).length;
  return parts.length >= 4 && parts.length <= 6 && right >= 3;
}

/**
 * Reads one ID without anything around it. 32 hexadecimal digits are a UUID however they are hyphenated; an ID of another
 * form is taken as it stands; what was a UUID once says what happened to it. Linear.
 */
export function readId(written: string): ReadId {
  const digits = written.replaceAll('-', '');
  if (digits.length === digitsOfUuid && isHex(digits)) return { kind: 'id', trackingId: hyphenated(digits) };
  if (written.length > lengthOfUuid + 8 || !meansUuid(written, digits)) return { kind: 'id', trackingId: written };
  const put = withDigits(digits);
  if (digits.length === digitsOfUuid && isHex(put)) {
    return { kind: 'lookAlikes', written, trackingId: hyphenated(put) };
  }
  if (digits.length !== digitsOfUuid) return { kind: 'damaged', written, fault: lengthFault(written) };
  const character = [...put].find((each) => !isHex(each)) ?? '';
  return { kind: 'damaged', written, fault: { kind: 'character', character } };
}

/** Between two characters of an ID that was broken: spaces, or a line end with the marks that mail and comments put after it. */
const gap = '(?:[ \\t]{0,3}=?\\r?\\n[ \\t>|*#]{0,8}|[ \\t]{1,3})?';
const brokenUuid = new RegExp(
  `(?<![0-9a-z_-])${groups.map((length) => `[0-9a-f]${`${gap}[0-9a-f]`.repeat(length - 1)}`).join('[\\s_.:>-]{1,8}')}(?![0-9a-z_-])`,
  'gi',
);

/** Puts UUIDs together that line ends or spaces had broken. Those that stand whole stay as they are. */
export function joinBrokenIds(text: string): string {
  return text.replace(brokenUuid, (match) => {
    const digits = match.replace(/[^0-9a-f]/gi, '');
    // Figures in columns are no ID: without hyphens there must be a letter.
    return match.includes('-') || /[a-f]/i.test(digits) ? hyphenated(digits) : match;
  });
}

/** The UUID that a whole text is once its spaces and line ends are taken out; null where it is none, or a column of others. */
export function brokenDigits(text: string): string | null {
  const pieces = text.split(/\s+/).filter((piece) => piece !== '');
  const digits = pieces.join('');
  if (pieces.length < 2 || digits.length !== digitsOfUuid || !isHex(digits) || !/[a-f]/i.test(digits)) return null;
  const lengths = new Set(pieces.map((piece) => piece.length));
  return pieces.length === 2 && lengths.size === 1 && text.includes('\n') ? null : hyphenated(digits);
}
