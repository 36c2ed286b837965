/**
 * What was seen of a flow, and when: `GET /api/history/:trackingId`, a version's record, and the record of a
 * moment, masked as every answer is.
 */
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { api, recordSourceHeader } from '#contract/api.ts';
import type { historyAnswerSchema } from '#contract/history-answer.ts';
import { readMoment } from '#contract/moment.ts';
import { keptRecordQuerySchema, versionSchema } from '#contract/search-request.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { answerOf, asked, keptAnswer } from '../history/kept-answer.ts';
import { historyKey } from '../history/tracking-key.ts';
import { Problem } from '../problem.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import { checked, type Sending, send, trackingIdOf } from './tracking.ts';

interface Services extends Sending {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  readonly memory: AnswerMemory;
}

/** The moment in `?asof=`; null where none is asked for. */
function momentOf(query: unknown): number | null {
  const { asof } = checked(keptRecordQuerySchema, query);
  return asof === undefined ? null : readMoment(asof);
}

/** Throws a Problem where nothing is kept. */
export function kept(history: HistoryKeeper | null): HistoryKeeper {
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
    reply.header(recordSourceHeader, seen.source);
    return send(request, reply, answerOf(memory, bytes, seen.lastSeen), sending);
  });

  app.get<{ Params: { trackingId: string } }>(api.keptRecord.path, async (request, reply) => {
    const trackingId = trackingIdOf(request.params.trackingId);
    const at = momentOf(request.query);
    const answer = await keptAnswer({ history: kept(history), memory }, trackingId, at);
    if (answer === null) throw new Problem('not-found', 'The history has nothing of this flow at that time.');
    return send(request, reply, answer, sending);
  });
}
