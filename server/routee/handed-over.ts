/**
 * Searches that a page was drawn from, for the browser's own question right after: it is answered with the same answer, once,
 * and Routee is asked once.
 */
import type { RouteeCalls, SearchRequest } from './calls.ts';
import type { Fetched } from './read-answer.ts';

/** From the page's first byte until its script has run and asks, on a slow connection. */
const keptMs = 5000;
/** More pages at once than this ask for themselves. */
const mostKept = 20;

export class HandedOver {
  readonly #calls: Pick<RouteeCalls, 'search'>;
  readonly #kept = new Map<string, Promise<Fetched>>();

  constructor(calls: Pick<RouteeCalls, 'search'>) {
    this.#calls = calls;
  }

  /** Asks for a page's drawing. The answer comes with a hold for the caller to release. Rejects with a Problem. */
  async ask(search: SearchRequest): Promise<Fetched> {
    const key = keyOf(search);
    // Nobody else waits for it: when the person leaves, its own time limit ends it.
    const answer = this.#calls.search(search, new AbortController().signal).then((fetched) => {
      fetched.lease.hold();
      return fetched;
    });
    if (this.#kept.size < mostKept && !this.#kept.has(key)) {
      this.#kept.set(key, answer);
      answer.catch(() => this.#kept.delete(key));
      setTimeout(() => this.#drop(key, answer), keptMs).unref();
    } else {
      void answer.then(({ lease }) => lease.release()).catch(() => {});
    }
    return answer;
  }

  /** The answer to the same search, with its hold, if a page has just asked for it; null else. It is given once. */
  take(search: SearchRequest): Promise<Fetched> | null {
    const key = keyOf(search);
    const answer = this.#kept.get(key) ?? null;
    this.#kept.delete(key);
    return answer;
  }

  /** Gives up what nobody came for. */
  close(): void {
    for (const [key, answer] of this.#kept) this.#drop(key, answer);
  }

  #drop(key: string, answer: Promise<Fetched>): void {
    if (this.#kept.get(key) !== answer) return;
    this.#kept.delete(key);
    answer.then(({ lease }) => lease.release()).catch(() => {});
  }
}

const keyOf = ({ query, body }: SearchRequest) => `${query}\n${body}`;
