/** Deletes from the history: one flow, one recipient, and what is too old or too much. */
import { isJsonObject, type Json, parseJson } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';
import { type Database, rowsOf, statement } from './database.ts';
import { recipientDigits, uncompressed } from './observation.ts';

const versionsAtATime = 200;
/** Fewer digits would stand in numbers of many others. */
const fewestDigits = 8;

/** Deletes all that is kept under a tracking ID. Rejects with a `DatabaseError`. */
export async function forgetFlow(database: Database, trackingId: string): Promise<void> {
  await database.run(
    // Versions, sightings and steps go with their flow.
    ['flow', 'note', 'pin', 'opening'].map((table) =>
      statement(`delete from ${table} where tracking_id = $1`, trackingId),
    ),
  );
}

/** Whether a number stands anywhere in the JSON, however it is spaced, in front of or behind other digits. */
function mentions(json: Json, digits: string): boolean {
  const open: Json[] = [json];
  while (open.length > 0) {
    const value = open.pop() ?? null;
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) open.push(key, item);
    else {
      const runs = String(value).match(/\d[\d\s().\-/]*/g) ?? [];
      if (runs.some((run) => run.replace(/\D/g, '').includes(digits))) return true;
    }
  }
  return false;
}

async function flowsThatMention(database: Database, digits: string): Promise<Set<string>> {
  const found = new Set<string>();
  let last = '0';
  for (;;) {
    const rows = await rowsOf(
      database,
      'select id, tracking_id, body from version where id > $1 order by id limit $2',
      last,
      versionsAtATime,
    );
    for (const { tracking_id: trackingId, body } of rows) {
      if (!(body instanceof Uint8Array)) throw new Error('A kept record is not bytes.');
      const parsed = parseJson(new TextDecoder().decode(await uncompressed(body)));
      if (!parsed.ok || mentions(parsed.value, digits)) found.add(String(trackingId));
    }
    const end = rows.at(-1);
    if (end === undefined) return found;
    last = String(end.id);
  }
}

/**
 * Deletes every flow with a version in which the number stands, and notes, pins and views that hold it: every kept record
 * is read, for columns know the newest version alone. Gives the number of flows. Rejects with a RangeError for a number of
 * fewer than eight digits, and with a `DatabaseError`.
 */
export async function forgetRecipient(database: Database, recipient: string): Promise<number> {
  const digits = recipientDigits(recipient) ?? '';
  if (digits.length < fewestDigits) throw new RangeError(`A recipient has at least ${fewestDigits} digits.`);
  const flows = await flowsThatMention(database, digits);
  for (const trackingId of flows) await forgetFlow(database, trackingId);
  const holds = (column: string) => `regexp_replace(${column}, '[^0-9]', '', 'g') like '%' || $1 || '%'`;
  // People write numbers without the country's code: what ends like this one goes.
  const end = digits.slice(-fewestDigits);
  await database.run([
    statement(`delete from note where ${holds('body')}`, end),
    statement(
      `with gone as (delete from pin where ${holds("concat(reason, ' ', ticket)")} returning tracking_id)
       update flow set pinned = false where tracking_id in (select tracking_id from gone)`,
      end,
    ),
    statement(`delete from saved_view where ${holds("concat(name, ' ', search)")}`, end),
  ]);
  return flows.size;
}

async function forgetWhere(database: Database, condition: string, limit: number): Promise<number> {
  const [row] = await rowsOf(
    database,
    `with gone as (delete from flow where not pinned and ${condition} returning tracking_id),
     notes as (delete from note where tracking_id in (select tracking_id from gone)),
     openings as (delete from opening where tracking_id in (select tracking_id from gone))
     select count(*) as count from gone`,
    limit,
  );
  return Number(row?.count ?? 0);
}

/**
 * Deletes the unpinned flows that were last seen before a moment, and who opened any flow last before it; gives the number of
 * flows.
 */
export async function forgetBefore(database: Database, moment: EpochMs): Promise<number> {
  await database.run([
    statement('delete from opening where last_at < $1', moment),
    // Written in the moment in which their flow went.
    statement('delete from note where not exists (select 1 from flow where flow.tracking_id = note.tracking_id)'),
  ]);
  return forgetWhere(database, 'seen_at < $1', moment);
}

/**
 * Deletes the unpinned flows seen longest ago until the kept records take at most so many bytes, compressed; gives their
 * number. Pinned flows count, and stay.
 */
export function forgetBeyond(database: Database, mostBytes: number): Promise<number> {
  return forgetWhere(
    database,
    `tracking_id in (
       select tracking_id from (
         select sized.tracking_id, sum(bytes) over (order by pinned desc, seen_at desc, sized.tracking_id) as total
         from (select tracking_id, sum(octet_length(body)) as bytes from version group by tracking_id) as sized
         join flow using (tracking_id)
       ) as running where total > $1)`,
    mostBytes,
  );
}
