/**
 * What colleagues add to a kept flow: notes, a pin, and who opened it. Masked people read others' words by their length alone,
 * as they do texts of messages; who wrote and when stays.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { api } from '#contract/api.ts';
import { type FlowMarks, type FlowNotes, newNoteSchema, newPinSchema } from '#contract/notes.ts';
import { wholeNumberSchema } from '#contract/search-request.ts';
import { maskText } from '#model/masking/masking.ts';
import { type Author, authorOf } from '../history/author.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { asked } from '../history/kept-answer.ts';
import {
  addNote,
  addPin,
  isKept,
  markedFlows,
  mostNotes,
  mostPins,
  notesOf,
  pinOf,
  type Refusal,
  removeNote,
  removePin,
} from '../history/notes.ts';
import { type Openings, openingsOf } from '../history/openings.ts';
import { historyKey } from '../history/tracking-key.ts';
import { Problem } from '../problem.ts';
import { kept } from './history.ts';
import { checked, isMasked, trackingIdOf } from './tracking.ts';

interface Services {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  /** Null where who opened what is not kept. */
  readonly openings: Openings | null;
}

type OfFlow = FastifyRequest<{ Params: { trackingId: string } }>;

const refusals: Readonly<Record<Refusal, (most: number) => Problem>> = {
  notKept: () => new Problem('not-found', 'The history does not have this flow.'),
  tooMany: (most) => new Problem('taken', `There are ${most} already, and no more are kept.`),
  taken: () => new Problem('taken', 'This flow is pinned already.'),
};

/** Whether the words of somebody are shown to the one who asks. Where nobody signs in, what is one's own cannot be told. */
function shows(request: FastifyRequest, own: boolean): boolean {
  return !isMasked(request) || (own && request.person?.name != null);
}

const time = (ms: number) => new Date(ms).toISOString();

async function notesFor(request: OfFlow, { history, openings }: Services): Promise<FlowNotes> {
  const trackingId = historyKey(trackingIdOf(request.params.trackingId));
  const author = authorOf(request.person);
  const seesOpenings = openings !== null && request.person?.seesOpenings === true;
  if (seesOpenings) await openings.flush();
  const read = await asked(
    kept(history).query(async (database) => ({
      kept: await isKept(database, trackingId),
      pin: await pinOf(database, trackingId, author),
      notes: await notesOf(database, trackingId, author),
      openings: seesOpenings ? await openingsOf(database, trackingId) : null,
    })),
  );
  const shown = (own: boolean, text: string) => (shows(request, own) ? text : maskText(text));
  const { pin } = read;
  return {
    kept: read.kept,
    pin:
      pin === null
        ? null
        : {
            author: pin.author,
            own: pin.own,
            at: time(pin.pinnedAt),
            reason: shown(pin.own, pin.reason),
            ticket: pin.ticket === null ? null : shown(pin.own, pin.ticket),
          },
    notes: read.notes.map(({ id, author: by, own, writtenAt, body }) => {
      return { id, author: by, own, at: time(writtenAt), text: shown(own, body) };
    }),
    openings:
      read.openings?.map(({ firstAt, lastAt, ...rest }) => {
        return { ...rest, firstAt: time(firstAt), lastAt: time(lastAt) };
      }) ?? null,
  };
}

/** What was asked for, by whom, now. */
function written(request: OfFlow): { trackingId: string; author: Author; at: number } {
  const trackingId = historyKey(trackingIdOf(request.params.trackingId));
  return { trackingId, author: authorOf(request.person), at: Date.now() };
}

export function addNoteRoutes(app: FastifyInstance, services: Services): void {
  const { history } = services;

  app.get(api.marks.path, async (): Promise<FlowMarks> => asked(kept(history).query(markedFlows)));

  app.get<{ Params: { trackingId: string } }>(api.notes.path, (request) => notesFor(request, services));

  app.post<{ Params: { trackingId: string } }>(api.addNote.path, async (request, reply) => {
    const what = { ...written(request), body: checked(newNoteSchema, request.body).text };
    const added = await asked(kept(history).query((database) => addNote(database, what)));
    if (typeof added === 'string') throw refusals[added](mostNotes);
    return reply.code(201).send(await notesFor(request, services));
  });

  app.delete<{ Params: { trackingId: string; note: string } }>(api.removeNote.path, async (request) => {
    const { trackingId, author } = written(request);
    const what = { trackingId, author, id: Number(checked(wholeNumberSchema('note'), request.params.note)) };
    if (!(await asked(kept(history).query((database) => removeNote(database, what))))) {
      throw new Problem('not-found', 'There is no such note of yours.');
    }
    return notesFor(request, services);
  });

  app.put<{ Params: { trackingId: string } }>(api.pin.path, async (request) => {
    const { reason, ticket = null } = checked(newPinSchema, request.body);
    const what = { ...written(request), reason, ticket };
    const refused = await asked(kept(history).query((database) => addPin(database, what)));
    if (refused !== null) throw refusals[refused](mostPins);
    return notesFor(request, services);
  });

  app.delete<{ Params: { trackingId: string } }>(api.unpin.path, async (request) => {
    const { trackingId } = written(request);
    if (!(await asked(kept(history).query((database) => removePin(database, trackingId))))) {
      throw new Problem('not-found', 'This flow is not pinned.');
    }
    return notesFor(request, services);
  });
}
