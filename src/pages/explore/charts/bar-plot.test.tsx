// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInApp } from '#ui/testing/render.tsx';
import { barAxis } from './bar-axis.tsx';
import { type BarGroup, BarPlot } from './bar-plot.tsx';

const groups = ['00:00', '01:00', '02:00'].map(
  (label, place): BarGroup => ({ key: label, label, title: `at ${label}`, values: [place, 2 * place] }),
);

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

function drawn(props: Partial<Parameters<typeof BarPlot>[0]> = {}) {
  const onGroup = vi.fn();
  const { container } = renderInApp(
    <BarPlot
      title="Flows"
      groups={groups}
      series={[
        { name: 'Succeeded', fill: 'green' },
        { name: 'Failed', fill: 'red' },
      ]}
      stacked
      height={100}
      number={String}
      compact={String}
      onGroup={onGroup}
      {...props}
    />,
  );
  return { container, onGroup, plot: screen.getByRole('group', { name: /^Flows/ }) };
}

test('arrow keys go from bar to bar and say its values; Enter takes it; leaving says nothing more', () => {
  const { plot, onGroup } = drawn();
  const said = () => screen.getByRole('status').textContent;
  expect(said()).toBe('');
  fireEvent.keyDown(plot, { key: 'End' });
  expect(said()).toBe('at 02:00: Succeeded 2, Failed 4');
  fireEvent.keyDown(plot, { key: 'ArrowRight' });
  fireEvent.keyDown(plot, { key: 'ArrowLeft' });
  expect(said()).toBe('at 01:00: Succeeded 1, Failed 2');
  fireEvent.keyDown(plot, { key: 'Enter' });
  expect(onGroup).toHaveBeenCalledWith(1);
  fireEvent.keyDown(plot, { key: 'Home' });
  expect(said()).toBe('at 00:00: 0');
  fireEvent.blur(plot);
  expect(said()).toBe('');
});

test('where the clocks change, both offsets stand on the axis', () => {
  const { container } = drawn({ clockChange: { place: 1, before: 'GMT+3', after: 'GMT+2' } });
  expect(container.textContent).toContain('GMT+3');
  expect(container.textContent).toContain('GMT+2');
});

test('every bar that is no time is named, on as many lines as that takes', () => {
  const axis = barAxis({ groups, groupPx: 20, width: 60, named: undefined });
  expect(axis.labels.map(({ label }) => label)).toEqual(['00:00', '01:00', '02:00']);
  expect(new Set(axis.labels.map(({ line }) => line)).size).toBe(3);
  const wide = barAxis({ groups, groupPx: 200, width: 600, named: undefined });
  expect(wide.labels.map(({ line }) => line)).toEqual([0, 0, 0]);
  expect(wide.heightPx).toBeLessThan(axis.heightPx);
});
