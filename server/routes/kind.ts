/** What sort of route a request has reached. Told by the route, never by the address: `/%61pi` reaches `/api` too. */
import type { FastifyRequest } from 'fastify';

/** `page`: the app's page or nothing. `callback`: what Routee's servers post, who have no session. */
export type RouteKind = 'api' | 'auth' | 'callback' | 'health' | 'file' | 'page';

const healthPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

export function routeKind(request: FastifyRequest): RouteKind {
  const url = request.routeOptions.url;
  if (request.is404 || url === undefined) return 'page';
  if (url.startsWith('/api/callbacks/')) return 'callback';
  if (url.startsWith('/api/')) return 'api';
  if (url.startsWith('/auth/')) return 'auth';
  if (url === '/search') return 'page';
  return healthPaths.has(url) ? 'health' : 'file';
}
