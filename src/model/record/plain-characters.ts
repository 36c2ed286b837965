/** Text as it was before mail programs, word processors and other scripts dressed it up. */

/** Characters that nobody sees: zero-width, soft hyphens, marks of direction. */
const unseen = /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]/g;
/** U+2010 to U+2015, the minus signs and what else is drawn as a hyphen. */
const hyphens = /[\u02D7\u058A\u2010-\u2015\u2043\u207B\u208B\u2212\u2796\uFE58\uFE63\uFF0D]/g;
const otherDigits = /(?![0-9])\p{Nd}/gu;

/** The ten digits of a script stand in a row, and their first is the character before which there is no digit. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * The text with plain digits (Arabic-Indic, full-width and all other scripts'), plain Latin letters for full-width ones,
 * one kind of hyphen and space, and without characters that cannot be seen. Line ends stay.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(hyphens, '-')
    .replace(unseen, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(otherDigits, asciiDigit)
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2028\u2029\u0085]/g, '\n');
}

/** More than one address within an address needs; a hostile text is not decoded for ever. */
const mostTimes = 3;

/** A text as it was before it went into an address, once or several times; unreadable escapes stay as they are. */
export function decodedEscapes(text: string): string {
  let current = text;
  for (let time = 0; time < mostTimes; time++) {
    const next = current.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
    if (next === current) break;
    current = next;
  }
  return current;
}
