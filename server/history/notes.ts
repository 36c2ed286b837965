/** What people add to a kept flow: notes that colleagues see, and a pin that keeps it. Gone with the flow. */
import * as z from 'zod/mini';
import type { EpochMs } from '#model/values/time.ts';
import { type Author, nameOf, storedName } from './author.ts';
import { type Database, rowsOf, statement } from './database.ts';
import { whole } from './store.ts';

export interface Note {
  readonly id: number;
  /** Null: on this machine, where nobody signs in. */
  readonly author: string | null;
  /** Written by the one who asks. */
  readonly own: boolean;
  readonly writtenAt: EpochMs;
  readonly body: string;
}

export interface Pin {
  readonly author: string | null;
  readonly own: boolean;
  readonly pinnedAt: EpochMs;
  readonly reason: string;
  readonly ticket: string | null;
}

/** Why something was not done. */
export type Refusal = 'notKept' | 'tooMany' | 'taken';

/** So many notes a flow has at most, and so many flows are pinned: what is pinned is not counted out by days and size. */
export const mostNotes = 200;
export const mostPins = 5000;

const noteSchema = z.object({
  id: whole,
  author: z.string(),
  author_id: z.string(),
  written_at: whole,
  body: z.string(),
});
const pinSchema = z.object({
  author: z.string(),
  author_id: z.string(),
  pinned_at: whole,
  reason: z.string(),
  ticket: z.nullable(z.string()),
});

/** Oldest first. */
export async function notesOf(database: Database, trackingId: string, reader: Author): Promise<Note[]> {
  const rows = await rowsOf(
    database,
    'select id, author, author_id, written_at, body from note where tracking_id = $1 order by id',
    trackingId,
  );
  return rows.map((row) => {
    const { id, author, author_id, written_at: writtenAt, body } = noteSchema.parse(row);
    return { id, author: nameOf(author), own: author_id === reader.id, writtenAt, body };
  });
}

export async function pinOf(database: Database, trackingId: string, reader: Author): Promise<Pin | null> {
  const [row] = await rowsOf(
    database,
    'select author, author_id, pinned_at, reason, ticket from pin where tracking_id = $1',
    trackingId,
  );
  if (row === undefined) return null;
  const { author, author_id, pinned_at: pinnedAt, reason, ticket } = pinSchema.parse(row);
  return { author: nameOf(author), own: author_id === reader.id, pinnedAt, reason, ticket };
}

/** Whether the history has the flow, from Routee itself or from what somebody claims. */
export async function isKept(database: Database, trackingId: string): Promise<boolean> {
  return (await rowsOf(database, 'select 1 from flow where tracking_id = $1', trackingId)).length > 0;
}

interface Written {
  readonly trackingId: string;
  readonly author: Author;
  /** When, by this gateway's clock. */
  readonly at: EpochMs;
}

/** What stands in the way, looked at when the row was not written. */
async function refusal(database: Database, trackingId: string, otherwise: Refusal): Promise<Refusal> {
  return (await isKept(database, trackingId)) ? otherwise : 'notKept';
}

/** Adds a note, and gives its number; the flow's row is held, so that nothing is written to a flow that goes just then. */
export async function addNote(
  database: Database,
  { trackingId, author, at, body }: Written & { readonly body: string },
): Promise<number | Refusal> {
  const [, rows = []] = await database.run([
    statement('select 1 from flow where tracking_id = $1 for update', trackingId),
    statement(
      `insert into note (tracking_id, author, author_id, written_at, body)
       select $1, $2, $3, $4::bigint, $5 from flow where tracking_id = $1
         and (select count(*) from note where tracking_id = $1) < $6::int
       returning id`,
      trackingId,
      storedName(author),
      author.id,
      at,
      body,
      mostNotes,
    ),
  ]);
  const [row] = rows;
  return row === undefined ? refusal(database, trackingId, 'tooMany') : whole.parse(row.id);
}

/** Deletes a note of this author's; false where there is none. */
export async function removeNote(
  database: Database,
  { trackingId, id, author }: { readonly trackingId: string; readonly id: number; readonly author: Author },
): Promise<boolean> {
  const rows = await rowsOf(
    database,
    'delete from note where tracking_id = $1 and id = $2 and author_id = $3 returning id',
    trackingId,
    id,
    author.id,
  );
  return rows.length > 0;
}

/** Pins a flow; null when it is done. A pin that is there stays as it is: it says why somebody wanted the flow kept. */
export async function addPin(
  database: Database,
  { trackingId, author, at, reason, ticket }: Written & { readonly reason: string; readonly ticket: string | null },
): Promise<Refusal | null> {
  const [, rows = []] = await database.run([
    statement('select 1 from flow where tracking_id = $1 for update', trackingId),
    statement(
      `insert into pin (tracking_id, author, author_id, pinned_at, reason, ticket)
       select $1, $2, $3, $4::bigint, $5, $6 from flow where tracking_id = $1
         and (select count(*) from pin) < $7::int
       on conflict (tracking_id) do nothing returning tracking_id`,
      trackingId,
      storedName(author),
      author.id,
      at,
      reason,
      ticket,
      mostPins,
    ),
    statement(
      'update flow set pinned = true where tracking_id = $1 and exists (select 1 from pin where tracking_id = $1)',
      trackingId,
    ),
  ]);
  if (rows.length > 0) return null;
  return refusal(database, trackingId, (await pinOf(database, trackingId, author)) === null ? 'tooMany' : 'taken');
}

/** Takes the pin off, whoever set it; the flow is kept as long as any other from now on. False where there was none. */
export async function removePin(database: Database, trackingId: string): Promise<boolean> {
  const [, rows = []] = await database.run([
    statement('select 1 from flow where tracking_id = $1 for update', trackingId),
    statement('delete from pin where tracking_id = $1 returning tracking_id', trackingId),
    statement('update flow set pinned = false where tracking_id = $1', trackingId),
  ]);
  return rows.length > 0;
}

const most = { pinned: mostPins, noted: 5000 };

/** Which kept flows are pinned and which have notes, by tracking ID; of notes the flows written to last, up to 5,000. */
export async function markedFlows(database: Database): Promise<{ pinned: string[]; noted: string[] }> {
  const [pins = [], notes = []] = await database.run([
    statement('select tracking_id from pin order by pinned_at desc limit $1', most.pinned),
    statement('select tracking_id from note group by tracking_id order by max(id) desc limit $1', most.noted),
  ]);
  const ids = (rows: typeof pins) => rows.map((row) => String(row.tracking_id));
  return { pinned: ids(pins), noted: ids(notes) };
}
