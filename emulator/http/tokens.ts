/** OAuth by client credentials, as Routee does it (page "Authentication"). */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, jsonAnswer, roleMissing, tokenRefused } from './answers.ts';

export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

export interface TokenOptions {
  /** Default: any application may have a token. */
  readonly credentials?: Credentials | undefined;
  readonly expiresInS: number;
  readonly tokenType: string;
  readonly now: () => number;
}

export interface Tokens {
  /** Answers `POST /oauth/token`. */
  issue(headers: IncomingHttpHeaders, body: string): Answer;
  /** Why a call may not pass; null when it may. */
  objection(headers: IncomingHttpHeaders): Answer | null;
  revokeAll(): void;
  setExpiresIn(seconds: number): void;
  refuseCredentials(refuse: boolean): void;
  denyRole(deny: boolean): void;
}

export function tokens(options: TokenOptions): Tokens {
  const expiryByToken = new Map<string, number>();
  let { expiresInS } = options;
  let [refusing, denying] = [false, false];

  return {
    issue(headers, body) {
      const given = basicCredentials(headers.authorization);
      if (given === null || refusing || !sameCredentials(given, options.credentials)) return invalidClient();
      if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
        return oauthError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded');
      }
      if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
        return oauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
      }
      const token = randomUUID();
      forgetExpired();
      expiryByToken.set(token, options.now() + expiresInS * 1000);
      return jsonAnswer({
        access_token: token,
        token_type: options.tokenType,
        expires_in: expiresInS,
        scope: 'failover',
        permissions: ['MT_ROLE_FAILOVER'],
      });
    },
    objection(headers) {
      const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
      const expiry = token === undefined ? undefined : expiryByToken.get(token);
      if (expiry === undefined || expiry <= options.now()) return tokenRefused();
      return denying ? roleMissing() : null;
    },
    revokeAll: () => expiryByToken.clear(),
    setExpiresIn: (seconds) => {
      expiresInS = seconds;
    },
    refuseCredentials: (refuse) => {
      refusing = refuse;
    },
    denyRole: (deny) => {
      denying = deny;
    },
  };

  function forgetExpired(): void {
    for (const [token, expiry] of expiryByToken) if (expiry <= options.now()) expiryByToken.delete(token);
  }
}

function basicCredentials(authorization: string | undefined): Credentials | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return id === '' ? null : { id, secret: secret.join(':') };
}

function sameCredentials(given: Credentials, wanted: Credentials | undefined): boolean {
  return wanted === undefined || (given.id === wanted.id && given.secret === wanted.secret);
}

const invalidClient = () => oauthError(401, 'invalid_client', 'Bad application id or secret');

/** OAuth's error fields beside Routee's own, so that either reading finds what it looks for. */
function oauthError(status: number, error: string, description: string): Answer {
  const code = `${status}000000`;
  return jsonAnswer({ error, error_description: description, code, developerMessage: description }, status);
}
