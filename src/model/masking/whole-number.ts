/** What a person may search for who does not see recipients. */

/**
 * True for a telephone number that is whole: `+306912345678`, `306912345678` or `00306912345678`, of 8 to 15 digits
 * (ITU-T E.164, 6.2.1). Parts, signs that stand for others, and anything else would find a number piece by piece.
 */
export function isWholeNumber(text: string): boolean {
  return /^(?:\+|00)?[1-9][0-9]{7,14}$/.test(text);
}
