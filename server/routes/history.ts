/** What was seen of a flow, and when: `GET /api/history/:trackingId`, and a version's record, masked as every answer is. */
import type { FastifyInstance } from 'fastify';
import type { HistoryKeeper } from '../history/keeper.ts';
import { historyKey } from '../history/tracking-key.ts';
import { Problem } from '../problem.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import { type Sending, send, trackingIdOf } from './tracking.ts';

interface Services extends Sending {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  readonly memory: AnswerMemory;
}

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Problem('bad-request', 'version: a whole number.');
  return Number(text);
}

/** The embedded database takes seconds to open, and one that hangs never answers. */
const longestMs = 5000;

/** The answer, or a Problem that says to come back. */
export async function asked<Value>(answer: Promise<Value>): Promise<Value> {
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

/** Throws a Problem where nothing is kept. */
export function kept(history: HistoryKeeper | null): HistoryKeeper {
  if (history === null) throw new Problem('not-found', 'This gateway keeps no history.');
  return history;
}

export function addHistoryRoutes(app: FastifyInstance, { history, memory, ...sending }: Services): void {
  app.get<{ Params: { trackingId: string } }>('/api/history/:trackingId', async (request) => {
    const trackingId = historyKey(trackingIdOf(request.params.trackingId));
    const sightings = await asked(kept(history).read((store) => store.sightings(trackingId)));
    const time = (ms: number) => new Date(ms).toISOString();
    const versions = sightings.map(({ version, firstSeen, lastSeen, ...rest }) => {
      return { id: version, ...rest, firstSeen: time(firstSeen), lastSeen: time(lastSeen) };
    });
    return { trackingId, versions };
  });

  app.get<{ Params: { trackingId: string; version: string } }>(
    '/api/history/:trackingId/versions/:version',
    async (request, reply) => {
      const trackingId = historyKey(trackingIdOf(request.params.trackingId));
      const version = versionOf(request.params.version);
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
      reply.header('x-record-source', seen.source);
      const answer = { bytes, finished: false, ownId: null, asOf: seen.lastSeen, lease };
      return send(request, reply, answer, sending);
    },
  );
}
