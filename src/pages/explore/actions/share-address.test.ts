import { expect, test } from 'vitest';
import { type ExploreView, parseExplore } from '#features/explore/explore-address.ts';
import { defaultColumns, defaultSort } from '#model/explore/columns.ts';
import type { Range } from '#model/explore/range.ts';
import { sharedQuery } from './share-address.ts';

const bounds = { from: Date.parse('2026-11-23T10:00Z'), to: Date.parse('2026-11-23T12:00Z') };
const latest: Range = { kind: 'latest', lengthMs: 2 * 3_600_000 };
const view = (range: Range): ExploreView => ({
  range,
  filters: [
    { field: 'status', operator: 'is', values: ['Failed'] },
    { field: 'to', operator: 'is', values: ['+306900000001'] },
  ],
  sort: defaultSort,
  columns: defaultColumns,
  pinned: 0,
  by: null,
});
const utc = { zone: 'UTC', others: new URLSearchParams() };

test.each<[string, Range]>([
  ['latest 2 h', latest],
  ['today', { kind: 'day', day: 'today' }],
  ['yesterday', { kind: 'day', day: 'yesterday' }],
  ['two moments', { kind: 'between', ...bounds }],
])('%s becomes exact times', (_, range) => {
  const query = new URLSearchParams(sharedQuery(view(range), bounds, utc));
  expect([query.get('range'), query.get('from'), query.get('until')]).toEqual([
    null,
    '2026-11-23T10:00Z',
    '2026-11-23T12:00Z',
  ]);
  expect(query.get('status')).toBe('Failed');
  expect(parseExplore(query, {}).view.range).toEqual({ kind: 'between', ...bounds });
});

test('a relative range stays when it is asked for', () => {
  expect(sharedQuery(view(latest), null, utc)).toMatch(/^\?range=2h&status=Failed/);
});

test('the number stays out of it, and the zone is the viewer’s', () => {
  const others = new URLSearchParams('tz=Europe/Berlin&kept=1');
  const query = sharedQuery(view(latest), bounds, { zone: 'Europe/Athens', others });
  expect(query).not.toContain('6900000001');
  expect(new URLSearchParams(query).get('tz')).toBe('Europe/Athens');
  expect(new URLSearchParams(query).get('kept')).toBe('1');
  expect(sharedQuery(view(latest), bounds, { zone: 'UTC', others })).not.toContain('tz=');
});
