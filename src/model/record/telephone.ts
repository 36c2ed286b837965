/** Telephone numbers and mail addresses as people write them: they are personal and never become part of an address. */
import { decodedEscapes, plainCharacters } from './plain-characters.ts';

/** A number of E.164 has at most 15 digits; fewer than 8 are not enough to reach a mobile. */
const fewest = 8;
const most = 15;

export interface Telephone {
  /** Digits alone, with `+` in front where the text says that the country's code is in it. */
  readonly number: string;
  /** Digits without any sign of being a number to call: they could name something else. */
  readonly ambiguous: boolean;
}

const scheme = /^(?:tel|sms|smsto|mms|callto|whatsapp|viber|phone):(?:\/\/)?/i;
const label =
  /^(?:tel(?:ephone)?|phone(?:[ _-]?(?:number|no))?|mobile|cell|msisdn|recipient|receiver|number|to|τηλ(?:[εέ]φωνο)?|κιν(?:ητ[οό])?|αριθμ[οό]ς|παραλ[ηή]πτης)(?![\p{L}\p{Nd}])\.?["']?\s{0,5}(?:[:=]|\s)\s{0,5}/iu;
const wrapping = /^["'“”‘’«»<([{\s]{1,6}(?=[+(\d])|["'“”‘’»>\]}.,;\s]{1,6}$/g;
const form = /^(\+\s?)?(?:\(\s?(?:\+|00)?\d{1,4}\s?\)|\d)(?:[\s()./_-]{0,3}\d)*$/;

/** `(0030) 690…`, `(+30) 690…` and `+30 (0) 690…` say the country's code, too. */
function international(text: string): boolean {
  return /^[\s(]*(?:\+|00)[1-9]/.test(text);
}

/** Ten digits of the Greek plan, or the same after 30. */
const greekPlan = /^(?:30)?(?:69\d{8}|2[1-8]\d{8})$/;

/** Eight digits can be a day, fourteen a day and a time: nobody's number begins so. */
function isMoment(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}$/.test(digits);
}

const ipAddress = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

function stripped(text: string): { readonly written: string; readonly named: boolean } {
  let written = text.trim().replace(wrapping, '');
  let named = false;
  for (const prefix of [label, scheme]) {
    if (!prefix.test(written)) continue;
    written = written.replace(prefix, '');
    named = true;
  }
  // `tel:+30…;ext=1` and `sms:+30…?body=…`
  if (named) written = written.replace(/[;?].*$/s, '');
  return { written: written.trim().replace(wrapping, ''), named };
}

/** The telephone number that a text is, whatever it is wrapped in; null where it is none or more than one. */
export function readTelephone(text: string): Telephone | null {
  if (text.length > 200) return null;
  const { written, named } = stripped(plainCharacters(text));
  if (written.includes('\n') || !form.test(written) || ipAddress.test(written)) return null;
  const withoutTrunk = written.replace(/^(\s*\(?(?:\+|00)\d{1,3}\)?\s*)\(0\)/, '$1');
  const digits = withoutTrunk.replace(/\D/g, '');
  const whole = international(written);
  const number = whole ? digits.replace(/^00/, '') : digits;
  if (number.length < fewest || number.length > most) return null;
  const parted = written.replace(/^\+/, '') !== digits;
  if (!whole && !named && parted && isMoment(digits)) return null;
  const sure = whole || named || (parted && number.length >= 9) || greekPlan.test(number);
  return { number: whole || /^30\d{10}$/.test(number) ? `+${number}` : number, ambiguous: !sure };
}

/** What of a person an address holds. */
export type PersonalPart = { readonly kind: 'number'; readonly number: string } | { readonly kind: 'mail' };

const mail = /[^\s@/]+@[^\s@/]+\.[^\s@/]{2,}/;
/** Behind a digit of hexadecimal `00` is a part of an ID. */
const numberInside = /(?:\+|(?<![\da-f])00)[1-9](?:[\s().-]{0,3}\d){7,14}(?!\d)/i;
/** Whatever digits it holds, it is nobody's number. */
const uuid = /(?<![\da-z])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-z])|(?<![\da-z])[\da-f]{32}(?![\da-z])/gi;

/** Eight digits alone, or a day and a time, are more often something else. */
function mayBeNone({ number, ambiguous }: Telephone): boolean {
  return ambiguous && (number.length <= fewest || isMoment(number));
}

/**
 * A telephone number or a mail address in one part of an address, escaped once, several times or not at all, in any
 * digits; null where there is none. Digits alone count as a number: nothing else that is looked for is digits alone.
 */
export function personalPart(part: string): PersonalPart | null {
  // Twice: a percent sign may itself be dressed up.
  const text = [1, 2]
    .reduce((read) => plainCharacters(decodedEscapes(read)), part)
    .replace(uuid, '')
    .trim();
  if (mail.test(text)) return { kind: 'mail' };
  // A plus sign stands for a space in a query: ` 30690…` was `+30690…`.
  const whole = readTelephone(text);
  if (whole !== null && !mayBeNone(whole)) return { kind: 'number', number: whole.number };
  const inside = numberInside.exec(text);
  return inside === null ? null : { kind: 'number', number: `+${inside[0].replace(/\D/g, '').replace(/^00/, '')}` };
}
