/**
 * Browsers and extensions that translate replace the texts of a page by their own elements. React goes on writing into the
 * texts that were taken away, and the page would say for ever what was true once. The app declares itself untranslatable;
 * where that is ignored, it is drawn anew from a clean root.
 */

/** Translators put their words in again at once; so often the page then tells the truth at least. */
const pauseMs = 5000;
/** React itself writes none of these. */
const foreign = 'font, [data-translated], .notranslate-wrapper';

function isForeign(node: Node): boolean {
  return node instanceof Element && (node.matches(foreign) || node.querySelector(foreign) !== null);
}

/** Calls `redraw` after somebody else has changed texts below the element; gives what stops it. */
export function watchForeignChanges(element: Element, redraw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const again = () => {
    timer = undefined;
    drawnAt = performance.now();
    redraw();
  };
  const observer = new MutationObserver((changes) => {
    if (timer !== undefined || !changes.some(({ addedNodes }) => [...addedNodes].some(isForeign))) return;
    timer = setTimeout(again, Math.max(100, drawnAt + pauseMs - performance.now()));
  });
  observer.observe(element, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** True for what React throws when it finds the page's nodes in other places than it left them. */
export function isChangedDom(error: unknown): boolean {
  return error instanceof DOMException && ['NotFoundError', 'HierarchyRequestError'].includes(error.name);
}
