/** Finds telephone numbers and e-mail addresses inside free text and masks them there. */

export const dot = '•';

/** Country calling codes of one and two digits (ITU-T E.164 assignments); all others have three. */
const shortCallingCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

const separators = '[\\p{Zs}\\p{Cf}\\p{Mn}\\t()./_,*#\\u00ad\\u2010-\\u2015\\u2212-]';
const digitsApart = `\\p{Nd}(?:${separators}{0,3}\\p{Nd})`;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])';
/** A date and time as machines write it; without the year's bounds a number with dashes could pass for one. */
const isoTime =
  '(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?:T[0-2]\\d(?::[0-5]\\d){1,2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?![\\d-])';
const user = '(?:"[^"\\\\]{1,64}"|[^\\s"<>()\\[\\],:;@＠\\\\]{1,64})';
const at = '(?:[@＠]|%40)';
const email = `${user}${at}(?:\\[[\\da-f.:]{3,45}\\]|[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8})`;

/** Ids and times come first, so that their digits are not taken for a number. */
const personal = new RegExp(`(${uuid}|${isoTime})|(${email})|[+＋]?${digitsApart}{6,}`, 'giu');
const wholePhone = new RegExp(`^(?:tel:)?[+＋]?\\(?${digitsApart}{1,30}\\)?$`, 'iu');

/** The ASCII digits of a number, whatever script they are written in. */
function digitsOf(text: string): string {
  return (
    [...text.normalize('NFKC')].filter((character) => /\d/.test(character)).join('') || text.replace(/\P{Nd}/gu, '')
  );
}

/** True for a text that is a telephone number and nothing else, with or without `tel:`, `+` and separators. */
export function isPhone(text: string): boolean {
  return wholePhone.test(text);
}

/**
 * A number with only so much left as tells numbers apart: the country's code, two digits and the last three; of a short
 * number less, never more than half. "+306912345678" → "+30 69•••••678", "54321" → "•••21".
 */
export function maskPhone(text: string): string {
  const digits = digitsOf(text);
  const international = /^(?:tel:)?\s*[+＋]/i.test(text) || (digits.startsWith('00') && digits.length > 10);
  const bare = digits.replace(/^00/, '');
  const national = international ? bare : digits;
  const code = international ? (shortCallingCode.exec(bare)?.[0] ?? bare.slice(0, 3)) : '';
  const rest = national.slice(code.length);
  const ends = rest.length >= 9 ? [2, 3] : rest.length >= 7 ? [0, 3] : rest.length >= 4 ? [0, 2] : [0, 0];
  const [head = 0, tail = 0] = ends;
  const shown = `${rest.slice(0, head)}${dot.repeat(rest.length - head - tail)}${rest.slice(rest.length - tail)}`;
  return code === '' ? shown : `+${code} ${shown}`;
}

/** With a dot in it: a single word after an @ is rather a person's name than a host. */
const hostName = /^[a-z0-9•-]{1,63}(?:\.[a-z0-9•-]{1,63}){1,8}(?::\d{1,5})?$/i;

/** An address with a user and a host: the user is masked whole, and numbers in the host; so is a host that is none. */
export function maskMailbox(text: string): string {
  const at = text.lastIndexOf('@');
  const scheme = /^(?:mailto|sips?|xmpp|im):/i.exec(text.slice(0, at))?.[0] ?? '';
  const host = text.slice(at + 1);
  return `${scheme}${dot.repeat(4)}${at > 0 && hostName.test(host) ? `@${maskDigitRuns(host, 6)}` : ''}`;
}

/** Every run of at least `least` digits as dots. */
export function maskDigitRuns(text: string, least: number): string {
  return text.replace(new RegExp(`\\p{Nd}{${least},}`, 'gu'), (run) => dot.repeat([...run].length));
}

/** Free text with the telephone numbers (7 digits or more, separators allowed) and e-mail addresses in it masked. */
export function scrub(text: string): string {
  return text.replace(personal, (match: string, harmless?: string, mailbox?: string) => {
    if (harmless !== undefined) return match;
    return mailbox === undefined ? maskPhone(match) : maskMailbox(match);
  });
}
