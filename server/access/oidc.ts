/** `ACCESS=oidc`: people sign in at an OpenID provider; a sealed cookie says who they are from then on. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OidcAccess } from '../config.ts';
import { Problem } from '../problem.ts';
import { isNavigation } from '../routes/app-files.ts';
import { type Access, isMasked, type MaskingRule } from './access.ts';
import { refuseCrossSite } from './cross-site.ts';
import { sendPage } from './page.ts';
import { type Provider, provider } from './provider.ts';
import { localPath, signInPath } from './return-to.ts';
import { type Session, type Sessions, sessions } from './session.ts';

function signInFirst(request: FastifyRequest): Problem {
  const signIn = isNavigation(request) ? signInPath(localPath(request.url)) : '/auth/sign-in';
  return new Problem('sign-in', 'Sign in to go on.', { signIn });
}

function signInFailed(request: FastifyRequest, reply: FastifyReply, error: unknown, to: string): FastifyReply {
  request.log.warn({ err: error }, 'sign-in failed');
  return sendPage(reply, {
    status: 502,
    heading: 'Signing in did not work',
    text: `The sign-in service did not answer, or its answer was not valid (request ${request.id}).`,
    link: { to: signInPath(to), text: 'Try again' },
  });
}

/** Not sent to the provider again by itself: a browser that keeps no cookies would go round for ever. */
function cookieLost(reply: FastifyReply): FastifyReply {
  return sendPage(reply, {
    status: 400,
    heading: 'Signing in did not work',
    text: 'It took longer than ten minutes, or this browser does not keep the cookie that belongs to it.',
    link: { to: '/auth/sign-in', text: 'Try again' },
  });
}

interface Parts {
  readonly config: OidcAccess;
  readonly cookies: Sessions;
  readonly identity: Provider;
  /** Of somebody's groups those that matter here. */
  readonly relevant: (groups: readonly string[]) => string[];
}

function addSignIn(app: FastifyInstance, { cookies, identity }: Parts): void {
  app.get<{ Querystring: { to?: unknown } }>('/auth/sign-in', async (request, reply) => {
    const to = localPath(request.query.to);
    try {
      const { url, departure } = await identity.depart();
      const cookie = await cookies.signIn(request, reply, departure.state);
      Object.assign(cookie, departure, { to });
      await cookie.save();
      return reply.redirect(url.href, 302);
    } catch (error) {
      return signInFailed(request, reply, error, to);
    }
  });
}

function addCallback(app: FastifyInstance, { config, cookies, identity, relevant }: Parts): void {
  app.get<{ Querystring: { state?: unknown } }>('/auth/callback', async (request, reply) => {
    const cookie = await cookies.signIn(request, reply, String(request.query.state ?? ''));
    const { state, nonce, verifier } = cookie;
    const to = localPath(cookie.to);
    if (state === undefined || nonce === undefined || verifier === undefined) return cookieLost(reply);
    cookie.destroy();
    try {
      const arrival = await identity.arrive(new URL(request.url, config.publicUrl), { state, nonce, verifier });
      const groups = relevant(arrival.groups);
      const isMember = config.group === null || groups.includes(config.group);
      request.log.info({ user: arrival.name, isMember }, 'signed in');
      if (!isMember) return notMember(reply, arrival.name);
      const session = await cookies.session(request, reply);
      Object.assign(session, { sub: arrival.sub, name: arrival.name, groups } satisfies Session);
      await session.save();
      return reply.redirect(to, 302);
    } catch (error) {
      return signInFailed(request, reply, error, to);
    }
  });
}

function notMember(reply: FastifyReply, name: string): FastifyReply {
  return sendPage(reply, {
    status: 403,
    heading: 'You may not use Cascade',
    text: `${name} is signed in, but is not in the group that may use Cascade. Whoever runs it can add you.`,
    link: { to: '/auth/sign-out', text: 'Sign in as somebody else' },
  });
}

function addSignOut(app: FastifyInstance, { config, cookies, identity }: Parts): void {
  app.get('/auth/sign-out', async (request, reply) => {
    refuseCrossSite(request, config.publicUrl);
    (await cookies.session(request, reply)).destroy();
    const url = await identity.endUrl().catch(() => null);
    return reply.redirect(url?.href ?? '/auth/signed-out', 302);
  });

  app.get('/auth/signed-out', async (_request, reply) =>
    sendPage(reply, {
      status: 200,
      heading: 'Signed out',
      text: 'You are signed out of Cascade.',
      link: { to: '/auth/sign-in', text: 'Sign in' },
    }),
  );
}

export function oidcAccess(config: OidcAccess, rule: MaskingRule): Access {
  const wanted = [config.group, rule.unmaskGroup].filter((group) => group !== null);
  const relevant = (groups: readonly string[]) => wanted.filter((group) => groups.includes(group));
  const parts = { config, cookies: sessions(config), identity: provider(config), relevant };
  return {
    // The files of the app hold nothing of anybody's; its page and its data are for those who are signed in.
    isOpen: (kind) => kind === 'file' || kind === 'auth',
    personOf: async (request, reply) => {
      const { name, groups = [] } = await parts.cookies.session(request, reply);
      if (name === undefined || (config.group !== null && !groups.includes(config.group))) throw signInFirst(request);
      return { name, masked: isMasked(rule, groups) };
    },
    addRoutes: (app) => {
      addSignIn(app, parts);
      addCallback(app, parts);
      addSignOut(app, parts);
    },
  };
}
