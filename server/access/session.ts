/** What the gateway remembers of a person, in their own browser: sealed cookies that scripts cannot read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getIronSession, type IronSession, type SessionOptions, sealData, unsealData } from 'iron-session';
import * as z from 'zod/mini';
import type { OidcAccess } from '../config.ts';

/** Who signed in. Empty before. */
export interface Session {
  sub?: string;
  name?: string;
  /** Of the person's groups those that the configuration asks for. */
  groups?: string[];
}

/** A sign-in under way. */
export interface SignIn {
  state?: string;
  nonce?: string;
  verifier?: string;
  to?: string;
  /** When it began, epoch ms. */
  at?: number;
}

/** What the way to the provider and back carries beside the cookie, for when the cookie did not last. */
export interface Ticket {
  readonly to: string;
  /** How often this sign-in has begun anew by itself. */
  readonly again: number;
}

const signInSeconds = 600;
/**
 * Sign-ins that a browser may have under way. Their cookies have these few fixed names, so that however many pages are
 * opened at once, all cookies together stay below what servers and proxies read (8 KB with nginx, 16 KB with Node).
 */
const signInPlaces = 6;
const ticketSchema = z.object({ to: z.string(), again: z.number() });

export interface Sessions {
  readonly session: (request: FastifyRequest, reply: FastifyReply) => Promise<IronSession<Session>>;
  /** A place for a new sign-in: a free one, or that of the oldest. */
  readonly newSignIn: (request: FastifyRequest, reply: FastifyReply) => Promise<IronSession<SignIn>>;
  /** The sign-in under way that has this state, or null. */
  readonly signInOf: (
    request: FastifyRequest,
    reply: FastifyReply,
    state: string,
  ) => Promise<IronSession<SignIn> | null>;
  readonly ticket: (ticket: Ticket) => Promise<string>;
  /** Null for what we did not seal, or long ago. */
  readonly readTicket: (sealed: string) => Promise<Ticket | null>;
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

function isSent(request: FastifyRequest, name: string): boolean {
  return (request.headers.cookie ?? '').split(';').some((pair) => pair.split('=', 1)[0]?.trim() === name);
}

/** What the cookie holds; a cookie that is damaged, too old or not ours holds nothing and is taken back. */
async function opened<Kind extends object>(request: FastifyRequest, reply: FastifyReply, settings: SessionOptions) {
  try {
    const session = await getIronSession<Kind>(request.raw, reply.raw, settings);
    if (Object.keys(session).length === 0 && isSent(request, settings.cookieName)) session.destroy();
    return session;
  } catch {
    // The library throws at some kinds of damage and gives an empty session at others.
    const session = await getIronSession<Kind>(new Request('http://empty.invalid'), reply.raw, settings);
    session.destroy();
    return session;
  }
}

export function sessions(config: OidcAccess): Sessions {
  const sessionOptions = options(config, 'cascade', config.sessionSeconds, config.basePath || '/');
  const places = Array.from({ length: signInPlaces }, (_, place) =>
    options(config, `cascade-sign-in-${place}`, signInSeconds, `${config.basePath}/auth`),
  );
  const sealing = { password: config.sessionSecret, ttl: signInSeconds };
  let next = 0;
  const all = (request: FastifyRequest, reply: FastifyReply) =>
    Promise.all(places.map((place) => opened<SignIn>(request, reply, place)));
  return {
    session: (request, reply) => opened<Session>(request, reply, sessionOptions),
    newSignIn: async (request, reply) => {
      const known = await all(request, reply);
      // Pages opened at once see no cookie yet: each begins to look for a free place one further.
      next = (next + 1) % signInPlaces;
      const inOrder = [...known.slice(next), ...known.slice(0, next)];
      const [oldest] = inOrder.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
      if (oldest === undefined) throw new Error('There is a place for a sign-in');
      return oldest;
    },
    signInOf: async (request, reply, state) =>
      (await all(request, reply)).find((signIn) => state !== '' && signIn.state === state) ?? null,
    ticket: (ticket) => sealData(ticket, sealing),
    readTicket: async (sealed) => {
      const content = await unsealData(sealed, sealing).catch(() => null);
      return ticketSchema.safeParse(content).data ?? null;
    },
  };
}
