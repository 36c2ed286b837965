/** An OpenID provider that says what a test wants it to say, signed as it should be or not. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Saying {
  /** Claims of the ID token beside those that it must have. */
  claims: Record<string, unknown>;
  /** `other`: signed by a key that is not the provider's. */
  key: 'own' | 'other';
  /** An answer of the token endpoint in place of tokens. */
  refusal: { status: number; body: unknown } | null;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly says: Saying;
  /** The address that the provider sends a person back to after they have signed in, given where the gateway sent them. */
  readonly wayBack: (departure: string, answer?: Record<string, string>) => string;
  readonly close: () => Promise<void>;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: object, key: KeyObject): string {
  const content = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function startTestProvider(): Promise<TestProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const says: Saying = { claims: { name: 'Maria' }, key: 'own', refusal: null };
  const nonces = new Map<string, string>();
  const clientId = 'cascade';
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/.well-known/openid-configuration') {
      const endpoints = {
        authorization_endpoint: `${issuer}/go`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      };
      return send(response, { issuer, ...endpoints, id_token_signing_alg_values_supported: ['RS256'] });
    }
    if (request.url === '/keys') {
      return send(response, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }],
      });
    }
    if (says.refusal !== null) return send(response, says.refusal.body, says.refusal.status);
    const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '');
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, sub: 'sub-1', iat: now, exp: now + 300, nonce, ...says.claims };
    const id = signed(claims, says.key === 'own' ? own.privateKey : other.privateKey);
    send(response, { access_token: 'access', token_type: 'Bearer', id_token: id });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    clientId,
    clientSecret: 'client-secret-4711',
    says,
    wayBack: (departure, answer) => {
      const asked = new URL(departure).searchParams;
      const code = `code-${nonces.size}`;
      nonces.set(code, asked.get('nonce') ?? '');
      return `/auth/callback?${new URLSearchParams({ ...(answer ?? { code }), state: asked.get('state') ?? '' })}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
