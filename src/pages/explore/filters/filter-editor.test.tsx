// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Filter } from '#model/explore/filters.ts';
import { renderInApp } from '#ui/testing/render.tsx';
import { FilterEditor } from './filter-editor.tsx';

function edited(start: Filter) {
  const onApply = vi.fn();
  renderInApp(
    <FilterEditor field={start.field} start={start} facetOf={() => []} wholeNumbersOnly={false} onApply={onApply} />,
  );
  return { onApply, apply: () => fireEvent.click(screen.getByRole('button', { name: 'Apply' })) };
}

test.each([
  { field: 'to', operator: 'is', values: ['+306900000001', '+306900000002'] },
  { field: 'price', operator: 'at_least', values: ['0.1', '0.2'] },
  { field: 'label', operator: 'contains', values: ['spring', 'summer'] },
  { field: 'text', operator: 'contains', values: ['a', 'b', 'c'] },
] as const)('a filter of several values keeps them: $field', (filter) => {
  const { onApply, apply } = edited(filter);
  apply();
  expect(onApply).toHaveBeenCalledWith(filter);
});

test('of several values one can be taken away, and another added', () => {
  const { onApply, apply } = edited({ field: 'label', operator: 'contains', values: ['spring', 'summer'] });
  fireEvent.click(screen.getByRole('checkbox', { name: 'spring' }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'autumn' } });
  apply();
  expect(onApply).toHaveBeenCalledWith({ field: 'label', operator: 'contains', values: ['summer', 'autumn'] });
});

test('a single value is edited where it is typed', () => {
  const { onApply, apply } = edited({ field: 'to', operator: 'is', values: ['+306900000001'] });
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '+306900000009' } });
  apply();
  expect(onApply).toHaveBeenCalledWith({ field: 'to', operator: 'is', values: ['+306900000009'] });
});
