/** Writes into the log why Routee could not be reached: at once, and then once in a while for as long as it lasts. */
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { Outcome } from './http.ts';

/** A Routee that is away for a night is not a line a call. */
const everyMs = 60_000;

interface Known {
  at: number;
  since: number;
}

export class Trouble {
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(log: Pick<FastifyBaseLogger, 'warn'>, metrics: Metrics, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#metrics = metrics;
    this.#now = now;
  }

  /** Takes note of how a call ended. Names the cause and Node's code, neither host nor address. */
  note(operation: string, outcome: Outcome): void {
    if (outcome.kind !== 'unreachable' && outcome.kind !== 'cut') return;
    const { kind, cause, code } = outcome;
    this.#metrics.failures.inc({ operation, cause });
    const known = this.#known.get(`${operation} ${kind} ${cause}`);
    if (known !== undefined && this.#now() - known.at < everyMs) {
      known.since++;
      return;
    }
    const again = known === undefined ? {} : { unwritten: known.since };
    this.#known.set(`${operation} ${kind} ${cause}`, { at: this.#now(), since: 0 });
    this.#log.warn({ operation, cause, code, ...again }, kind === 'cut' ? 'Routee broke off' : 'Routee is not reached');
  }
}
