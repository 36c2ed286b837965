import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnId, columnIds, moveColumn, togglePinned, withColumn, withoutColumn } from './columns.ts';

const columns: readonly ColumnId[] = ['created', 'status', 'chain', 'price'];

test('a column comes back to its usual place, or before the first that usually follows it', () => {
  expect(withColumn(['created', 'price'], 'reach')).toEqual(['created', 'reach', 'price']);
  expect(withColumn(['price', 'created'], 'id')).toEqual(['price', 'created', 'id']);
  expect(withColumn(columns, 'chain')).toBe(columns);
});

test('pinning puts a column after the pinned ones, letting go before the others', () => {
  const pinned = togglePinned({ columns, pinned: 1 }, 'price');
  expect(pinned).toEqual({ columns: ['created', 'price', 'status', 'chain'], pinned: 2 });
  expect(togglePinned(pinned, 'created')).toEqual({ columns: ['price', 'created', 'status', 'chain'], pinned: 1 });
  expect(withoutColumn(pinned, 'price')).toEqual({ columns: ['created', 'status', 'chain'], pinned: 1 });
});

test('moving within the pinned keeps it pinned, moving out of them does not', () => {
  expect(moveColumn({ columns, pinned: 2 }, 'created', 1)).toEqual({
    columns: ['status', 'created', 'chain', 'price'],
    pinned: 2,
  });
  expect(moveColumn({ columns, pinned: 2 }, 'created', 3)).toEqual({
    columns: ['status', 'chain', 'price', 'created'],
    pinned: 1,
  });
  expect(moveColumn({ columns, pinned: 2 }, 'price', 0).pinned).toBe(3);
});

test('no way of arranging loses a column or pins more than there are', () => {
  const order = fc.record({
    columns: fc.shuffledSubarray([...columnIds], { minLength: 1 }),
    pinned: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(order, fc.constantFrom(...columnIds), fc.nat({ max: 20 }), (given, column, place) => {
      const start = { ...given, pinned: Math.min(given.pinned, given.columns.length) };
      for (const next of [moveColumn(start, column, place), togglePinned(start, column)]) {
        expect([...next.columns].sort()).toEqual([...start.columns].sort());
        expect(next.pinned).toBeGreaterThanOrEqual(0);
        expect(next.pinned).toBeLessThanOrEqual(next.columns.length);
      }
    }),
  );
});
