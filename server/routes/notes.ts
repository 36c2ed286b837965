/**
 * What colleagues add to a kept flow: notes, a pin, and who opened it. Masked people read others' words by their length alone,
 * as they do texts of messages; who wrote and when stays.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type FlowMarks, type FlowNotes, longestNote, longestReason, longestTicket } from '#contract/notes.ts';
import { maskText } from '#model/masking/masking.ts';
import { type Author, authorOf } from '../history/author.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
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
import { asked, kept } from './history.ts';
import { checked, isMasked, trackingIdOf } from './tracking.ts';

interface Services {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  /** Null where who opened what is not kept. */
  readonly openings: Openings | null;
}

type OfFlow = FastifyRequest<{ Params: { trackingId: string } }>;

/** As a database can hold it and a page can show it: no control characters but ends of lines, nothing before or after. */
function plain(text: string): string {
  return Buffer.from(text.replace(/\r\n?/g, '\n'))
    .toString()
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

function words(name: string, longest: number) {
  const said = `${name}: a text of 1 to ${longest} characters`;
  return z.pipe(
    z.string(said).check(z.maxLength(longest, said)),
    z.pipe(z.transform(plain), z.string().check(z.minLength(1, said))),
  );
}

const noteSchema = z.strictObject({ text: words('text', longestNote) }, 'The body must be a JSON object with a text');
const pinSchema = z.strictObject(
  { reason: words('reason', longestReason), ticket: z.optional(z.nullable(words('ticket', longestTicket))) },
  'The body must be a JSON object with a reason',
);

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

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Problem('bad-request', 'note: a whole number.');
  return Number(text);
}

export function addNoteRoutes(app: FastifyInstance, services: Services): void {
  const { history } = services;
  const path = '/api/history/:trackingId';

  app.get('/api/history/marks', async (): Promise<FlowMarks> => asked(kept(history).query(markedFlows)));

  app.get<{ Params: { trackingId: string } }>(`${path}/notes`, (request) => notesFor(request, services));

  app.post<{ Params: { trackingId: string } }>(`${path}/notes`, async (request, reply) => {
    const what = { ...written(request), body: checked(noteSchema, request.body).text };
    const added = await asked(kept(history).query((database) => addNote(database, what)));
    if (typeof added === 'string') throw refusals[added](mostNotes);
    return reply.code(201).send(await notesFor(request, services));
  });

  app.delete<{ Params: { trackingId: string; note: string } }>(`${path}/notes/:note`, async (request) => {
    const { trackingId, author } = written(request);
    const what = { trackingId, author, id: numberOf(request.params.note) };
    if (!(await asked(kept(history).query((database) => removeNote(database, what))))) {
      throw new Problem('not-found', 'There is no such note of yours.');
    }
    return notesFor(request, services);
  });

  app.put<{ Params: { trackingId: string } }>(`${path}/pin`, async (request) => {
    const { reason, ticket = null } = checked(pinSchema, request.body);
    const what = { ...written(request), reason, ticket };
    const refused = await asked(kept(history).query((database) => addPin(database, what)));
    if (refused !== null) throw refusals[refused](mostPins);
    return notesFor(request, services);
  });

  app.delete<{ Params: { trackingId: string } }>(`${path}/pin`, async (request) => {
    const { trackingId } = written(request);
    if (!(await asked(kept(history).query((database) => removePin(database, trackingId))))) {
      throw new Problem('not-found', 'This flow is not pinned.');
    }
    return notesFor(request, services);
  });
}
