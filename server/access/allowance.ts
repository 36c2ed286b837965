/** How often something may be asked for. */

/** Lets so many calls a minute through, all of them at once if need be. Times are milliseconds of a clock that never goes back. */
export class Allowance {
  readonly #perMs: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(perMinute: number, now: number) {
    this.#perMs = perMinute / 60_000;
    this.#most = perMinute;
    this.#left = perMinute;
    this.#at = now;
  }

  /** Takes one call. Seconds to wait where there is none; null where there was. */
  take(now: number): number | null {
    this.#left = Math.min(this.#most, this.#left + (now - this.#at) * this.#perMs);
    this.#at = now;
    if (this.#left < 1) return Math.ceil((1 - this.#left) / this.#perMs / 1000);
    this.#left--;
    return null;
  }
}
