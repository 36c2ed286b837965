/** Which sides of a sideways scrolling element hide something, so that it can be seen that there is more. */
import { type RefObject, useEffect, useState } from 'react';

export interface Cut {
  readonly left: boolean;
  readonly right: boolean;
}

const whole: Cut = { left: false, right: false };
/** Widths are whole pixels only by rounding. */
const slackPx = 1;

export function cutOf({
  scrollLeft,
  clientWidth,
  scrollWidth,
}: Pick<HTMLElement, 'scrollLeft' | 'clientWidth' | 'scrollWidth'>): Cut {
  return { left: scrollLeft > slackPx, right: scrollLeft + clientWidth < scrollWidth - slackPx };
}

export function useCut(element: RefObject<HTMLElement | null>): Cut {
  const [cut, setCut] = useState(whole);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const look = () => {
      const next = cutOf(current);
      setCut((before) => (before.left === next.left && before.right === next.right ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    if (current.firstElementChild !== null) observer.observe(current.firstElementChild);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [element]);
  return cut;
}
