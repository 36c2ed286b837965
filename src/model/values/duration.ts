/** A length of time as people say it: the two largest units that matter. */
import type { DurationMs } from './time.ts';

export type DurationUnit = 'd' | 'h' | 'min' | 's' | 'ms';
export interface DurationPart {
  readonly value: number;
  readonly unit: DurationUnit;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function two(ms: number, big: DurationUnit, bigMs: number, small: DurationUnit, smallMs: number): DurationPart[] {
  const whole = Math.round(ms / smallMs) * smallMs;
  const first = Math.floor(whole / bigMs);
  const rest = Math.round((whole - first * bigMs) / smallMs);
  return rest === 0
    ? [{ value: first, unit: big }]
    : [
        { value: first, unit: big },
        { value: rest, unit: small },
      ];
}

/**
 * The parts of a length of time without its sign: 430 → 430 ms; 5,100 → 5.1 s; 600,200 → 10 min 0.2 s; 7,380,000 →
 * 2 h 3 min; three days and four hours → 3 d 4 h. Seconds are rounded to tenths (half up) below an hour, never to "60 s".
 * 0 gives 0 ms.
 */
export function durationParts(durationMs: DurationMs): DurationPart[] {
  const ms = Math.abs(durationMs);
  if (ms < second && Math.round(ms) < second) return [{ value: Math.round(ms), unit: 'ms' }];
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return [{ value: tenths / 10, unit: 's' }];
  if (tenths < 36_000) {
    const minutes = Math.floor(tenths / 600);
    const rest = (tenths - minutes * 600) / 10;
    return rest === 0
      ? [{ value: minutes, unit: 'min' }]
      : [
          { value: minutes, unit: 'min' },
          { value: rest, unit: 's' },
        ];
  }
  return Math.round(ms / minute) < 1440 ? two(ms, 'h', hour, 'min', minute) : two(ms, 'd', day, 'h', hour);
}
