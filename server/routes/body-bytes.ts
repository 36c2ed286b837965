/** Bodies as they were sent. */
import type { FastifyInstance } from 'fastify';

/** Within `scope` a body is its bytes, whatever it calls itself: forwarders do not always say that it is JSON. */
export function takeBytes(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
}
