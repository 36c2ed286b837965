/** Writes observations until it is killed, and says of each when it was acknowledged; checks first that all earlier ones are there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { type Database, rowsOf } from '#server/history/database.ts';
import { migrate } from '#server/history/migrations.ts';
import { type Kept, keptOf } from '#server/history/observation.ts';
import { openPglite } from '#server/history/pglite.ts';
import { openPostgres } from '#server/history/postgres.ts';
import { HistoryStore } from '#server/history/store.ts';

export interface WriterOptions {
  /** A folder, or `postgres://…`. */
  readonly store: string;
  /** A file with a line for each acknowledged observation: its flow's ID, when it was seen, and the record's SHA-256. */
  readonly acknowledged: string;
  /** No two writers of a run have the same. */
  readonly round: number;
  /** Whether to end after checking. */
  readonly checkOnly: boolean;
}

/** Of the newest the bytes themselves are read again. */
const mostRead = 20;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Flow and time of every stretch in the store. */
async function stretches(database: Database): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(database, 'select tracking_id, first_seen from sighting');
  return new Set(rows.map((row) => `${row.tracking_id} ${row.first_seen}`));
}

/** What is missing of what was acknowledged; empty where nothing is. */
async function missing(database: Database, lines: readonly string[]): Promise<string[]> {
  const found = await stretches(database);
  const store = new HistoryStore(database);
  const lost = lines.filter((line) => !found.has(line.split(' ').slice(0, 2).join(' ')));
  for (const line of lines.slice(-mostRead)) {
    const [id = '', seenAt = '', digest] = line.split(' ');
    const kept = await store.asOf(id, Number(seenAt));
    if (kept === null || sha256(kept.record) !== digest) lost.push(line);
  }
  return lost;
}

/** Of each flow several versions, as they come one after the other. */
function observation(round: number, count: number): { readonly kept: Kept; readonly line: string } {
  const trackingId = `flow-${round}-${Math.floor(count / 3)}`;
  const start = Date.parse('2026-11-20T12:00:00Z');
  const steps = [viber({ at: 1, until: 60, status: 'EXPIRED' }), sms({ at: 61, until: 66 })];
  const bytes = Buffer.from(
    JSON.stringify({ ...record({ steps, start, asOf: [10, 62, 90][count % 3] ?? 0 }), trackingId, round, count }),
  );
  const seenAt = start + round * 1_000_000 + count;
  const kept = keptOf({ trackingId, bytes, source: 'page', seenAt });
  if (kept === null) throw new Error('no record');
  return { kept, line: `${trackingId} ${seenAt} ${sha256(bytes)}` };
}

/** Tells `say` each line: `checked N`, then `kept …` for each that the store has acknowledged. Throws where one is missing. */
export async function write(options: WriterOptions, say: (line: string) => void): Promise<void> {
  const { store: place, acknowledged, round, checkOnly } = options;
  // As server/history/open.ts does, whose imports on demand a program that is run from its source does not get.
  const database = place.startsWith('postgres:') ? openPostgres(place) : await openPglite(place);
  await migrate(database);
  const lines = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : [];
  const lost = await missing(database, lines);
  if (lost.length > 0) throw new Error(`${lost.length} of ${lines.length} are missing, such as ${lost[0]}`);
  say(`checked ${lines.length}`);
  const history = new HistoryStore(database);
  for (let count = 0; !checkOnly; count++) {
    const { kept, line } = observation(round, count);
    await history.keep([kept]);
    say(`kept ${line}`);
  }
  await database.close();
}
