/** Notices that the one who asked has gone. */
import type { FastifyReply } from 'fastify';

/** The reason work for a request is given up. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** Aborts when the connection closes before the answer is out. Fastify's own signal follows the request, which ends earlier. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new ClientGone());
  });
  if (reply.raw.destroyed) controller.abort(new ClientGone());
  return controller.signal;
}
