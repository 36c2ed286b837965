import { expect, test } from 'vitest';
import type { SearchPage } from '#api/search-page.ts';
import { record, viber } from '#emulator/records/record-builder.ts';
import { flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { RowStore } from './row-store.ts';

function row(trackingId: string, status: 'QUEUED' | 'DELIVERED') {
  const reading = readRecord({ ...record({ steps: [viber({ at: 0, until: 1, status })] }), trackingId });
  if (!reading.ok) throw new Error('not a record');
  return flowRow(toFlow(reading.record), 0);
}

function page(...rows: SearchPage['rows']): SearchPage {
  return { rows, totalElements: null, totalPages: null, bytes: new ArrayBuffer(0) };
}

const ids = (store: RowStore) => store.rows.map(({ trackingId }) => trackingId);

test('a flow that comes on two pages is there once, as it came first', () => {
  const store = new RowStore();
  const first = row('a', 'QUEUED');
  store.add(page(first, row('b', 'QUEUED')));
  store.add(page(row('a', 'DELIVERED'), row('c', 'QUEUED'), null));
  expect(ids(store)).toEqual(['a', 'b', 'c']);
  expect(store.rowOf('a')).toBe(first);
  expect(store.unreadable).toBe(1);
});

test('what is newer replaces, in another list, and tells where its record lies', () => {
  const store = new RowStore();
  store.add(page(row('a', 'QUEUED'), row('b', 'QUEUED')));
  const before = store.rows;
  const [newer, fresh] = [row('a', 'DELIVERED'), row('c', 'QUEUED')];
  const news = page(newer, row('b', 'QUEUED'), fresh);
  expect(store.news(news)).toEqual({ fresh: ['c'], changed: ['a'] });
  store.add(news, true);
  expect(ids(store)).toEqual(['a', 'b', 'c']);
  expect(store.rows).not.toBe(before);
  expect(store.recordOf(newer)).toEqual({ bytes: news.bytes, place: 0 });
  expect(store.beyond).toBe(1);
});

test('a page is taken once', () => {
  const store = new RowStore();
  const one = page(row('a', 'QUEUED'));
  expect([store.add(one), store.add(one)]).toEqual([true, false]);
});
