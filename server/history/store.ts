/** What the history keeps and gives back: the versions of each flow's record, with when they were seen so. */
import * as z from 'zod/mini';
import type { EpochMs } from '#model/values/time.ts';
import { type Database, rowsOf, type Statement, statement } from './database.ts';
import { compressed, isClaim, type Kept, type Source, uncompressed } from './observation.ts';

/** Whole numbers come as text from a server and as numbers from the embedded one. */
export const whole = z.pipe(
  z.union([z.number(), z.string(), z.bigint()]),
  z.transform((value) => Number(value)),
);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const versionSchema = z.object({
  version: whole,
  source: z.enum(['page', 'search', 'callback', 'upload']),
  claim: z.boolean(),
  first_seen: whole,
  last_seen: whole,
  times: whole,
});

/** One stretch of time in which a record was seen to be the same. */
export interface Sighting {
  /** The version's number, for asking for its record. */
  readonly version: number;
  /** Where it was first seen so. */
  readonly source: Source;
  readonly claim: boolean;
  readonly firstSeen: EpochMs;
  readonly lastSeen: EpochMs;
  /** How often it was seen so. */
  readonly times: number;
}

/** The flow's row; the lock on it makes gateways that see the same flow take turns. */
function keepFlow({ trackingId, seenAt, source, flow }: Kept): Statement {
  return statement(
    `insert into flow (tracking_id, created_at, seen_at, status, status_key, termination_channel, application_id, price, claimed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (tracking_id) do update set
       created_at = case when $10 then excluded.created_at else flow.created_at end,
       status = case when $10 then excluded.status else flow.status end,
       status_key = case when $10 then excluded.status_key else flow.status_key end,
       termination_channel = case when $10 then excluded.termination_channel else flow.termination_channel end,
       application_id = case when $10 then excluded.application_id else flow.application_id end,
       price = case when $10 then excluded.price else flow.price end,
       claimed = flow.claimed and excluded.claimed,
       seen_at = greatest(flow.seen_at, excluded.seen_at)
     where flow.seen_at <= excluded.seen_at or flow.claimed`,
    trackingId,
    flow.createdAt,
    seenAt,
    flow.status,
    flow.statusKey,
    flow.terminationChannel,
    flow.applicationId,
    flow.price,
    isClaim(source),
    !isClaim(source),
  );
}

function keepVersion({ trackingId, digest, bytes: record }: Kept, body: Buffer): Statement {
  return statement(
    `insert into version (tracking_id, digest, body, size) values ($1, $2, $3, $4)
     on conflict (tracking_id, digest) do nothing`,
    trackingId,
    digest,
    body,
    record.length,
  );
}

/** Goes on with the newest stretch when that shows the same version, else begins one. Claims have stretches of their own. */
function keepSighting({ trackingId, digest, source, seenAt }: Kept): Statement {
  return statement(
    `with seen as (select id from version where tracking_id = $1 and digest = $2),
     newest as (
       select id, version_id from sighting where tracking_id = $1 and claim = $4 order by last_seen desc, id desc limit 1
     ),
     again as (
       update sighting set last_seen = greatest(last_seen, $5::bigint), first_seen = least(first_seen, $5::bigint), times = times + 1
       from newest, seen where sighting.id = newest.id and newest.version_id = seen.id returning sighting.id
     )
     insert into sighting (version_id, tracking_id, source, claim, first_seen, last_seen)
     select id, $1, $3, $4, $5::bigint, $5::bigint from seen where not exists (select 1 from again)`,
    trackingId,
    digest,
    source,
    isClaim(source),
    seenAt,
  );
}

/** The steps that are searched are those of the newest version that is no claim, or of a claim where there is no other. */
function keepSteps({ trackingId, digest, source, flow }: Kept): Statement[] {
  const isNewest = `(select version_id from sighting where tracking_id = $1 and claim = (select claimed from flow where tracking_id = $1)
    order by last_seen desc, id desc limit 1) = (select id from version where tracking_id = $1 and digest = $2)
    and (select claimed from flow where tracking_id = $1) = $3`;
  return [
    statement(
      `update flow set newest_version = (select id from version where tracking_id = $1 and digest = $2)
       where tracking_id = $1 and ${isNewest}`,
      trackingId,
      digest,
      isClaim(source),
    ),
    statement(
      `delete from step where tracking_id = $1 and (select newest_version from flow where tracking_id = $1)
       = (select id from version where tracking_id = $1 and digest = $2)`,
      trackingId,
      digest,
    ),
    statement(
      `insert into step (tracking_id, place, channel, recipient, recipient_digits, country, operator, sender, reason, reason_key, label, sent)
       select $1, place, channel, recipient, recipient_digits, country, operator, sender, reason, reason_key, label, sent
       from jsonb_to_recordset($3::jsonb) as kept (place smallint, channel text, recipient text, recipient_digits text, country text,
         operator text, sender text, reason text, reason_key text, label text, sent boolean)
       where (select newest_version from flow where tracking_id = $1) = (select id from version where tracking_id = $1 and digest = $2)
       on conflict (tracking_id, place) do nothing`,
      trackingId,
      digest,
      JSON.stringify(flow.steps),
    ),
  ];
}

export class HistoryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps observations, all or none; those of one flow in the order they were seen. Rejects with a `DatabaseError`. */
  async keep(observations: readonly Kept[]): Promise<void> {
    // In the order of their IDs: two gateways that keep the same flows at once wait for each other, and never in a ring.
    const inOrder = observations.toSorted((a, b) =>
      a.trackingId < b.trackingId ? -1 : a.trackingId > b.trackingId ? 1 : a.seenAt - b.seenAt,
    );
    const statements: Statement[] = [];
    for (const one of inOrder) {
      const body = await compressed(one.bytes);
      statements.push(keepFlow(one), keepVersion(one, body), keepSighting(one), ...keepSteps(one));
    }
    if (statements.length > 0) await this.#database.run(statements);
  }

  /** Those of the IDs that something is kept under. */
  async known(trackingIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf(this.#database, 'select tracking_id from flow where tracking_id = any($1)', trackingIds);
    return new Set(rows.map((row) => String(row.tracking_id)));
  }

  /** When the flow was seen how, oldest first; empty for a flow that is not kept. */
  async sightings(trackingId: string): Promise<Sighting[]> {
    const rows = await rowsOf(
      this.#database,
      `select version_id as version, source, claim, first_seen, last_seen, times from sighting
       where tracking_id = $1 order by first_seen, id`,
      trackingId,
    );
    return rows.map((row) => {
      const { first_seen: firstSeen, last_seen: lastSeen, ...rest } = versionSchema.parse(row);
      return { ...rest, firstSeen, lastSeen };
    });
  }

  /** A version's record, byte for byte as it was received; null where the flow has no such version (any more). */
  async record(trackingId: string, version: number): Promise<Buffer | null> {
    const [row] = await rowsOf(
      this.#database,
      'select body from version where tracking_id = $1 and id = $2',
      trackingId,
      version,
    );
    return row === undefined ? null : uncompressed(bytes.parse(row.body));
  }

  /** The flow as Routee gave it at a moment, with when it was last seen so; null where nothing of then is kept. */
  async asOf(trackingId: string, at: EpochMs): Promise<{ sighting: Sighting; record: Buffer } | null> {
    const before = (await this.sightings(trackingId)).filter(({ claim, firstSeen }) => !claim && firstSeen <= at);
    const sighting = before.at(-1);
    if (sighting === undefined) return null;
    const record = await this.record(trackingId, sighting.version);
    return record === null ? null : { sighting, record };
  }
}
