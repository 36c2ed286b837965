/**
 * Whether a refusal (401, 403) is worth a new token. Routee asks for one after each; but a flow that is forbidden is forbidden
 * with every token. When a new token did not help, the next refusals of that status are taken for what they are, for a
 * time that doubles, and that ends when a new token has helped.
 */

/** After a 401 a token is nearly always no longer good; several new ones in a row must be refused before that is doubted. */
const doubtedAfter: ReadonlyMap<number, number> = new Map([[401, 3]]);
const firstMs = 1000;
const longestMs = 60_000;

/** Tokens that are kept in mind as having been good. */
const acceptedKept = 8;

interface Useless {
  /** The token that did not help, for 401: all calls that it was refused for are one lesson. */
  readonly token: string;
  /** How many lessons in a row. */
  readonly times: number;
  readonly until: number;
  readonly waitMs: number;
}

export class Refusals {
  readonly #now: () => number;
  readonly #accepted = new Set<string>();
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

  /** Routee took the token for a call. */
  accepted(token: string): void {
    if (this.#accepted.has(token)) return;
    this.#accepted.add(token);
    for (const oldest of this.#accepted) {
      if (this.#accepted.size <= acceptedKept) break;
      this.#accepted.delete(oldest);
    }
  }

  /** Whether it was good before: then a 401 means that it was revoked, and says nothing of tokens as such. */
  wasAccepted(token: string): boolean {
    return this.#accepted.has(token);
  }

  /** A call that was refused with this status was made again with a new token; `helped`: it was not refused again. */
  learn(status: number, helped: boolean, token: string): void {
    const known = this.#useless.get(status);
    if (helped) this.#useless.delete(status);
    else if (status === 401 && (this.wasAccepted(token) || known?.token === token)) return;
    // Several that were under way together are one lesson.
    else if (known === undefined || this.#now() >= known.until) {
      const times = (known?.times ?? 0) + 1;
      const isDoubted = times >= (doubtedAfter.get(status) ?? 1);
      const doubled = Math.min(longestMs, Math.max(firstMs, (known?.waitMs ?? 0) * 2));
      const waitMs = isDoubted ? doubled : 0;
      this.#useless.set(status, { token, times, until: this.#now() + waitMs, waitMs });
    }
  }
}
