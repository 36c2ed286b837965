/** Which row the keyboard is on: arrow keys, Home, End and the page keys move it, through rows that are not drawn too. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface RowFocusOptions {
  readonly table: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly pageRows: number;
  readonly scrollTo: (index: number) => void;
}

function target(key: string, from: number, { count, pageRows }: Pick<RowFocusOptions, 'count' | 'pageRows'>) {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + pageRows;
    case 'PageUp':
      return from - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export interface RowFocus {
  /** The row that Tab reaches; always drawn. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** The row that the focus is on, or about to be; null while it is elsewhere. */
  readonly current: () => number | null;
  /** Puts the focus on a row as soon as it is drawn. */
  readonly focus: (index: number) => void;
  /** The same without scrolling, for a row that is seen already. */
  readonly focusSeen: (index: number) => void;
  /** So many rows on; to the first one at first. */
  readonly move: (by: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useRowFocus({ table, count, pageRows, scrollTo }: RowFocusOptions): RowFocus {
  const [active, setActive] = useState(0);
  const entered = useRef(false);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const link = table.current?.querySelector<HTMLElement>(`a[data-index="${wanted.current}"]`);
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  const focusSeen = (index: number) => {
    wanted.current = index;
    setActive(index);
  };
  const focus = (index: number) => {
    focusSeen(index);
    scrollTo(index);
  };
  const go = (index: number) => count > 0 && focus(Math.max(0, Math.min(count - 1, index)));
  const move = (by: number) => {
    const inside = table.current?.contains(document.activeElement) === true;
    go(inside || entered.current ? active + by : active);
    entered.current = true;
  };
  const current = () => wanted.current ?? (table.current?.contains(document.activeElement) === true ? active : null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLAnchorElement)) return;
    const next = target(event.key, active, { count, pageRows });
    if (next === null) return;
    event.preventDefault();
    go(next);
  };
  return { active: Math.max(0, Math.min(active, count - 1)), setActive, current, focus, focusSeen, move, onKeyDown };
}
