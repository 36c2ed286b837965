/** Fills a history in bulk: records of the emulator's week, spread over 30 days under IDs and numbers of their own. */
import { createHash } from 'node:crypto';
import { generatedFlows } from '#emulator/week/flows.ts';
import { type Database, rowsOf, type Statement, statement } from '#server/history/database.ts';
import { compressed, keptOf } from '#server/history/observation.ts';

const now = Date.parse('2026-11-24T10:20:30Z');
const monthMs = 30 * 24 * 3_600_000;
export const range = { from: now - monthMs, to: now };
/** Of one insert. */
const flowsAtATime = 3000;

export interface Size {
  readonly flows: number;
  /** Each is a version of its own: nothing is shared. */
  readonly versionsAFlow: readonly [least: number, most: number];
}

/** So many observations as flows seen three or four times each. */
export function sizeOf(observations: number): Size {
  return { flows: Math.round((observations * 3) / 10), versionsAFlow: [3, 4] };
}

async function templates(database: Database, count: number): Promise<void> {
  const week = generatedFlows(1);
  const positions = week.search({ start: now - 7 * 24 * 3_600_000, end: now }, [], now);
  const every = Math.floor(positions.length / count);
  await database.run([
    statement(
      'create table template (number integer primary key, flow jsonb not null, body bytea not null, size integer not null)',
    ),
  ]);
  const inserts: Statement[] = [];
  for (let number = 0; number < count; number++) {
    const record = week.recordAt(positions[number * every] ?? 0, now);
    const bytes = Buffer.from(JSON.stringify(record));
    const kept = keptOf({ trackingId: String(record.trackingId), bytes, source: 'search', seenAt: now });
    if (kept === null) throw new Error('The emulator makes records');
    const body = await compressed(bytes);
    const values = [number, JSON.stringify(kept.flow), body, bytes.length];
    inserts.push(statement('insert into template values ($1, $2::jsonb, $3, $4)', ...values));
  }
  await database.run(inserts);
}

/** A tracking ID that follows from a number. */
const idOf = (number: string) => `(md5('flow' || ${number})::uuid)::text`;

export function trackingIdOf(number: number): string {
  const hex = createHash('md5').update(`flow${number}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The recipient's digits of a flow; each number has about three flows. */
export const digitsOf = (number: number) => `306${String(900_000_000 + ((number * 7919) % 99_991)).padStart(9, '0')}`;
const digits = `'306' || (900000000 + (n::bigint * 7919) % 99991)::text`;

function portion(from: number, to: number, count: number, [least, most]: Size['versionsAFlow']) {
  const numbers = `generate_series(${from}, ${to - 1}) as n join template on template.number = n % ${count}`;
  const versions = `generate_series(1, ${least} + (n % 3 = 0)::int * ${most - least}) as v`;
  const seen = `${now - monthMs}::bigint + (n::bigint * 7919 % 1000003) * ${Math.floor(monthMs / 1_000_003)}`;
  return [
    `insert into flow (tracking_id, created_at, seen_at, status, status_key, termination_channel, application_id, price, claimed)
     select ${idOf('n')}, ${seen}, ${seen} + 60000, flow->>'status', flow->>'statusKey', flow->>'terminationChannel',
       flow->>'applicationId', (flow->>'price')::numeric, false from ${numbers}`,
    `with added as (
       insert into version (tracking_id, digest, body, size)
       select ${idOf('n')}, sha256(convert_to(n || '/' || v, 'UTF8')), body, size from ${numbers}, ${versions} returning id, tracking_id
     ),
     seen as (
       insert into sighting (version_id, tracking_id, source, claim, first_seen, last_seen)
       select id, tracking_id, 'search', false, ${now} + id, ${now} + 1000 + id from added
     )
     update flow set newest_version = newest.id
     from (select tracking_id, max(id) as id from added group by tracking_id) as newest
     where flow.tracking_id = newest.tracking_id`,
    `insert into step (tracking_id, place, channel, recipient, recipient_digits, country, operator, sender, reason, reason_key, label, sent)
     select ${idOf('n')}, place, channel, '+' || ${digits}, ${digits}, country, operator, sender, reason, reason_key, label, sent
     from ${numbers}, jsonb_to_recordset(flow->'steps') as kept (place smallint, channel text, country text, operator text,
       sender text, reason text, reason_key text, label text, sent boolean)`,
  ];
}

/** A busy machine takes longer than a server gives a statement. */
const untimed = statement('set local statement_timeout = 0');

/** Fills an empty history. */
export async function load(database: Database, { flows, versionsAFlow }: Size): Promise<number> {
  const count = Math.min(2000, flows);
  await templates(database, count);
  for (let from = 0; from < flows; from += flowsAtATime) {
    const to = Math.min(flows, from + flowsAtATime);
    for (const sql of portion(from, to, count, versionsAFlow)) await database.run([untimed, statement(sql)]);
  }
  await database.run([
    untimed,
    statement(
      `insert into pin (tracking_id, author, pinned_at, reason) select tracking_id, '', 1, 'bench' from flow order by tracking_id limit 500`,
    ),
    statement('update flow set pinned = true where tracking_id in (select tracking_id from pin)'),
    statement('drop table template'),
    statement('analyze'),
  ]);
  const [row] = await rowsOf(database, 'select count(*) as count from sighting');
  return Number(row?.count);
}
