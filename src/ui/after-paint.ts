/** Keeps what comes later from competing with what the person waits for. */

/** In a hidden tab nothing is painted; it goes on all the same. */
const longestMs = 200;

/** Resolves once what is being drawn now has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestMs);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
