/** What must hold on each database of searching the history: run by store.test.ts, which opens them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { historyFiltersSchema } from '#contract/history-search.ts';
import { matches, readFilters, searchable } from '#emulator/http/search-filters.ts';
import type { RawRecord } from '#emulator/records/draft.ts';
import { generatedFlows } from '#emulator/week/flows.ts';
import { type Filter, historyFilters, passes } from '#model/explore/filters.ts';
import { flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import type { Json } from '#model/values/json.ts';
import { type Database, statement } from './database.ts';
import { addNote, addPin } from './notes.ts';
import { keptOf, type Source } from './observation.ts';
import { countHistory, type HistorySearch, type PageKey, recordsOf, searchHistory } from './search.ts';
import { HistoryStore } from './store.ts';

const now = Date.parse('2026-11-24T10:20:30Z');
const week = { start: now - 7 * 24 * 3_600_000, end: now };
const range = { from: week.start, to: week.end };

/** One in 250 of the emulator's week, the latest first. */
function sampleOfWeek(): RawRecord[] {
  const flows = generatedFlows(1);
  const positions = flows.search(week, [], now).filter((_, index) => index % 250 === 0);
  return positions.map((position) => flows.recordAt(position, now));
}

const bytesOf = (record: object) => Buffer.from(JSON.stringify(record));

async function keep(database: Database, records: readonly object[], source: Source = 'search'): Promise<void> {
  const kept = records.flatMap((record) => {
    const trackingId = 'trackingId' in record ? String(record.trackingId) : '';
    return keptOf({ trackingId, bytes: bytesOf(record), source, seenAt: now }) ?? [];
  });
  await new HistoryStore(database).keep(kept);
}

async function pages(database: Database, search: HistorySearch, size: number): Promise<Buffer[][]> {
  const all: Buffer[][] = [];
  for (let after: PageKey | null = null; ; ) {
    const { found, next } = await searchHistory(database, search, { after, size });
    all.push(
      await recordsOf(
        database,
        found.map(({ version }) => version),
      ),
    );
    if (next === null) return all;
    after = next;
  }
}

const idOf = (record: Buffer) => String(JSON.parse(String(record)).trackingId);

export function searchTests(database: () => Database): void {
  describe('the emulator’s week', () => {
    const records = sampleOfWeek();
    const ids = (search: HistorySearch) => pages(database(), search, 100).then((all) => all.flat().map(idOf));
    beforeEach(() => keep(database(), records), 60_000);

    test('the same filters find the same flows as the emulator’s search, in its order', async () => {
      const is = (fieldName: string, searchTerm: string, searchOperator = 'is') => ({
        fieldName,
        searchOperator,
        searchTerm,
      });
      const first = String(records[0]?.messages[0]?.to);
      const cases = [
        [],
        [is('status', 'Failed')],
        [is('status', 'Succeeded', 'is_not')],
        [is('type', 'Voice')],
        [is('type', 'Viber', 'is_not')],
        [is('terminationChannel', 'Sms')],
        [is('terminationChannel', 'Viber', 'is_not')],
        [is('to', first)],
        [is('to', first, 'is_not')],
        [is('to', '+30691', 'starts_with')],
        [is('to', first.slice(-4), 'ends_with')],
        [is('to', '12', 'contains')],
        [is('to', '%', 'contains')],
        [is('status', 'Succeeded'), is('type', 'Viber'), is('to', '+30', 'starts_with')],
      ];
      for (const given of cases) {
        const reading = readFilters(given);
        if (!reading.ok) throw new Error(reading.message);
        const expected = records.filter((record) => matches(searchable(record), reading.filters));
        // What the emulator's search takes is checked by it, above.
        const filters = given as HistorySearch['filters'];
        expect(await ids({ ...range, filters }), JSON.stringify(given)).toEqual(
          expected.map(({ trackingId }) => trackingId),
        );
        expect(await countHistory(database(), { ...range, filters })).toBe(expected.length);
      }
    });

    test('what Explore filters itself elsewhere leaves out nothing here that it would show', async () => {
      const rows = records.map((record) => {
        const reading = readRecord(record as unknown as Json); // made of JSON
        if (!reading.ok) throw new Error('no record');
        return flowRow(toFlow(reading.record), now);
      });
      const step = rows
        .flatMap(({ steps }) => steps)
        .find(({ operator, sender }) => operator !== null && sender !== null);
      const cases: readonly Filter[] = [
        { field: 'country', operator: 'is', values: ['gr'] },
        { field: 'country', operator: 'is_not', values: ['GR'] },
        { field: 'operator', operator: 'is', values: [step?.operator ?? ''] },
        { field: 'sender', operator: 'is_not', values: [step?.sender ?? ''] },
        { field: 'reason', operator: 'is', values: ['Delivered'] },
        { field: 'reason', operator: 'is_not', values: ['Delivered', 'Seen'] },
        { field: 'application', operator: 'is', values: [rows[0]?.applicationId ?? ''] },
      ];
      for (const filter of cases) {
        const filters = historyFiltersSchema.parse(historyFilters([filter]));
        expect(filters.length, filter.field).toBeGreaterThan(0);
        const expected = rows.filter(passes([filter])).map(({ trackingId }) => trackingId);
        expect(await ids({ ...range, filters }), JSON.stringify(filter)).toEqual(expected);
      }
    });

    test('the start of a range is inclusive, its end exclusive', async () => {
      const at = Date.parse(String(records[50]?.createdAt));
      expect(await countHistory(database(), { from: at, to: now, filters: [] })).toBe(51);
      expect(await countHistory(database(), { from: week.start, to: at, filters: [] })).toBe(records.length - 51);
    });

    test('pages go on where the one before ended, whatever is kept or forgotten meanwhile', async () => {
      const search = { ...range, filters: [] };
      const first = await searchHistory(database(), search, { after: null, size: 30 });
      await keep(database(), [{ ...records[0], trackingId: 'newer', createdAt: new Date(now - 1).toISOString() }]);
      const rest = async (after: PageKey | null) =>
        recordsOf(
          database(),
          (await searchHistory(database(), search, { after, size: 1000 })).found.map(({ version }) => version),
        );
      const expected = records.slice(30).map(({ trackingId }) => trackingId);
      expect((await rest(first.next)).map(idOf)).toEqual(expected);
      await database().run([statement('delete from flow where tracking_id = $1', records[29]?.trackingId)]);
      expect((await rest(first.next)).map(idOf)).toEqual(expected);
    });
  });

  test('flows of one moment are each on one page, and records come byte for byte', async () => {
    const made = Array.from({ length: 7 }, (_, place) => ({
      trackingId: `flow-${place}`,
      createdAt: '2026-11-20T10:00:00Z',
      messages: [{ type: 'Sms', price: 0.1 }],
    }));
    await keep(database(), made.toReversed());
    const found = await pages(database(), { ...range, filters: [] }, 3);
    expect(found.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(found.flat().map(String)).toEqual(made.map((record) => JSON.stringify(record)));
  });

  test('finds what is pinned or has notes, and nothing that is only claimed', async () => {
    const made = ['a', 'b', 'c'].map((trackingId) => ({ trackingId, createdAt: '2026-11-20T10:00:00Z', messages: [] }));
    await keep(database(), made.slice(0, 2));
    await keep(database(), made.slice(2), 'callback');
    const author = { id: 'machine', name: null };
    await addPin(database(), { trackingId: 'a', author, at: now, reason: 'x', ticket: null });
    await addNote(database(), { trackingId: 'b', author, at: now, body: 'x' });
    const ids = async (searchTerm: 'pinned' | 'notes', searchOperator: 'is' | 'is_not') => {
      const filters = [{ fieldName: 'mark', searchOperator, searchTerm }] as const;
      return (await pages(database(), { ...range, filters }, 10)).flat().map(idOf);
    };
    expect(await ids('pinned', 'is')).toEqual(['a']);
    expect(await ids('pinned', 'is_not')).toEqual(['b']);
    expect(await ids('notes', 'is')).toEqual(['b']);
    expect(await ids('notes', 'is_not')).toEqual(['a']);
  });

  test('a number is found by its last digits however it is written', async () => {
    const numbers = ['+306912345678', '306912345678', '00306912345678', '+30 691 234 5678'];
    const made = numbers.map((to, place) => ({
      trackingId: `flow-${place}`,
      createdAt: '2026-11-20T10:00:00Z',
      messages: [{ type: 'Sms', to }],
    }));
    await keep(database(), made);
    const found = async (searchTerm: string) => {
      const filters = [{ fieldName: 'to', searchOperator: 'ends_with', searchTerm }] as const;
      return (await pages(database(), { ...range, filters }, 10)).flat().map(idOf);
    };
    expect(await found('306912345678')).toEqual(['flow-0', 'flow-1', 'flow-2']);
    expect(await found('00306912345678')).toEqual(['flow-2']);
    expect(await found(' 5678')).toEqual(['flow-3']);
  });
}
