/** A certified OpenID provider on this machine, with a few people in it. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

/** Who can sign in, under their key, and their groups. */
export const people = {
  maria: { name: 'Maria Support', groups: ['cascade', 'support'] },
  nikos: { name: 'Nikos Viewer', groups: ['cascade'] },
  eva: { name: 'Eva Elsewhere', groups: ['sales'] },
} as const;

export const client = { id: 'cascade', secret: 'client-secret-of-the-tests' };

export interface IdentityProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

function page(heading: string, form: string): string {
  return `<!doctype html><title>${heading}</title><h1>${heading}</h1>${form}`;
}

const signInForm = (path: string) =>
  page(
    'Sign in at the provider',
    `<form method="post" action="${path}"><label>User <input name="user"></label><button>Sign in</button></form>`,
  );

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Nobody is asked for consent: it is their own company's application. */
async function grantWithoutAsking({ oidc }: Context) {
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope(oidc.params.scope);
  await grant.save();
  return grant;
}

function findAccount(_context: Context, sub: string) {
  const person = Object.entries(people).find(([key]) => key === sub)?.[1];
  return person && { accountId: sub, claims: async () => ({ sub, ...person }) };
}

function configuration(redirect: string, afterSignOut: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirect],
        post_logout_redirect_uris: [afterSignOut],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['keys of the tests'] },
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context: Context, form: string) => {
          context.body = page(
            'Leave the provider too?',
            `${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`,
          );
        },
      },
    },
    loadExistingGrant: grantWithoutAsking,
    findAccount,
  };
}

/** A provider that knows one application: the gateway at an address. */
export async function startIdentityProvider(gateway: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form. Another host than the gateway's: another site.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(`${gateway}/auth/callback`, `${gateway}/auth/signed-out`));
  const serve = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (!path.startsWith('/interaction/')) serve(request, response);
    else if (request.method === 'GET') response.setHeader('content-type', 'text/html').end(signInForm(path));
    else void finishSignIn(provider, request, response);
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function finishSignIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const user = new URLSearchParams(await textOf(request)).get('user');
  await provider.interactionFinished(request, response, { login: { accountId: user } });
}
