/**
 * Whether a refusal (401, 403) is worth a new token. Routee asks for one after each; but a flow that is forbidden is forbidden
 * with every token. When a new token did not help, the next refusals of that status are taken for what they are, for a
 * time that doubles, and that ends when a new token has helped.
 */

const firstMs = 1000;
const longestMs = 60_000;

interface Useless {
  readonly until: number;
  readonly waitMs: number;
}

export class Refusals {
  readonly #now: () => number;
  readonly #useless = new Map<number, Useless>();

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a call that was refused with this status should be made again with a new token. */
  isWorthToken(status: number): boolean {
    const useless = this.#useless.get(status);
    return useless === undefined || this.#now() >= useless.until;
  }

  /** A call that was refused with this status was made again with a new token; `helped`: it was not refused again. */
  learn(status: number, helped: boolean): void {
    const known = this.#useless.get(status);
    if (helped) this.#useless.delete(status);
    // Several that were under way together are one lesson.
    else if (known === undefined || this.#now() >= known.until) {
      const waitMs = known === undefined ? firstMs : Math.min(longestMs, known.waitMs * 2);
      this.#useless.set(status, { until: this.#now() + waitMs, waitMs });
    }
  }
}
