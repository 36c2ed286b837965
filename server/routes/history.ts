/**
 * What was seen of a flow, and when: `GET /api/history/:trackingId`, a version's record, and the record of a
 * moment, masked as every answer is.
 */
import type { FastifyInstance } from 'fastify';
import { readMoment } from '#contract/moment.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { answerOf, asked, keptAnswer } from '../history/kept-answer.ts';
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

/** The moment in `?asof=`; null where none is asked for. */
function momentOf(query: unknown): number | null {
  const asof = typeof query === 'object' && query !== null && 'asof' in query ? query.asof : null;
  if (asof === null) return null;
  const at = typeof asof === 'string' ? readMoment(asof) : null;
  if (at === null) throw new Problem('bad-request', 'asof: a time like 2025-05-05T15:00:00Z.');
  return at;
}

function kept(history: HistoryKeeper | null): HistoryKeeper {
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
      reply.header('x-record-source', seen.source);
      return send(request, reply, answerOf(memory, bytes, seen.lastSeen), sending);
    },
  );

  app.get<{ Params: { trackingId: string } }>('/api/history/:trackingId/record', async (request, reply) => {
    const trackingId = trackingIdOf(request.params.trackingId);
    const at = momentOf(request.query);
    const answer = await keptAnswer({ history: kept(history), memory }, trackingId, at);
    if (answer === null) throw new Problem('not-found', 'The history has nothing of this flow at that time.');
    return send(request, reply, answer, sending);
  });
}
