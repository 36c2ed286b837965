/** Requests to `/api` that another site's page made a browser send. */
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { askedHost } from './host.ts';

function hostOf(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : null;
}

/**
 * Refuses what a browser says comes from elsewhere. Browsers that do not say (`Sec-Fetch-Site`) send `Origin` with
 * what could do harm; programs without a browser send neither and pass.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | null): void {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const own = [hostOf(`http://${askedHost(request)?.host}`), hostOf(publicUrl ?? undefined)].filter(
    (host) => host !== null,
  );
  const isOwnOrigin = headers.origin === undefined || own.some((host) => host === hostOf(headers.origin));
  const isOwn = site === undefined ? isOwnOrigin : site === 'same-origin' || site === 'none';
  if (!isOwn) throw new Problem('not-allowed', 'Another site’s page may not ask this gateway.');
}
