/** The range of time Explore searches: the latest so long, or between two moments. */
import type { DurationMs, EpochMs } from '../values/time.ts';
import { dayStart, type OffsetAt } from './wall-clock.ts';

export type Range =
  /** Up to now. */
  | { readonly kind: 'latest'; readonly lengthMs: DurationMs }
  /** A day of the viewer's zone; today up to now. */
  | { readonly kind: 'day'; readonly day: 'today' | 'yesterday' }
  /** `from` is inclusive, `to` is not. Whole minutes. */
  | { readonly kind: 'between'; readonly from: EpochMs; readonly to: EpochMs };

export interface Bounds {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const unitMs = { m: minuteMs, h: hourMs, d: dayMs } as const;
const longestMs = 366 * dayMs;

export const defaultRange: Range = { kind: 'latest', lengthMs: dayMs };

/** What is offered to choose from, and the steps by which an empty search is widened. */
export const latestLengths: readonly DurationMs[] = [
  15 * minuteMs,
  hourMs,
  2 * hourMs,
  6 * hourMs,
  12 * hourMs,
  dayMs,
  2 * dayMs,
  7 * dayMs,
];

/** What stands first in the choice, beside today and yesterday. */
export const commonLengths: readonly DurationMs[] = [2 * hourMs, dayMs, 7 * dayMs];

/** True for a range that goes on as time does. */
export function reachesNow(range: Range): boolean {
  return range.kind === 'latest' || (range.kind === 'day' && range.day === 'today');
}

/**
 * Routee takes times to the minute, so a range that ends now ends with the minute that has begun. `offsetAt` is the
 * viewer's zone, needed for days; UTC without it.
 */
export function boundsOf(range: Range, now: EpochMs, offsetAt: OffsetAt = () => 0): Bounds {
  if (range.kind === 'between') return { from: range.from, to: range.to };
  const to = Math.ceil(now / minuteMs) * minuteMs;
  if (range.kind === 'latest') return { from: to - range.lengthMs, to };
  const today = dayStart(now, offsetAt);
  if (range.day === 'yesterday') return { from: dayStart(now, offsetAt, -1), to: today };
  return { from: today, to: Math.max(to, today + minuteMs) };
}

/** The next longer range that is offered, ending where this one ends if it has an end; null at the longest. */
export function widerRange(range: Range, { from, to }: Bounds): Range | null {
  const longer = latestLengths.find((lengthMs) => lengthMs > to - from);
  if (longer === undefined) return null;
  return reachesNow(range) ? { kind: 'latest', lengthMs: longer } : { kind: 'between', from: to - longer, to };
}

/**
 * A shorter range with the same end, the newest part of this one: the next shorter length that is offered, or the newer half
 * of a range with an end. Null at a minute.
 */
export function narrowerRange(range: Range, { from, to }: Bounds): Range | null {
  const length = to - from;
  if (reachesNow(range)) {
    const shorter = latestLengths.findLast((lengthMs) => lengthMs < length);
    return shorter === undefined ? null : { kind: 'latest', lengthMs: shorter };
  }
  const middle = Math.ceil((from + to) / 2 / minuteMs) * minuteMs;
  return middle < to ? { kind: 'between', from: middle, to } : null;
}

/** "90m" → an hour and a half; null for anything but a whole number of minutes, hours or days up to a year. */
export function readLength(text: string): DurationMs | null {
  const match = /^([1-9]\d{0,5})([mhd])$/.exec(text);
  if (match === null) return null;
  const lengthMs = Number(match[1]) * unitMs[match[2] as keyof typeof unitMs]; // the pattern holds the units
  return lengthMs <= longestMs ? lengthMs : null;
}

/** The shortest way to write a length in whole minutes: 7,200,000 → "2h". */
export function lengthText(lengthMs: DurationMs): string {
  if (lengthMs % dayMs === 0) return `${lengthMs / dayMs}d`;
  return lengthMs % hourMs === 0 ? `${lengthMs / hourMs}h` : `${Math.round(lengthMs / minuteMs)}m`;
}

/** A moment in an address and for Routee: "2026-11-23T12:00Z". */
export function minuteText(time: EpochMs): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}
