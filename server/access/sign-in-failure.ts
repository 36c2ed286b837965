/** Why a sign-in did not work: a sentence for the person, and the words for the log. */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { scrub } from '#model/masking/scrub.ts';

export interface SignInFailure {
  readonly status: number;
  /** For the person; names nothing of the gateway's configuration. */
  readonly text: string;
  /** For the log: short words that hold no token and no code. */
  readonly reason: Readonly<Record<string, string>>;
}

const setUpWrongly =
  'Cascade or the sign-in service is set up wrongly. Whoever runs Cascade finds the reason in its log.';

/** By error code of OAuth 2.0 (RFC 6749, 4.1.2.1) and OpenID Connect Core (3.1.2.6). */
const sentences: Readonly<Record<string, readonly [status: number, text: string]>> = {
  access_denied: [
    403,
    'The sign-in service denied access: signing in was cancelled, or you may not use this application.',
  ],
  login_required: [403, 'The sign-in service wants you to sign in there first.'],
  interaction_required: [403, 'The sign-in service wants to ask you something first.'],
  account_selection_required: [403, 'The sign-in service wants you to choose an account first.'],
  consent_required: [403, 'The sign-in service wants your consent first.'],
  temporarily_unavailable: [503, 'The sign-in service says that it cannot answer for the moment.'],
  server_error: [502, 'The sign-in service says that something went wrong there.'],
};

/** An error code as RFC 6749 allows it, short enough to be shown. */
function code(text: string): string {
  return /^[\x21\x23-\x5b\x5d-\x7e]{1,60}$/.test(text) ? text : 'unknown';
}

function words(text: string | undefined): string {
  return scrub((text ?? '').slice(0, 300));
}

function refused(error: string, description: string | undefined, at: string): SignInFailure {
  const known = Object.hasOwn(sentences, error) ? sentences[error] : undefined;
  const [status, text] = known ?? [502, `The sign-in service refused (“${code(error)}”). ${setUpWrongly}`];
  return { status, text, reason: { at, error: code(error), description: words(description) } };
}

/** The innermost cause that has a code: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `ENOTFOUND`. */
function causeOf(error: unknown): string {
  let found = '';
  let inner: unknown = error;
  for (let depth = 0; depth < 5 && inner instanceof Error; depth += 1) {
    if ('code' in inner && typeof inner.code === 'string') found = inner.code;
    inner = inner.cause;
  }
  return found;
}

const unreachable = /^(E[A-Z]{4,}|UND_ERR_|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

function isNoAnswer(error: unknown, cause: string): boolean {
  return cause === 'OAUTH_TIMEOUT' || unreachable.test(cause) || (error instanceof TypeError && cause === '');
}

/** What to say of an error that leaving for the provider or coming back from it threw. */
export function signInFailure(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) return refused(error.error, error.error_description, 'the way back');
  if (error instanceof ResponseBodyError) {
    const failure = refused(error.error, error.error_description, 'the token');
    return { ...failure, reason: { ...failure.reason, status: String(error.status) } };
  }
  const cause = causeOf(error);
  const message = error instanceof Error ? words(error.message) : 'unknown';
  if (isNoAnswer(error, cause)) {
    return { status: 502, text: 'The sign-in service did not answer.', reason: { error: 'no answer', cause, message } };
  }
  const kind = error instanceof ClientError ? 'answer not valid' : 'failed';
  return {
    status: 502,
    text: 'The answer of the sign-in service was not valid.',
    reason: { error: kind, cause, message },
  };
}
