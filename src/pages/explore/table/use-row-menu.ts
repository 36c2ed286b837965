/** Where the menu of a row was asked for: by the other button of a pointer, by a long touch, by the keyboard's menu key. */
import { type MouseEvent, useState } from 'react';
import { columnIds } from '#model/explore/columns.ts';
import type { FlowRow } from '#model/explore/row.ts';
import type { MenuPlace } from './row-menu.tsx';

export function useRowMenu(rows: readonly FlowRow[]) {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const onContextMenu = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const line = target?.closest('[role="row"]');
    const row = rows[Number(line?.getAttribute('aria-rowindex')) - 2];
    // Where a text is selected the browser's own menu is wanted: it copies.
    if (row === undefined || line == null || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const link = line.querySelector('a');
    // From the keyboard the event comes from the link, and some browsers give it no place.
    const byKey = event.button !== 2 && target?.closest('a') !== null;
    const box = (link ?? line).getBoundingClientRect();
    const named = target?.closest('[data-column]')?.getAttribute('data-column');
    setPlace({
      row,
      link,
      column: byKey ? null : (columnIds.find((id) => id === named) ?? null),
      x: byKey ? box.left : event.clientX,
      y: byKey ? box.bottom : event.clientY,
    });
  };
  return { place, onContextMenu, close: () => setPlace(null) };
}
