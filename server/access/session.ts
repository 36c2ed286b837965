/** What the gateway remembers of a person, in their own browser: sealed cookies that scripts cannot read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getIronSession, type IronSession, type SessionOptions } from 'iron-session';
import type { OidcAccess } from '../config.ts';

/** Who signed in. Empty before. */
export interface Session {
  sub?: string;
  name?: string;
  /** Of the person's groups those that the configuration asks for. */
  groups?: string[];
}

/** A sign-in under way. One cookie each, so that several pages can be opened at once. */
export interface SignIn {
  state?: string;
  nonce?: string;
  verifier?: string;
  to?: string;
}

const signInSeconds = 600;

export interface Sessions {
  readonly session: (request: FastifyRequest, reply: FastifyReply) => Promise<IronSession<Session>>;
  readonly signIn: (request: FastifyRequest, reply: FastifyReply, state: string) => Promise<IronSession<SignIn>>;
}

/** Not `strict`: a deep link from a chat, and the way back from the provider, would arrive without the cookie. */
function options(config: OidcAccess, name: string, ttl: number, path: string): SessionOptions {
  const secure = config.publicUrl.startsWith('https:');
  const prefix = !secure ? '' : path === '/' ? '__Host-' : '__Secure-';
  return {
    cookieName: `${prefix}${name}`,
    password: config.sessionSecret,
    ttl,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path },
  };
}

export function sessions(config: OidcAccess): Sessions {
  const sessionOptions = options(config, 'cascade', config.sessionSeconds, '/');
  return {
    session: (request, reply) => getIronSession<Session>(request.raw, reply.raw, sessionOptions),
    signIn: (request, reply, state) => {
      const name = `cascade-sign-in-${state.slice(0, 12)}`;
      return getIronSession<SignIn>(request.raw, reply.raw, options(config, name, signInSeconds, '/auth'));
    },
  };
}
