// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Trouble } from '#model/explore/trouble.ts';
import { renderInApp } from '#ui/testing/render.tsx';
import { heat, TroubleHeat } from './trouble-heat.tsx';

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const hour = 3_600_000;
const bins = [0, 1, 2].map((place) => ({ from: place * hour, to: (place + 1) * hour }));
const trouble = (value: string, bars: readonly (readonly [number, number, number])[]): Trouble => ({
  value,
  tried: 0,
  failed: 0,
  bars: bars.map(([place, failed, tried]) => ({ start: place * hour, failed, tried, excess: 0, bad: false })),
  worst: null,
  restShare: null,
});

function drawn() {
  const onShow = vi.fn();
  renderInApp(
    <TroubleHeat
      title="Heat map"
      troubles={[trouble('Cosmote', [[1, 4, 10]]), trouble('Nova', [[0, 0, 3]])]}
      name={(value) => value}
      bins={bins}
      binning={{ widthMs: hour, originMs: 0 }}
      bounds={{ from: 0, to: 3 * hour }}
      onShow={onShow}
    />,
  );
  const cells = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')];
  return { onShow, cells, grid: screen.getByRole('grid') };
}

test('every cell says what it is of, and shows its failures when it has some', () => {
  const { cells, onShow } = drawn();
  expect(cells.map((cell) => cell.getAttribute('aria-label'))).toContain(
    'Cosmote, 1 Jan, 01:00 – 02:00: 4 of 10 failed (40%)',
  );
  for (const cell of cells) fireEvent.click(cell);
  expect(onShow.mock.calls).toEqual([['Cosmote', bins[1]]]);
});

test('one stop for the keyboard; arrow keys go from cell to cell and stay inside', () => {
  const { cells, grid, onShow } = drawn();
  expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  cells[0]?.focus();
  for (const key of ['ArrowUp', 'ArrowRight']) fireEvent.keyDown(grid, { key });
  expect(document.activeElement).toBe(cells[1]);
  fireEvent.keyDown(document.activeElement ?? grid, { key: 'Enter' });
  expect(onShow).toHaveBeenCalledWith('Cosmote', bins[1]);
  for (const key of ['End', 'ArrowDown', 'ArrowRight']) fireEvent.keyDown(grid, { key });
  expect(document.activeElement).toBe(cells[5]);
});

test('a larger share is darker, and of few it is paler', () => {
  expect(heat({ tried: 100, failed: 50 })).toBe(50);
  expect(heat({ tried: 1, failed: 1 })).toBeLessThan(heat({ tried: 10, failed: 10 }));
  expect(heat({ tried: 20, failed: 0 })).toBe(0);
});
