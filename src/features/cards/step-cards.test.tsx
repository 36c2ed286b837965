// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import { price } from '#model/readings/price.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { renderInApp } from '#ui/testing/render.tsx';
import { StepCards } from './step-cards.tsx';

Element.prototype.scrollIntoView ??= () => {};

function drawn(count: number) {
  const steps = Array.from({ length: count }, (_, place) =>
    sms({ at: 10 * place, until: 10 * place + 3, status: place % 5 === 0 ? 'Delivered' : 'Failed' }),
  );
  const reading = readFlow(JSON.stringify(record({ steps })));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const { flow } = reading;
  renderInApp(<StepCards flow={flow} price={price(flow)} currency={null} selectedStep={null} follow={false} />);
  return () => [...document.querySelectorAll('h2')].map(({ id }) => Number(id.replace('step-card-', '')));
}

test('of a long flow only the failed steps are shown, and all again', () => {
  const shown = drawn(10);
  expect(shown()).toHaveLength(10);
  fireEvent.click(screen.getByText('Failed only (8)'));
  expect(shown()).toEqual([2, 3, 4, 5, 7, 8, 9, 10]);
  fireEvent.click(screen.getByText('All 10 steps'));
  expect(shown()).toHaveLength(10);
});

test('the last step is one press away, however many are not drawn yet', () => {
  const shown = drawn(14);
  expect(shown()).not.toContain(14);
  fireEvent.click(screen.getByText('Last step'));
  expect(shown().at(-1)).toBe(14);
  expect(document.activeElement?.id).toBe('step-card-14');
});

test('a short flow has no such line', () => {
  drawn(3);
  expect(screen.queryByText('Last step')).toBeNull();
});
