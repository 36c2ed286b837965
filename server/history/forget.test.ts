import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { type Database, rowsOf, statement } from './database.ts';
import { forgetBefore, forgetBeyond, forgetFlow, forgetRecipient } from './forget.ts';
import { migrate } from './migrations.ts';
import { keptOf, uncompressed } from './observation.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { HistoryStore } from './store.ts';

let postgres: TestPostgres | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.remove());

describe.each(['pglite', 'postgres'] as const)('on %s', (kind) => {
  let open: Database | null = null;
  const database = (): Database => {
    if (open === null) throw new Error('no database');
    return open;
  };
  beforeAll(async () => {
    open = kind === 'pglite' ? await openPglite(null) : postgres === null ? null : openPostgres(postgres.url);
    if (open !== null) await migrate(open);
  }, 60_000);
  afterAll(() => open?.close());
  beforeEach(async (context) => {
    if (open === null) return context.skip();
    await open.run([statement('truncate flow, sighting, note, pin, opening, saved_view cascade')]);
  });

  async function keep(trackingId: string, seenAt: number, to: string): Promise<void> {
    const json = { ...record({ steps: [sms({ at: 1, until: 5, to })] }), trackingId };
    const kept = keptOf({ trackingId, bytes: Buffer.from(JSON.stringify(json)), source: 'page', seenAt });
    if (kept === null) throw new Error('no record');
    await new HistoryStore(database()).keep([kept]);
  }
  async function addNote(trackingId: string, body: string): Promise<void> {
    await database().run([
      statement(`insert into note (tracking_id, author, written_at, body) values ($1, 'Ada', 1, $2)`, trackingId, body),
      statement(`insert into opening (tracking_id, person, first_at, last_at) values ($1, 'Ada', 1, 1)`, trackingId),
    ]);
  }
  /** Every value of every table, records unpacked. */
  async function everything(): Promise<string> {
    const tables = await rowsOf(database(), `select tablename from pg_tables where schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(7);
    let all = '';
    for (const { tablename } of tables) {
      for (const row of await rowsOf(database(), `select * from "${String(tablename)}"`)) {
        all += `${JSON.stringify(Object.values(row).map(String))}\n`;
        if (row.body instanceof Uint8Array) all += String(await uncompressed(row.body));
      }
    }
    return all;
  }
  const ids = async () =>
    (await rowsOf(database(), 'select tracking_id from flow order by 1')).map((row) => row.tracking_id);

  test('a flow leaves nothing in any table, and the others stay', async () => {
    await keep('flow-1', 1, '+306912345678');
    await keep('flow-1', 2, '+306900000001');
    await keep('flow-2', 3, '+306900000002');
    await addNote('flow-1', 'seen');
    expect(await everything()).toContain('flow-1');
    await forgetFlow(database(), 'flow-1');
    expect(await everything()).not.toContain('flow-1');
    expect(await ids()).toEqual(['flow-2']);
  });

  test('a recipient who stands in an older version alone, or in a note or view, leaves nothing', async () => {
    await keep('flow-1', 1, '00306912345678');
    await keep('flow-1', 2, '+306900000001');
    await keep('flow-2', 3, '+306900000002');
    await addNote('flow-1', 'first');
    await addNote('flow-2', 'asked for 306912345678');
    await database().run([statement(`insert into saved_view values ('mine', 'Ada', '?to=306912345678', 1)`)]);
    expect(await everything()).toContain('6912345678');
    expect(await forgetRecipient(database(), '+30 691 234 5678')).toBe(1);
    const left = await everything();
    expect(left).not.toContain('6912345678');
    expect(left).not.toContain('flow-1');
    expect(await ids()).toEqual(['flow-2']);
  });

  test.each(['', '+30', 'Ada', '1234567'])('refuses %j as a recipient', async (recipient) => {
    await expect(forgetRecipient(database(), recipient)).rejects.toThrow(RangeError);
  });

  test('days: what was last seen before goes with its notes, what is pinned stays', async () => {
    for (const [index, seenAt] of [10, 20, 30].entries()) await keep(`flow-${index}`, seenAt, '+306900000001');
    await keep('pinned', 5, '+306900000001');
    await addNote('flow-0', 'old');
    await database().run([statement(`update flow set pinned = true where tracking_id = 'pinned'`)]);
    expect(await forgetBefore(database(), 20)).toBe(1);
    expect(await ids()).toEqual(['flow-1', 'flow-2', 'pinned']);
    expect(await everything()).not.toContain('flow-0');
  });

  test('bytes: the unpinned that were seen longest ago go first', async () => {
    for (const [index, seenAt] of [10, 20, 30].entries()) await keep(`flow-${index}`, seenAt, '+306900000001');
    await keep('pinned', 5, '+306900000001');
    await database().run([statement(`update flow set pinned = true where tracking_id = 'pinned'`)]);
    const [row] = await rowsOf(database(), 'select sum(octet_length(body)) as bytes from version');
    const all = Number(row?.bytes);
    expect(await forgetBeyond(database(), all)).toBe(0);
    expect(await forgetBeyond(database(), all - 1)).toBe(1);
    expect(await ids()).toEqual(['flow-1', 'flow-2', 'pinned']);
    expect(await forgetBeyond(database(), 0)).toBe(2);
    expect(await ids()).toEqual(['pinned']);
  });
});
