/** `POST /api/history/uploads`: a record that a person chose to keep. Kept as a claim, as callbacks are. */
import type { FastifyInstance } from 'fastify';
import { api } from '#contract/api.ts';
import { claimedRecords } from '../history/claimed-records.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { Problem } from '../problem.ts';
import { takeBytes } from './body-bytes.ts';

/** As large as what is kept of Routee's own answers. */
const largestUpload = 4 * 1024 * 1024;

export async function addUploadRoute(app: FastifyInstance, history: Pick<HistoryKeeper, 'claim'>): Promise<void> {
  await app.register(async (scope) => {
    takeBytes(scope, largestUpload);
    scope.post(api.upload.path, async ({ body }, reply) => {
      const found = Buffer.isBuffer(body) ? claimedRecords(body) : [];
      if (!Buffer.isBuffer(body) || found.length === 0)
        throw new Problem('bad-request', 'The body holds no record with a tracking ID.');
      if (!history.claim(body, 'upload', Date.now()))
        throw new Problem('rate-limited', 'Too much waits to be kept.', { retryAfter: 5 });
      return reply.code(202).send({ trackingIds: found.map(({ trackingIds: [first] }) => first) });
    });
  });
}
