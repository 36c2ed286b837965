/** `ACCESS=oidc`: people sign in at an OpenID provider; a sealed cookie says who they are from then on. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withinBase } from '#contract/base-path.ts';
import type { OidcAccess } from '../config.ts';
import { Problem } from '../problem.ts';
import { isNavigation } from '../routes/app-files.ts';
import { type Access, isMasked, type MaskingRule, maySeeOpenings } from './access.ts';
import { refuseCrossSite } from './cross-site.ts';
import { isInGroup, whatCame } from './groups.ts';
import { sendPage } from './page.ts';
import { type Arrival, type Provider, provider, ticketIn } from './provider.ts';
import { localPath, signInPath } from './return-to.ts';
import { type Session, type Sessions, type SignIn, sessions } from './session.ts';
import { signInFailure } from './sign-in-failure.ts';

function signInFirst({ config: { basePath } }: Parts, request: FastifyRequest): Problem {
  const signIn = isNavigation(request) ? signInPath(localPath(request.url)) : '/auth/sign-in';
  return new Problem('sign-in', 'Sign in to go on.', { signIn: `${basePath}${signIn}` });
}

interface Failure {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly error: unknown;
  readonly to: string;
}

function signInFailed({ config: { basePath } }: Parts, { request, reply, error, to }: Failure): FastifyReply {
  const { status, text, reason } = signInFailure(error);
  request.log.warn({ err: error, reason }, 'sign-in failed');
  return sendPage(reply, {
    status,
    heading: 'Signing in did not work',
    text: `${text} (Request ${request.id}.)`,
    link: { to: `${basePath}${signInPath(to)}`, text: 'Try again' },
  });
}

/** Not sent to the provider again by itself: a browser that keeps no cookies would go round for ever. */
function cookieLost({ config: { basePath } }: Parts, reply: FastifyReply): FastifyReply {
  return sendPage(reply, {
    status: 400,
    heading: 'Signing in did not work',
    text: 'It took longer than ten minutes, or this browser does not keep the cookie that belongs to it.',
    link: { to: `${basePath}/auth/sign-in`, text: 'Try again' },
  });
}

interface Parts {
  readonly config: OidcAccess;
  readonly cookies: Sessions;
  readonly identity: Provider;
  /** Of somebody's groups those that matter here. */
  readonly relevant: (groups: readonly string[]) => string[];
  readonly mayEnter: (groups: readonly string[]) => boolean;
}

/** A state longer than this is more than some providers take; the cookie holds the whole address. */
const longestInTicket = 500;
/** A sign-in whose cookie was lost, as with many pages at once, begins anew so often by itself. */
const mostAgain = 2;

async function leave(parts: Parts, request: FastifyRequest, reply: FastifyReply, to: string, again = 0) {
  const { cookies, identity } = parts;
  try {
    const ticket = await cookies.ticket({ to: to.length > longestInTicket ? '/' : to, again });
    const { url, departure } = await identity.depart(ticket);
    const cookie = await cookies.newSignIn(request, reply);
    Object.assign(cookie, departure, { to, at: Date.now() } satisfies SignIn);
    await cookie.save();
    return reply.redirect(url.href, 302);
  } catch (error) {
    return signInFailed(parts, { request, reply, error, to });
  }
}

function addSignIn(app: FastifyInstance, parts: Parts): void {
  app.get<{ Querystring: { to?: unknown } }>('/auth/sign-in', async (request, reply) => {
    const { to } = request.query;
    // With the base path or without: both are ours.
    const path = typeof to === 'string' ? (withinBase(to, parts.config.basePath) ?? to) : to;
    return leave(parts, request, reply, localPath(path));
  });
}

/**
 * Of many pages that sign in at once only the last few keep their cookies. The others go where they wanted to when one
 * of them has signed in by now, and to the provider once more when not.
 */
async function withoutCookie(parts: Parts, request: FastifyRequest, reply: FastifyReply, state: string) {
  const ticket = await parts.cookies.readTicket(ticketIn(state));
  if (ticket === null) return cookieLost(parts, reply);
  const to = localPath(ticket.to);
  const session = await parts.cookies.session(request, reply);
  if (session.name !== undefined && parts.mayEnter(session.groups ?? []))
    return reply.redirect(`${parts.config.basePath}${to}`, 302);
  return ticket.again < mostAgain ? leave(parts, request, reply, to, ticket.again + 1) : cookieLost(parts, reply);
}

/** Makes a session of what the provider says; people outside the group get none. */
async function enter(parts: Parts, request: FastifyRequest, reply: FastifyReply, arrival: Arrival, to: string) {
  const { sub, name } = arrival;
  const groups = parts.relevant(arrival.groups.names);
  const isMember = parts.mayEnter(groups);
  const { names, oddItems, state } = arrival.groups;
  const came = { groups: names.slice(0, 20), count: names.length, oddItems, state };
  request.log.info({ user: name, sub, isMember, came }, 'signed in');
  if (!isMember) return notMember(parts, reply, { name, came: whatCame(arrival.groups, parts.config.groupsClaim) });
  const session = await parts.cookies.session(request, reply);
  Object.assign(session, { sub, name, groups } satisfies Session);
  await session.save();
  return reply.redirect(`${parts.config.basePath}${to}`, 302);
}

function addCallback(app: FastifyInstance, parts: Parts): void {
  const { config, cookies, identity } = parts;
  app.get<{ Querystring: { state?: unknown; error?: unknown } }>('/auth/callback', async (request, reply) => {
    const given = String(request.query.state ?? '');
    const cookie = await cookies.signInOf(request, reply, given);
    const { state, nonce, verifier } = cookie ?? {};
    if (cookie === null || state === undefined || nonce === undefined || verifier === undefined) {
      return request.query.error === undefined ? withoutCookie(parts, request, reply, given) : cookieLost(parts, reply);
    }
    const to = localPath(cookie.to);
    cookie.destroy();
    try {
      const arrival = await identity.arrive(new URL(`${config.basePath}${request.url}`, config.publicUrl), {
        state,
        nonce,
        verifier,
      });
      return await enter(parts, request, reply, arrival, to);
    } catch (error) {
      return signInFailed(parts, { request, reply, error, to });
    }
  });
}

function notMember(
  { config: { basePath } }: Parts,
  reply: FastifyReply,
  { name, came }: { readonly name: string; readonly came: string },
): FastifyReply {
  return sendPage(reply, {
    status: 403,
    heading: 'You may not use Cascade',
    text: `${name} is signed in, but is not in the group that may use Cascade. Whoever runs it can add you. ${came}`,
    link: { to: `${basePath}/auth/sign-out`, text: 'Sign in as somebody else' },
  });
}

function addSignOut(app: FastifyInstance, { config, cookies, identity }: Parts): void {
  app.get('/auth/sign-out', async (request, reply) => {
    refuseCrossSite(request, config.publicUrl);
    (await cookies.session(request, reply)).destroy();
    const url = await identity.endUrl().catch(() => null);
    return reply.redirect(url?.href ?? `${config.basePath}/auth/signed-out`, 302);
  });

  app.get('/auth/signed-out', async (_request, reply) =>
    sendPage(reply, {
      status: 200,
      heading: 'Signed out',
      text: 'You are signed out of Cascade.',
      link: { to: `${config.basePath}/auth/sign-in`, text: 'Sign in' },
    }),
  );
}

export function oidcAccess(config: OidcAccess, rule: MaskingRule): Access {
  const wanted = [config.group, rule.unmaskGroup, rule.openingsGroup].filter((group) => group !== null);
  const relevant = (groups: readonly string[]) => wanted.filter((group) => isInGroup(group, groups));
  const mayEnter = (groups: readonly string[]) => config.group === null || isInGroup(config.group, groups);
  const parts = { config, cookies: sessions(config), identity: provider(config), relevant, mayEnter };
  return {
    // The files of the app hold nothing of anybody's; its page and its data are for those who are signed in.
    isOpen: (kind) => kind === 'file' || kind === 'auth',
    personOf: async (request, reply) => {
      const { name, sub = null, groups = [] } = await parts.cookies.session(request, reply);
      if (name === undefined || !mayEnter(groups)) throw signInFirst(parts, request);
      return { name, sub, masked: isMasked(rule, groups), seesOpenings: maySeeOpenings(rule, groups) };
    },
    addRoutes: (app) => {
      addSignIn(app, parts);
      addCallback(app, parts);
      addSignOut(app, parts);
    },
  };
}
