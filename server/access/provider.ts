/** The OpenID provider: authorization code with PKCE, state and nonce, by a certified client library. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import * as z from 'zod/mini';
import type { OidcAccess } from '../config.ts';
import { type Groups, groupsIn } from './groups.ts';

const timeoutSeconds = 10;
/** Between the random part of a state, which is base64url, and the ticket. */
const ticketSign = '.';

/** The ticket in a state that came back; empty where there is none. */
export function ticketIn(state: string): string {
  const at = state.indexOf(ticketSign);
  return at < 0 ? '' : state.slice(at + 1);
}

/** What is kept between leaving for the provider and coming back. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Arrival {
  readonly sub: string;
  readonly name: string;
  readonly groups: Groups;
}

type Claims = Readonly<Record<string, unknown>>;

export interface Provider {
  /** Where to send somebody; `ticket` comes back as a part of the state. */
  readonly depart: (ticket: string) => Promise<{ url: URL; departure: Departure }>;
  /** Checks the provider's answer and everything in it; rejects when anything is amiss. */
  readonly arrive: (url: URL, departure: Departure) => Promise<Arrival>;
  /** Where the provider ends its own session, or null where it offers no such thing. */
  readonly endUrl: () => Promise<URL | null>;
}

const nameSchema = z.string().check(z.minLength(1), z.maxLength(200));
function nameIn(claims: Claims): string | undefined {
  const candidates = [claims.name, claims.preferred_username, claims.email];
  return candidates.map((claim) => nameSchema.safeParse(claim).data).find((name) => name !== undefined);
}

/** Tried again on the next sign-in when the provider could not be reached. */
function discovered(config: OidcAccess): () => Promise<Configuration> {
  let known: Promise<Configuration> | null = null;
  // An ID token's signature is checked although it comes over TLS: who can write into that connection is not the provider.
  const execute = [enableNonRepudiationChecks];
  if (config.issuer.startsWith('http:')) execute.push(allowInsecureRequests);
  return () => {
    known ??= discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
      execute,
      timeout: timeoutSeconds,
    }).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

export function provider(config: OidcAccess): Provider {
  const client = discovered(config);
  const callback = new URL(`${config.basePath}/auth/callback`, config.publicUrl).href;
  return {
    depart: async (ticket) => {
      const state = `${randomState()}${ticketSign}${ticket}`;
      const departure = { state, nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await client(), {
        redirect_uri: callback,
        scope: config.scope,
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: await calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
      });
      return { url, departure };
    },
    arrive: async (url, { state, nonce, verifier }) => {
      const configuration = await client();
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const idClaims: Claims & { sub: string } = tokens.claims() ?? { sub: '' };
      const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
      // Many providers keep names and groups out of the ID token.
      const more: Claims = hasUserInfo ? await fetchUserInfo(configuration, tokens.access_token, idClaims.sub) : {};
      const claims: Claims = { ...more, ...idClaims };
      const groups = groupsIn(claims, config.groupsClaim);
      return { sub: idClaims.sub, name: nameIn(claims) ?? idClaims.sub.slice(0, 200), groups };
    },
    endUrl: async () => {
      const configuration = await client();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      const back = new URL(`${config.basePath}/auth/signed-out`, config.publicUrl).href;
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: back });
    },
  };
}
