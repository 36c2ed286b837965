/** Moments as Explore writes them: short, in the viewer's language and time zone. */
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import { localText } from './local-time.ts';

export interface Moments {
  /** "23 Nov, 14:30" */
  readonly minute: (at: EpochMs) => string;
  /** "14:30" */
  readonly clock: (at: EpochMs) => string;
  /** "14:30:07" */
  readonly second: (at: EpochMs) => string;
  /** "14:30:07.120" */
  readonly exact: (at: EpochMs) => string;
  /** "23 Nov" */
  readonly day: (at: EpochMs) => string;
  /** "12K" */
  readonly compact: (value: number) => string;
  /** How far the zone's clocks are ahead of UTC. */
  readonly offsetMs: (at: EpochMs) => DurationMs;
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetIn(timeZone: string): (at: EpochMs) => DurationMs {
  return (at) => Date.parse(`${localText(at, timeZone)}:00Z`) - Math.floor(at / 60_000) * 60_000;
}

function momentsIn(locale: string, timeZone: string): Moments {
  const date = { day: 'numeric', month: 'short' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const [minute, clock, day] = [format({ ...date, ...time }), format(time), format(date)];
  const second = format({ ...time, second: '2-digit' });
  const exact = format({ ...time, second: '2-digit', fractionalSecondDigits: 3 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact' });
  return {
    minute: (at) => minute.format(at),
    clock: (at) => clock.format(at),
    second: (at) => second.format(at),
    exact: (at) => exact.format(at),
    day: (at) => day.format(at),
    compact: (value) => compact.format(value),
    offsetMs: offsetIn(timeZone),
  };
}

/** Formatters are slow to make, and every row of a table asks for them: one set a language and zone. */
const made = new Map<string, Moments>();
/** More languages and zones than one person goes through. */
const mostMade = 20;

export function useMoments(): Moments {
  const { format, zone } = useViewer();
  const key = `${format.locale} ${zone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= mostMade) made.clear();
  const moments = momentsIn(format.locale, zone);
  made.set(key, moments);
  return moments;
}
