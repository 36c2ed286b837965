/** The token that Routee wants with every call: fetched once for all who need it, renewed before it ends. */
import { ClientError, Configuration, clientCredentialsGrant, customFetch } from 'openid-client';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import { noRoomNeeded } from './collect.ts';
import { routeeError } from './error-body.ts';
import type { Answer, Outcome } from './http.ts';
import type { OwnSecrets } from './own-secrets.ts';
import { orAborted, within } from './patience.ts';
import { callWithRetry, type Line } from './retry.ts';

export type Credentials = 'ok' | 'refused' | 'unchecked';

/** A failure is believed for so long, so that a hundred people do not ask the same question; twice as long each time. */
const failureMemoryMs = { refused: 5000, first: 1000, longest: 15_000 };
const lifeUnknownS = 3600;
/** Thirty years: Routee gives twenty. */
const longestLifeS = 30 * 365 * 86_400;
/** What a header can carry (RFC 6750 allows less), in a length that servers take. */
const tokenForm = /^[\x21-\x7e]{1,8192}$/;

interface Token {
  readonly value: string;
  /** From here on a new one is fetched beside it, by the clock of `now`, as `endsAt`. */
  readonly renewAt: number;
  readonly endsAt: number;
}

/** A token as it was given, and how long it is good, milliseconds from now. */
export interface Grant {
  readonly value: string;
  readonly lifeMs: number;
  /** From then on a new one is fetched beside it. */
  readonly renewMs: number;
}

/** Where several gateways share one token. */
export interface TokenShare {
  /** Another's token that is good, or what `grant` gives. Rejects as `grant` does, here or at another's. */
  readonly get: (grant: () => Promise<Grant>) => Promise<Grant>;
  /** Takes note, for all, that a token was refused. */
  readonly drop: (refused: string) => void;
}

interface Options {
  readonly line: Line;
  readonly appId: string;
  readonly appSecret: string;
  readonly timeoutMs: number;
  readonly metrics: Metrics;
  readonly secrets: OwnSecrets;
  /** Not there: the token is this gateway's own. */
  readonly share?: TokenShare;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

interface Failure {
  readonly problem: Problem;
  readonly until: number;
  readonly waitMs: number;
}

/** Renewed within the last tenth of its life, at most a minute before the end. */
function grantOf(value: string, expiresInS: number | undefined): Grant {
  const lifeMs = Math.min(Math.max(expiresInS ?? lifeUnknownS, 1), longestLifeS) * 1000;
  return { value, lifeMs, renewMs: lifeMs - Math.min(60_000, lifeMs / 10) };
}

export class RouteeToken {
  readonly #options: Options;
  readonly #client: Configuration;
  readonly #now: () => number;
  #token: Token | null = null;
  #fetching: Promise<Token> | null = null;
  #failure: Failure | null = null;
  #credentials: Credentials = 'unchecked';

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#client = new Configuration(
      { issuer: 'https://routee.invalid', token_endpoint: 'https://routee.invalid/oauth/token' },
      options.appId,
      undefined,
      // As Routee documents it: RFC 6749 would have both parts form-encoded first, which changes "-" and "_".
      (_server, _client, _body, headers) => {
        const pair = Buffer.from(`${options.appId}:${options.appSecret}`).toString('base64');
        headers.set('authorization', `Basic ${pair}`);
      },
    );
    this.#client[customFetch] = (_url, request) => this.#post(request);
  }

  /** Whether Routee took the credentials when it was last asked. */
  get credentials(): Credentials {
    return this.#credentials;
  }

  /** A token that has not ended. Rejects with a Problem, or with the signal's reason. */
  async current(signal: AbortSignal): Promise<string> {
    const now = this.#now();
    const token = this.#token;
    if (token === null || token.endsAt <= now) return (await orAborted(this.#fetched(), signal)).value;
    // Nobody waits for this one; when it fails, the token at hand is still good.
    if (token.renewAt <= now) this.#fetched().catch(() => {});
    return token.value;
  }

  /** Takes note that a token was refused; the next is the one that somebody else has fetched since, or a new one. */
  discard(refused: string): void {
    if (this.#token?.value === refused) this.#token = null;
    this.#options.share?.drop(refused);
  }

  #fetched(): Promise<Token> {
    const failure = this.#failure;
    if (failure !== null && this.#now() < failure.until) return Promise.reject(failure.problem);
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch(): Promise<Token> {
    const { tokenRenewals } = this.#options.metrics;
    try {
      const grant = () => this.#granted();
      const { value, lifeMs, renewMs } = await (this.#options.share?.get(grant) ?? grant());
      this.#options.secrets.addToken(value);
      const now = this.#now();
      this.#token = { value, endsAt: now + lifeMs, renewAt: now + renewMs };
      this.#credentials = 'ok';
      this.#failure = null;
      tokenRenewals.inc({ result: 'ok' });
      return this.#token;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'credentials-refused') {
        this.#credentials = 'refused';
        this.#token = null;
      }
      this.#remember(problem);
      tokenRenewals.inc({ result: problem.code });
      throw problem;
    }
  }

  async #granted(): Promise<Grant> {
    try {
      const granted = await clientCredentialsGrant(this.#client);
      if (!tokenForm.test(granted.access_token)) throw notToken();
      return grantOf(granted.access_token, granted.expires_in);
    } catch (error) {
      throw asProblem(error);
    }
  }

  #remember(problem: Problem): void {
    const { refused, first, longest } = failureMemoryMs;
    const before = this.#failure?.waitMs ?? 0;
    const doubled = Math.min(longest, Math.max(first, before * 2));
    // As long as Routee asks for, as far as that goes.
    const askedMs = Math.min(longest, (problem.extra.retryAfter ?? 0) * 1000);
    const waitMs = problem.code === 'credentials-refused' ? refused : Math.max(doubled, askedMs);
    this.#failure = { problem, waitMs, until: this.#now() + waitMs };
  }

  /** The client library's request over our own connection, with its limits and repetitions. */
  async #post(request: { body?: unknown; headers: Record<string, string> }): Promise<Response> {
    const { line, timeoutMs, secrets } = this.#options;
    const call = {
      method: 'POST',
      path: '/oauth/token',
      headers: request.headers,
      body: String(request.body),
    } as const;
    const slow = () => new Problem('upstream-slow', 'Routee did not answer in time when asked for a token.');
    const outcome = await within(timeoutMs, new AbortController().signal, slow, (signal) =>
      callWithRetry(line, { operation: 'token', call, room: noRoomNeeded, tokens: null }, signal),
    );
    // A token is what is asked for; anything else may repeat the question.
    const isToken = outcome.kind === 'answer' && outcome.status === 200;
    const answer = granted(
      'body' in outcome && !isToken ? { ...outcome, body: await secrets.struck(outcome.body) } : outcome,
    );
    return new Response(new Uint8Array(answer.body), {
      status: answer.status,
      headers: { 'content-type': answer.contentType },
    });
  }
}

function granted(outcome: Outcome): Answer {
  if (outcome.kind === 'unreachable') {
    throw new Problem('upstream-down', 'Routee cannot be reached for a token.', { cause: outcome.cause });
  }
  if (outcome.kind !== 'answer') throw new Problem('upstream-unreadable', 'Routee’s answer with the token is broken.');
  const { status } = outcome;
  const routee = routeeError(status, outcome.body);
  if ([400, 401, 403].includes(status)) {
    throw new Problem('credentials-refused', 'Routee does not accept the application’s ID and secret.', { routee });
  }
  if (status === 429) {
    const retryAfter = outcome.retryAfterS ?? 30;
    throw new Problem('rate-limited', 'Routee has had too many requests for a token.', { retryAfter, routee });
  }
  if (status >= 500) throw new Problem('upstream-error', 'Routee failed when asked for a token.', { routee });
  return outcome;
}

/** Whatever the client library throws: it wraps what its fetch threw, and refuses answers that are no token. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ClientError && error.cause instanceof Problem) return error.cause;
  return notToken();
}

function notToken(): Problem {
  return new Problem('upstream-unreadable', 'Routee’s answer to the request for a token is not a token.');
}
