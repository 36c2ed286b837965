/** The time until asking again makes sense. */
import { useEffect, useState } from 'react';
import { gatewayNow } from '#api/clock.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { useNow } from '#ui/use-now.ts';

/** What is left of a wait that began when `of` was first shown, in whole seconds; 0 when it is over. */
export function useCountdown(of: unknown, waitMs: DurationMs | null): DurationMs {
  const start = useNow(null);
  const [begun, setBegun] = useState<{ of: unknown; at: EpochMs }>(() => ({ of, at: start }));
  const [over, setOver] = useState(waitMs === null);
  const now = useNow(over ? null : 1000);
  useEffect(() => {
    setBegun({ of, at: gatewayNow() });
    setOver(waitMs === null);
    if (waitMs === null) return;
    const timer = setTimeout(() => setOver(true), waitMs);
    return () => clearTimeout(timer);
  }, [of, waitMs]);
  if (over || waitMs === null) return 0;
  const leftMs = begun.at + waitMs - Math.max(now, begun.at);
  return Math.max(1, Math.ceil(leftMs / 1000)) * 1000;
}
