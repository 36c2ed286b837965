/** What a person will most likely want next, fetched while nothing else is: it is then there even if the gateway is not. */
import { useEffect } from 'react';

/** By then the page that was asked for has long been drawn. */
const afterMs = 3000;

export function useEarlyFetch(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const wanted = [import('#pages/flow/page.tsx')];
      // Whoever needs one that failed asks again, and says so.
      void Promise.allSettled(wanted);
    }, afterMs);
    return () => clearTimeout(timer);
  }, []);
}
