/** The title of the browser's tab, for as long as a page is shown. */
import { useEffect } from 'react';

/** Not React's <title>: the one of index.html stands before it, and browsers show the first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
