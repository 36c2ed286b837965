/** `POST /api/callbacks/routee/:secret`: what Routee posts of a flow. It is kept as a claim, for anybody may have posted it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Allowance } from '../access/allowance.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';

/** A record of a thousand messages; Routee's are a few kilobytes. */
const largestCallback = 1024 * 1024;
/** Of all callers together, in bursts as a campaign makes them. */
const callbacksPerMinute = 6000;
/** The history's line is full: a forwarder that tries again finds room. */
const retryAfterFull = 5;

interface Services {
  readonly history: Pick<HistoryKeeper, 'claim'>;
  readonly metrics: Metrics;
  readonly secret: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Takes the body as it is, whatever it calls itself: forwarders do not always say that it is JSON. */
function takeBytes(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestCallback }, (_request, body, done) =>
    done(null, body),
  );
}

export async function addCallbackRoute(app: FastifyInstance, services: Services): Promise<void> {
  const { history, metrics, secret, now = () => performance.now() } = services;
  const wanted = hashOf(secret);
  const allowance = new Allowance(callbacksPerMinute, now());

  const check = async ({ params }: FastifyRequest<{ Params: { secret: string } }>) => {
    // Hashes are of one length, and comparing them takes the same time whatever was sent.
    if (!timingSafeEqual(wanted, hashOf(params.secret))) {
      metrics.callbacks.inc({ result: 'refused' });
      throw new Problem('not-found', 'Nothing is here.');
    }
    const retryAfter = allowance.take(now());
    if (retryAfter === null) return;
    metrics.callbacks.inc({ result: 'limited' });
    throw new Problem('rate-limited', 'There are too many callbacks.', { retryAfter });
  };

  await app.register(async (scope) => {
    takeBytes(scope);
    // The secret is looked at before the body is read.
    scope.post<{ Params: { secret: string } }>(
      '/api/callbacks/routee/:secret',
      { onRequest: check },
      async ({ body }, reply) => {
        if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem('bad-request', 'There is no body.');
        const isTaken = history.claim(body, 'callback', Date.now());
        metrics.callbacks.inc({ result: isTaken ? 'taken' : 'full' });
        if (isTaken) return reply.code(202).send();
        throw new Problem('rate-limited', 'Too many callbacks wait to be kept.', { retryAfter: retryAfterFull });
      },
    );
  });
}
