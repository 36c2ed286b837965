/** The two operations of Routee's that pass: one flow, and the search for flows. */
import type { Limits } from '../config.ts';
import { Problem } from '../problem.ts';
import { beginCall } from '../tracing/trace.ts';
import type { Call, Outcome } from './http.ts';
import type { AnswerMemory } from './memory.ts';
import type { OwnSecrets } from './own-secrets.ts';
import { within } from './patience.ts';
import { type Fetched, fetched } from './read-answer.ts';
import { callWithRetry, type Line } from './retry.ts';
import type { Credentials, RouteeToken } from './token.ts';

export interface SearchRequest {
  /** `dateStart=…&page=0`, validated; may be empty. */
  readonly query: string;
  /** The filters as JSON, validated. */
  readonly body: string;
}

/** What reaches Routee with every call, beside the trace, and nothing else. An encoded answer could not be handed on as it is. */
const headers = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'cascade' };

function slow(): Problem {
  return new Problem('upstream-slow', 'Routee did not answer in time.');
}

function full(): Problem {
  return new Problem('rate-limited', 'The gateway holds as many large answers as it has memory for.', {
    retryAfter: 5,
  });
}

export class RouteeCalls {
  readonly #line: Line;
  readonly #token: RouteeToken;
  readonly #limits: Limits;
  readonly #memory: AnswerMemory;
  readonly #secrets: OwnSecrets;
  #roleMissing = false;
  #everAnswered = false;

  constructor(options: { line: Line; token: RouteeToken; limits: Limits; memory: AnswerMemory; secrets: OwnSecrets }) {
    this.#line = options.line;
    this.#token = options.token;
    this.#limits = options.limits;
    this.#memory = options.memory;
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

  /** The answer comes with a hold on its memory, which is for the caller to release. */
  async #call(operation: string, call: Call, outer: AbortSignal): Promise<Fetched> {
    const lease = this.#memory.lease();
    const traced = beginCall(operation, call.method);
    const own = traced === null ? call.headers : { ...call.headers, traceparent: traced.traceparent };
    const request = { operation, call: { ...call, headers: own }, room: lease, tokens: this.#token };
    const late = () => (lease.isWaiting ? full() : slow());
    try {
      const answer = await within(this.#limits.totalMs, outer, late, async (signal) => {
        const outcome = await callWithRetry(this.#line, request, signal);
        this.#learn(outcome);
        return fetched(await this.#withoutOurs(outcome), lease);
      });
      traced?.end(null);
      return answer;
    } catch (error) {
      // The only place that gives up an answer's memory, whatever went wrong below.
      lease.release();
      traced?.end(error instanceof Problem ? error.code : 'given-up');
      throw error;
    }
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
