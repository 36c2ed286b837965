import { expect, test } from 'vitest';
import { tableLayout } from './table-layout.ts';

test('pinned columns stand one beside the other, after the check boxes, and keep their width', () => {
  const { pinnedPx, template, pinned } = tableLayout(['chain', 'created', 'price'], 2, { chain: 300 });
  const [first = 0, second = 0] = [...pinnedPx.values()];
  expect([...pinnedPx.keys()]).toEqual(['chain', 'created']);
  expect(second - first).toBe(300);
  expect(pinned).toBe(true);
  expect(template).not.toContain('fr');
});

test('a column that a person made wider is as wide, and the table scrolls the sooner', () => {
  const usual = tableLayout(['created', 'chain'], 0, {});
  const wider = tableLayout(['created', 'chain'], 0, { created: 400 });
  expect(wider.template).toContain('400px');
  expect(wider.leastPx).toBeGreaterThan(usual.leastPx);
  expect(usual.pinnedPx.size).toBe(0);
});
