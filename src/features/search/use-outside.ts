/** Notices that a person turned to another part of the page. */
import { type RefObject, useEffect, useRef } from 'react';

/** While `on`, calls back when something outside the element is pressed or gets the focus. */
export function useOutside(element: RefObject<HTMLElement | null>, on: boolean, onOutside: () => void): void {
  const latest = useRef(onOutside);
  useEffect(() => {
    latest.current = onOutside;
  });
  useEffect(() => {
    if (!on) return;
    const listening = new AbortController();
    const { signal } = listening;
    const check = ({ target }: Event) => {
      if (target instanceof Node && element.current?.contains(target) === false) latest.current();
    };
    document.addEventListener('pointerdown', check, { signal });
    document.addEventListener('focusin', check, { signal });
    return () => listening.abort();
  }, [element, on]);
}
