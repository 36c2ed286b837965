/** Notices whether a person is at the rows: with the pointer, with the focus, or scrolled down to them. */
import { type RefObject, useEffect } from 'react';

/** The header of the page stands above the table. */
const headerPx = 56;

export function useBusy(table: RefObject<HTMLElement | null>, top: number, onBusy: (busy: boolean) => void): void {
  useEffect(() => {
    const element = table.current;
    if (element === null) return;
    const check = () =>
      onBusy(element.matches(':hover') || element.contains(document.activeElement) || window.scrollY + headerPx > top);
    const events = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;
    for (const event of events) element.addEventListener(event, check);
    addEventListener('scroll', check, { passive: true });
    check();
    return () => {
      for (const event of events) element.removeEventListener(event, check);
      removeEventListener('scroll', check);
    };
  }, [table, top, onBusy]);
}
