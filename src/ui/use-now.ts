/** A clock for what changes by itself. Off, it never ticks: an idle page does nothing. */
import { useEffect, useState } from 'react';
import type { EpochMs } from '#model/values/time.ts';

/** Now, renewed so often while `everyMs` is a number and the page is seen; of the first drawing, else. */
export function useNow(everyMs: number | null): EpochMs {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === null) return;
    setNow(Date.now());
    const tick = () => document.visibilityState === 'visible' && setNow(Date.now());
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
