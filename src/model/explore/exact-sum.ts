/** Adds up many decimals exactly and quickly: whole numbers by their count of decimals, joined only when asked. */
import { Big } from 'big.js';

/** A decimal as a whole number of its last place: "0.071" is 71 with 3 decimals. */
const plain = /^(-?)(\d+)(?:\.(\d+))?$/;

export class ExactSum {
  /** By number of decimals. */
  readonly #wholes = new Map<number, bigint>();
  /** The same, for what is safe to add as doubles until it is moved into `#wholes`. */
  readonly #small = new Map<number, number>();
  #count = 0;

  /** How many were added. */
  get count(): number {
    return this.#count;
  }

  /** Adds a decimal text as `Big.toFixed()` writes it. Anything else is a programming error. */
  add(decimal: string): void {
    const match = plain.exec(decimal);
    if (match === null) throw new RangeError('not a plain decimal');
    const [, sign = '', whole = '', fraction = ''] = match;
    const digits = `${sign}${whole}${fraction}`;
    const sum = (this.#small.get(fraction.length) ?? 0) + Number(digits);
    this.#count++;
    if (digits.length <= 15 && Number.isSafeInteger(sum)) this.#small.set(fraction.length, sum);
    else this.#addWhole(fraction.length, BigInt(digits));
  }

  #addWhole(decimals: number, whole: bigint): void {
    this.#wholes.set(decimals, (this.#wholes.get(decimals) ?? 0n) + whole);
  }

  /** The exact total; 0 when nothing was added. */
  total(): Big {
    const parts = [...this.#wholes, ...this.#small];
    return parts.reduce((sum, [decimals, whole]) => sum.plus(`${whole}e-${decimals}`), new Big(0));
  }
}
