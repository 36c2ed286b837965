/** The grammar of JSON's numbers as states, one byte at a time, so that a number may have any length. */

export type NumberState = 'minus' | 'zero' | 'whole' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent';

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Where a number that begins with this byte stands; null when none does. */
export function numberStart(byte: number): NumberState | null {
  if (byte === 45) return 'minus';
  if (byte === 48) return 'zero';
  return isDigit(byte) ? 'whole' : null;
}

/** Whether a number may end here. */
export function mayEnd(state: NumberState): boolean {
  return state === 'zero' || state === 'whole' || state === 'fraction' || state === 'exponent';
}

/** Where the number stands after one more byte; null when the byte is none of its own. */
export function numberStep(state: NumberState, byte: number): NumberState | null {
  const isE = byte === 101 || byte === 69;
  switch (state) {
    case 'minus':
      return byte === 48 ? 'zero' : isDigit(byte) ? 'whole' : null;
    case 'zero':
    case 'whole':
      if (byte === 46) return 'point';
      if (isE) return 'e';
      return state === 'whole' && isDigit(byte) ? 'whole' : null;
    case 'point':
      return isDigit(byte) ? 'fraction' : null;
    case 'fraction':
      return isE ? 'e' : isDigit(byte) ? 'fraction' : null;
    case 'e':
      if (byte === 43 || byte === 45) return 'sign';
      return isDigit(byte) ? 'exponent' : null;
    case 'sign':
    case 'exponent':
      return isDigit(byte) ? 'exponent' : null;
  }
}
