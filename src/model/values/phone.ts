/**
 * Telephone numbers as people write them. Apart from the rest of the values because it brings the numbering plans of all
 * countries along: whoever needs it fetches it when it is needed.
 */
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** How a writing was taken: with its `+`, with the exit prefix `00`, in a country's own way, or as digits without a sign. */
export type PhoneWriting = 'plus' | 'exitPrefix' | 'national' | 'bareDigits';

export interface PhoneReading {
  /** `+306900000001`: how Routee writes recipients (vendor's page "Send failover", `to`). */
  readonly e164: string;
  /** ISO 3166-1 alpha-2; null where the calling code is shared and the digits do not tell. */
  readonly country: string | null;
  readonly writing: PhoneWriting;
}

/** Digits of other scripts and of full width as `0` to `9`. */
function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Every script's ten digits stand in a row, and the first of them at a multiple that \p{Nd} ends before.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What people put between groups of digits: spaces, hyphens of all lengths, dots, slashes, brackets. */
const between = /[\s.\-\u2010-\u2015\u2212/()[\]\u00b7]/g;

interface Digits {
  readonly plus: boolean;
  readonly digits: string;
}

/** The digits of a text that holds nothing but a number and its punctuation; null for anything else. */
function digitsOf(text: string): Digits | null {
  const plain = plainDigits(text.replace(invisible, '')).trim();
  const named = /^(?:tel|sms|callto|viber|phone|mobile|τηλ)[.:]?\s*(?:\/\/)?/i.exec(plain)?.[0] ?? '';
  const [number = ''] = plain.slice(named.length).split(/;/);
  const unquoted = number.trim().replace(/^["'<]|["'>,]$/g, '');
  // The trunk's (0) is written for callers at home and left out abroad: +44 (0)20 …
  const compact = unquoted.replace(/^(\+[\d\s]+?)\s*\(0\)/, '$1').replace(between, '');
  const [, plus, digits] = /^(\+?)(\d{6,17})$/.exec(compact) ?? [];
  return digits === undefined ? null : { plus: plus === '+', digits };
}

function reading(number: PhoneNumber | undefined, writing: PhoneWriting): PhoneReading[] {
  // Numbering plans change faster than anyone's copy of them: length is asked for, not every range.
  if (number === undefined || !number.isPossible()) return [];
  return [{ e164: number.number, country: number.country ?? null, writing }];
}

const international = (digits: string, writing: PhoneWriting) =>
  reading(parsePhoneNumberFromString(`+${digits}`), writing);

function national(digits: string, country: CountryCode): PhoneReading[] {
  const number = parsePhoneNumberFromString(digits, country);
  // With the country's calling code in front the library takes it for international; that is the other reading.
  if (number === undefined || !number.isValid() || number.country !== country) return [];
  if (digits.startsWith(number.countryCallingCode) && number.nationalNumber !== digits.replace(/^0+/, '')) return [];
  return reading(number, 'national');
}

/** Digits without a sign: in the country's own way, and as an international number that lost its `+`. */
function unsigned(digits: string, country: CountryCode | null): PhoneReading[] {
  const home = country === null ? [] : national(digits, country);
  const abroad = digits.startsWith('0') ? [] : international(digits, 'bareDigits').filter(({ e164 }) => isReal(e164));
  return [...home, ...abroad.filter(({ e164 }) => home.every((one) => one.e164 !== e164))];
}

const isReal = (e164: string) => parsePhoneNumberFromString(e164)?.isValid() === true;

/** The country's code as the library has it; null for none and for one it does not know. */
function countryOf(code: string | null): CountryCode | null {
  const upper = code?.toUpperCase() ?? '';
  return isSupportedCountry(upper) ? upper : null;
}

/**
 * What number a text can be, the likeliest first; empty for a text that is no telephone number. Two readings where digits
 * without a sign make sense both in `country` (ISO 3166-1 alpha-2, the setting `COUNTRY`; null: not set) and with a
 * calling code in front. The text must be nothing but the number: spaces, hyphens, dots, brackets, `tel:` and digits of
 * any script are understood.
 */
export function phoneReadings(text: string, country: string | null): PhoneReading[] {
  const found = digitsOf(text);
  if (found === null) return [];
  const { plus, digits } = found;
  const home = countryOf(country);
  if (plus) return international(digits, 'plus');
  if (digits.startsWith('00')) return international(digits.slice(2), 'exitPrefix');
  // North America's exit prefix.
  const northAmerican =
    home === null ? false : parsePhoneNumberFromString('2015550123', home)?.countryCallingCode === '1';
  if (northAmerican && digits.startsWith('011')) return international(digits.slice(3), 'exitPrefix');
  return unsigned(digits, home);
}
