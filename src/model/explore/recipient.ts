/** Recipients as filters compare them: a number is one number however it is written, and a masked one may be several. */

/** A whole telephone number: with `+`, with the exit prefix 00, or as bare digits (E.164 has at most 15 of them). */
const wholeNumber = /^(?:\+|00)?([1-9]\d{6,14})$/;

/** The digits of a whole number with its country's code, without `+` or 00; null for parts of numbers and for names. */
export function numberDigits(text: string): string | null {
  return wholeNumber.exec(text.replace(/[\s().-]/g, ''))?.[1] ?? null;
}

/** What two writings of one recipient have in common. */
export function recipientKey(recipient: string): string {
  return numberDigits(recipient) ?? recipient;
}

/** True for an address of which the gateway, or Routee, shows only a part. */
export function isMaskedRecipient(recipient: string): boolean {
  return /[•*]|\dx{2,}\d*$/i.test(recipient);
}

/**
 * Whether a masked address can be this one. Covered characters stand for one each (`maskPhone` keeps the length); an address
 * that is no number tells too little to be ruled out.
 */
export function maskedCanBe(masked: string, recipient: string): boolean {
  const digits = numberDigits(recipient);
  const shape = masked.replace(/[\s+().-]/g, '').replace(/^00/, '');
  if (digits === null || !/\d/.test(shape) || !/^[\d•*x]+$/i.test(shape)) return true;
  return new RegExp(`^${shape.replace(/[•*x]/gi, '\\d')}$`).test(digits);
}
