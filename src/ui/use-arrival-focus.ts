/** Puts the focus where a page is mostly used, when the page appears. */
import { type RefObject, useEffect } from 'react';

/** Somebody who types already, or has a dialog open, is left alone: a page may appear late. */
function isBusy(active: Element | null): boolean {
  return active?.closest('input, textarea, select, [contenteditable], [role="dialog"]') != null;
}

export function useArrivalFocus(element: RefObject<HTMLElement | null>, on = true): void {
  useEffect(() => {
    if (on && !isBusy(document.activeElement)) element.current?.focus({ preventScroll: true });
  }, [element, on]);
}
