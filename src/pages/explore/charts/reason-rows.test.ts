import { expect, test } from 'vitest';
import { reasonTable } from './reason-rows.ts';

const reasons = (...entries: readonly (readonly [string, string, string, number])[]) => ({
  reasons: new Map(
    entries.map(([channel, reason, country, count]) => [
      JSON.stringify([channel, reason, country]),
      { reason: { channel, reason, country }, count },
    ]),
  ),
});

test('reasons by count, the busiest countries in columns, the rest together', () => {
  const table = reasonTable(
    reasons(
      ['Sms', 'Roaming', 'GR', 3],
      ['Sms', 'Roaming', 'CY', 5],
      ['Sms', 'Roaming', 'BG', 1],
      ['Viber', 'TTL Expired', 'GR', 7],
    ),
    2,
  );
  expect(table.countries).toEqual(['GR', 'CY']);
  expect(table.rows).toEqual([
    { channel: 'Sms', reason: 'Roaming', total: 9, byCountry: [3, 5], elsewhere: 1 },
    { channel: 'Viber', reason: 'TTL Expired', total: 7, byCountry: [7, 0], elsewhere: 0 },
  ]);
  expect(table.most).toBe(7);
});

test('no failures, no rows', () => {
  expect(reasonTable(reasons(), 5)).toEqual({ countries: [], rows: [], most: 0 });
});
