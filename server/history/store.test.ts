/** The store on both databases: the same tables, the same questions, the same answers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { type Database, rowsOf } from './database.ts';
import { migrate } from './migrations.ts';
import { type Kept, keptOf, type Source } from './observation.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { searchTests } from './search-tests.ts';
import { HistoryStore } from './store.ts';
import { noteTests, viewTests } from './team-tests.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const minute = 60_000;
const start = Date.parse('2026-11-20T12:00:00Z');

function bytesOf(json: object): Buffer {
  return Buffer.from(JSON.stringify(json));
}

const delivered = {
  ...record({ steps: [viber({ at: 1, until: 4, status: 'DELIVERED', to: '+306912345678' })] }),
  trackingId: id,
};
const expired = {
  ...record({
    steps: [
      viber({ at: 1, until: 600, status: 'EXPIRED', to: '+306912345678' }),
      sms({ at: 601, until: 605, to: '00306912345678' }),
    ],
  }),
  trackingId: id,
};

function seen(json: object, minutes: number, source: Source = 'page'): Kept {
  const kept = keptOf({ trackingId: id, bytes: bytesOf(json), source, seenAt: start + minutes * minute });
  if (kept === null) throw new Error('no record');
  return kept;
}

let postgres: TestPostgres | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
  if (postgres === null) process.stderr.write('PostgreSQL is not installed: the history is tested on PGlite alone.\n');
}, 60_000);
afterAll(() => postgres?.remove());

describe.each(['pglite', 'postgres'] as const)('on %s', (kind) => {
  let database: Database | null = null;
  let store: HistoryStore;

  beforeAll(async () => {
    database = kind === 'pglite' ? await openPglite(null) : postgres === null ? null : openPostgres(postgres.url);
    if (database !== null) await migrate(database);
  }, 60_000);
  afterAll(() => database?.close());
  beforeEach(async (context) => {
    if (database === null) return context.skip();
    await database.run([{ sql: 'truncate flow, sighting, note, pin, opening cascade', params: [] }]);
    store = new HistoryStore(database);
  });

  /** `page delivered 0–2 ×3`: which record was seen from when to when, in minutes, how often. */
  async function told(): Promise<string[]> {
    const all = await store.sightings(id);
    const names = new Map<number, string>();
    for (const { version } of all) {
      const text = String(await store.record(id, version));
      names.set(
        version,
        text === JSON.stringify(delivered) ? 'delivered' : text === JSON.stringify(expired) ? 'expired' : 'other',
      );
    }
    const at = (time: number) => (time - start) / minute;
    return all.map(
      ({ source, version, firstSeen, lastSeen, times, claim }) =>
        `${claim ? 'claim ' : ''}${source} ${names.get(version)} ${at(firstSeen)}–${at(lastSeen)} ×${times}`,
    );
  }

  test('what is seen again costs a time and no version', async () => {
    for (const minutes of [0, 1, 2]) await store.keep([seen(delivered, minutes)]);
    expect(await told()).toEqual(['page delivered 0–2 ×3']);
  });

  test('white space and the order of keys make no other version; the bytes first received stay', async () => {
    await store.keep([seen(delivered, 0)]);
    const turned = Object.fromEntries(Object.entries(delivered).toReversed());
    const spaced = keptOf({
      trackingId: id,
      bytes: Buffer.from(JSON.stringify(turned, null, 2)),
      source: 'search',
      seenAt: start + minute,
    });
    await store.keep(spaced === null ? [] : [spaced]);
    expect(await told()).toEqual(['page delivered 0–1 ×2']);
  });

  test('a record that changes begins another stretch, and one that changes back a third', async () => {
    await store.keep([seen(delivered, 0), seen(expired, 10), seen(delivered, 20), seen(delivered, 21)]);
    expect(await told()).toEqual(['page delivered 0–0 ×1', 'page expired 10–10 ×1', 'page delivered 20–21 ×2']);
  });

  test('a claim is told apart and breaks no stretch of Routee’s own', async () => {
    await store.keep([
      seen(delivered, 0),
      seen(expired, 1, 'callback'),
      seen(delivered, 2, 'search'),
      seen(expired, 3, 'upload'),
    ]);
    expect(await told()).toEqual(['page delivered 0–2 ×2', 'claim callback expired 1–3 ×2']);
    expect((await store.asOf(id, start + 5 * minute))?.sighting.lastSeen).toBe(start + 2 * minute);
  });

  test('observations that come in the wrong order keep their times', async () => {
    await store.keep([seen(expired, 10)]);
    await store.keep([seen(delivered, 5)]);
    expect(await told()).toEqual(['page delivered 5–5 ×1', 'page expired 10–10 ×1']);
    const [flow] = await rowsOf(database ?? never(), 'select status from flow');
    expect(flow?.status).toBe('Succeeded');
  });

  test('the record as it was at a moment', async () => {
    await store.keep([seen(delivered, 0), seen(expired, 10)]);
    const read = async (minutes: number) => String((await store.asOf(id, start + minutes * minute))?.record ?? null);
    expect(await read(-1)).toBe('null');
    expect(await read(9.9)).toBe(JSON.stringify(delivered));
    expect(await read(10)).toBe(JSON.stringify(expired));
  });

  test('what is searched is of the newest version: its steps, with recipients however they are written', async () => {
    await store.keep([seen(delivered, 0), seen(expired, 10)]);
    const steps = await rowsOf(database ?? never(), 'select place, channel, recipient_digits from step order by place');
    expect(steps).toEqual([
      { place: 0, channel: 'Viber', recipient_digits: '306912345678' },
      { place: 1, channel: 'Sms', recipient_digits: '306912345678' },
    ]);
  });

  test('texts that a database cannot hold are kept all the same', async () => {
    const odd = {
      ...delivered,
      status: 'Succ\u0000eeded',
      applicationId: '\ud800'.repeat(9),
      originatingService: 'x\u0000',
    };
    await store.keep([seen(odd, 0)]);
    const [sighting] = await store.sightings(id);
    expect(JSON.parse(String(await store.record(id, sighting?.version ?? 0)))).toEqual(
      JSON.parse(bytesOf(odd).toString()),
    );
  });

  test('two gateways that keep the same flows at once lose nothing', async () => {
    const other = new HistoryStore(database ?? never());
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        (turn % 2 === 0 ? store : other).keep([seen(turn % 3 === 0 ? delivered : expired, turn)]),
      ),
    );
    const all = await store.sightings(id);
    expect(all.reduce((sum, { times }) => sum + times, 0)).toBe(20);
  });

  noteTests(() => database ?? never());
  viewTests(() => database ?? never());
  searchTests(() => database ?? never());

  test('the tables are made once, however many gateways start together, and a later version’s are refused', async () => {
    const one = database ?? never();
    await Promise.all([migrate(one), migrate(one)]);
    await expect(migrate(one, [])).rejects.toThrow('later version');
  });
});

function never(): never {
  throw new Error('no database');
}
