/** Forgetting by command, in a database that outlives the gateway. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import type { HistorySettings } from '../config.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { forget, forgetUsage } from './forget-command.ts';
import { keptOf } from './observation.ts';
import { openHistory } from './open.ts';
import { HistoryStore } from './store.ts';

let postgres: TestPostgres | null = null;
let folder = '';
let settings: HistorySettings;
beforeAll(async () => {
  postgres = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'cascade-history-'));
  const store =
    postgres === null ? ({ kind: 'folder', folder } as const) : ({ kind: 'postgres', url: postgres.url } as const);
  settings = { store, keepMs: 1e9, mostBytes: 1e9 };
});
afterAll(async () => {
  await postgres?.remove();
  rmSync(folder, { recursive: true });
});

const numbers = { one: '+306912345678', two: '+306987654321', three: '+306911111111' };

async function onStore<Value>(ask: (store: HistoryStore) => Promise<Value>): Promise<Value> {
  const database = await openHistory(settings);
  try {
    return await ask(new HistoryStore(database));
  } finally {
    await database.close();
  }
}

test('flows and recipients named are gone, and the others stay', async () => {
  const kept = Object.entries(numbers).flatMap(([trackingId, to]) => {
    const bytes = Buffer.from(JSON.stringify({ ...record({ steps: [sms({ at: 1, until: 5, to })] }), trackingId }));
    return keptOf({ trackingId, bytes, source: 'page', seenAt: 1000 }) ?? [];
  });
  await onStore((store) => store.keep(kept));
  expect(await forget(['flow', 'one'], settings)).toBe('Nothing of these flows is kept any more.');
  expect(await forget(['recipient', '0030 698 765 4321'], settings)).toBe('Deleted: 1 flows.');
  const left = await onStore((store) => Promise.all(Object.keys(numbers).map((id) => store.sightings(id))));
  expect(left.map((sightings) => sightings.length)).toEqual([0, 0, 1]);
}, 300_000);

test.each([[[]], [['flow']], [['everything', 'a']]])('says what it takes: %o', async (words) => {
  await expect(forget(words, settings)).rejects.toThrow(forgetUsage);
});

test('says that there is nothing it could delete from', async () => {
  await expect(forget(['flow', 'one'], null)).rejects.toThrow(/^No history is set/);
  await expect(forget(['flow', 'one'], { ...settings, store: { kind: 'memory' } })).rejects.toThrow(/^No history/);
});
