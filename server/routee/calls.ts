/** The two operations of Routee's that pass: one flow, and the search for flows. */
import type { Limits } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import type { Call, Host, Outcome } from './http.ts';
import type { OwnSecrets } from './own-secrets.ts';
import { within } from './patience.ts';
import { type Fetched, fetched } from './read-answer.ts';
import { callWithRetry, type Line } from './retry.ts';
import { Slots } from './slots.ts';
import type { Credentials, RouteeToken } from './token.ts';

export interface SearchRequest {
  /** `dateStart=…&page=0`, validated; may be empty. */
  readonly query: string;
  /** The filters as JSON, validated. */
  readonly body: string;
}

/** What reaches Routee with every call, and nothing else. An encoded answer could not be handed on as it is. */
const headers = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'cascade' };

function slow(): Problem {
  return new Problem('upstream-slow', 'Routee did not answer in time.');
}

export class RouteeCalls {
  readonly #line: Line;
  readonly #token: RouteeToken;
  readonly #limits: Limits;
  readonly #secrets: OwnSecrets;
  #roleMissing = false;
  #everAnswered = false;

  constructor(options: { host: Host; token: RouteeToken; limits: Limits; metrics: Metrics; secrets: OwnSecrets }) {
    const { host, limits, metrics } = options;
    this.#line = { host, slots: new Slots(limits.maxCalls), maxBytes: limits.maxBytes, metrics };
    this.#token = options.token;
    this.#limits = limits;
    this.#secrets = options.secrets;
  }

  /** What is known of the credentials. One flow that is forbidden says nothing of the role once others were answered. */
  get credentials(): Credentials | 'roleMissing' {
    return this.#token.credentials === 'ok' && this.#roleMissing ? 'roleMissing' : this.#token.credentials;
  }

  flow(trackingId: string, signal: AbortSignal): Promise<Fetched> {
    return this.#call(
      'flow',
      { method: 'GET', path: `/failover/tracking/${encodeURIComponent(trackingId)}`, headers },
      signal,
    );
  }

  search({ query, body }: SearchRequest, signal: AbortSignal): Promise<Fetched> {
    const path = `/failover/tracking${query === '' ? '' : `?${query}`}`;
    return this.#call(
      'search',
      { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body },
      signal,
    );
  }

  #call(operation: string, call: Call, outer: AbortSignal): Promise<Fetched> {
    return within(this.#limits.totalMs, outer, slow, async (signal) => {
      const outcome = await callWithRetry(this.#line, operation, call, signal, this.#token);
      this.#learn(outcome);
      return fetched(await this.#withoutOurs(outcome));
    });
  }

  /** Nothing of ours comes back, whatever the answer is. */
  async #withoutOurs(outcome: Outcome): Promise<Outcome> {
    return 'body' in outcome ? { ...outcome, body: await this.#secrets.struck(outcome.body) } : outcome;
  }

  #learn(outcome: Outcome): void {
    if (outcome.kind !== 'answer') return;
    if (outcome.status === 200 || outcome.status === 404) {
      this.#everAnswered = true;
      this.#roleMissing = false;
    } else if (outcome.status === 403 && !this.#everAnswered) this.#roleMissing = true;
  }
}
