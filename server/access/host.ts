/** The name under which a request asks for us: its `Host` header, read strictly. */
import type { FastifyRequest } from 'fastify';

export interface AskedHost {
  /** As it stands, port included. */
  readonly host: string;
  /** Without port; IPv6 addresses in their brackets. */
  readonly name: string;
}

/** RFC 3986's host and port of names and addresses as they are used. A URL parser would turn `localhost\.evil` into `localhost`. */
const hostAndPort = /^(\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?)(?::\d{1,5})?$/i;

/** Null for none, for two that differ or repeat, and for anything that is not a plain name or address with or without a port. */
export function askedHost(request: Pick<FastifyRequest, 'raw'>): AskedHost | null {
  const [host, ...more] = request.raw.headersDistinct.host ?? [];
  const name = more.length > 0 ? undefined : hostAndPort.exec(host ?? '')?.[1];
  return host === undefined || name === undefined ? null : { host, name };
}
