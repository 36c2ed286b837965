/** Every page opens at its top; the way back finds it where it was left. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** How far each entry of this visit's history was scrolled. */
const places = new Map<string, number>();
const mostKept = 200;
/** What a page shows may come in pieces; after this the person is left alone. */
const restoringMs = 3000;

function remember(key: string, scrollY: number): void {
  places.delete(key);
  places.set(key, scrollY);
  for (const oldest of places.keys()) {
    if (places.size <= mostKept) break;
    places.delete(oldest);
  }
}

/** Scrolls to a place as soon as the page is long enough for it, unless a person moves first. Gives back how to stop. */
function restore(scrollY: number): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const stop = () => ending.abort();
  const go = () => {
    if (signal.aborted) return;
    window.scrollTo({ top: scrollY, behavior: 'instant' });
    if (Math.abs(window.scrollY - scrollY) < 2) stop();
  };
  const observer = new ResizeObserver(go);
  observer.observe(document.body);
  const timer = setTimeout(stop, restoringMs);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const) {
    window.addEventListener(own, stop, { signal, passive: true });
  }
  go();
  return stop;
}

export function usePageScroll(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const shown = useRef(pathname);
  useEffect(() => {
    // The browser would scroll before the page is there; only a reload is left to it.
    history.scrollRestoration = 'manual';
    const onHide = () => {
      history.scrollRestoration = 'auto';
    };
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      onHide();
    };
  }, []);
  useLayoutEffect(() => {
    const moved = shown.current !== pathname;
    shown.current = pathname;
    let stop = () => {};
    if (type === 'POP' && moved) stop = restore(places.get(key) ?? 0);
    else if (moved) window.scrollTo({ top: 0, behavior: 'instant' });
    const note = () => remember(key, window.scrollY);
    // The same page under another entry: its place goes with it.
    if (!moved) note();
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      stop();
      window.removeEventListener('scroll', note);
    };
  }, [key, pathname, type]);
}
