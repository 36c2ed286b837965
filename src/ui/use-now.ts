/** A clock for what changes by itself: the gateway's time. Off, it never ticks: an idle page does nothing. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { gatewayNow } from '#api/clock.ts';
import type { EpochMs } from '#model/values/time.ts';
import { useFirstDrawing, useTakenOver } from './first-drawing.ts';

interface Clock {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => EpochMs;
}

/** Shows one time to all who ask between two ticks, as React demands. */
function createClock(everyMs: number | null): Clock {
  let shown: EpochMs | null = null;
  const now = () => {
    shown ??= gatewayNow();
    return shown;
  };
  const subscribe = (listener: () => void) => {
    if (everyMs === null) return () => {};
    const tick = () => {
      if (document.visibilityState !== 'visible') return;
      shown = gatewayNow();
      listener();
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  };
  return { subscribe, now };
}

/** Now, renewed so often while `everyMs` is a number and the page is seen; of the first drawing, else. */
export function useNow(everyMs: number | null): EpochMs {
  const first = useFirstDrawing();
  const clock = useMemo(() => createClock(everyMs), [everyMs]);
  return useSyncExternalStore(clock.subscribe, clock.now, () => first?.now ?? clock.now());
}

/** When this was first drawn: by the gateway, where it drew the page, else here. Never changes. */
export function useDrawnAt(): EpochMs {
  const first = useFirstDrawing();
  const takenOver = useTakenOver();
  const [drawnAt] = useState(() => (takenOver || first === null ? gatewayNow() : first.now));
  return drawnAt;
}
