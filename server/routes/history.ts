/** What was seen of a flow, and when: `GET /api/history/:trackingId`, and a version's record, masked as every answer is. */
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { api, recordSourceHeader } from '#contract/api.ts';
import type { historyAnswerSchema } from '#contract/history-answer.ts';
import { versionSchema } from '#contract/search-request.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { historyKey } from '../history/tracking-key.ts';
import { Problem } from '../problem.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import { checked, type Sending, send, trackingIdOf } from './tracking.ts';

interface Services extends Sending {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  readonly memory: AnswerMemory;
}

/** The embedded database takes seconds to open, and one that hangs never answers. */
const longestMs = 5000;

async function asked<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The history took too long')), longestMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    throw new Problem('internal', 'The history cannot be read at the moment.', { status: 503, retryAfter: 5 });
  } finally {
    clearTimeout(timer);
  }
}

function kept(history: HistoryKeeper | null): HistoryKeeper {
  if (history === null) throw new Problem('not-found', 'This gateway keeps no history.');
  return history;
}

export function addHistoryRoutes(app: FastifyInstance, { history, memory, ...sending }: Services): void {
  app.get<{ Params: { trackingId: string } }>(api.history.path, async (request) => {
    const trackingId = historyKey(trackingIdOf(request.params.trackingId));
    const sightings = await asked(kept(history).read((store) => store.sightings(trackingId)));
    const time = (ms: number) => new Date(ms).toISOString();
    const versions = sightings.map(({ version, firstSeen, lastSeen, ...rest }) => {
      return { id: version, ...rest, firstSeen: time(firstSeen), lastSeen: time(lastSeen) };
    });
    return { trackingId, versions } satisfies z.infer<typeof historyAnswerSchema>;
  });

  app.get<{ Params: { trackingId: string; version: string } }>(api.version.path, async (request, reply) => {
    const trackingId = historyKey(trackingIdOf(request.params.trackingId));
    const version = Number(checked(versionSchema, request.params.version));
    const found = await asked(
      kept(history).read(async (store) => {
        const bytes = await store.record(trackingId, version);
        const seen = (await store.sightings(trackingId)).findLast((sighting) => sighting.version === version);
        return bytes === null || seen === undefined ? null : { bytes, seen };
      }),
    );
    if (found === null) throw new Problem('not-found', 'The history has no such version of this flow.');
    const { bytes, seen } = found;
    const lease = memory.lease();
    if (!lease.tryReserve(bytes.length)) {
      lease.release();
      throw new Problem('rate-limited', 'The gateway has no memory for it at the moment.', { retryAfter: 5 });
    }
    reply.header(recordSourceHeader, seen.source);
    const answer = { bytes, finished: false, ownId: null, asOf: seen.lastSeen, lease };
    return send(request, reply, answer, sending);
  });
}
