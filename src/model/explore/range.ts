/** The range of time Explore searches: the latest so long, or between two moments. */
import type { DurationMs, EpochMs } from '../values/time.ts';

export type Range =
  /** Up to now. */
  | { readonly kind: 'latest'; readonly lengthMs: DurationMs }
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

/** Routee takes times to the minute, so a range that ends now ends with the minute that has begun. */
export function boundsOf(range: Range, now: EpochMs): Bounds {
  if (range.kind === 'between') return { from: range.from, to: range.to };
  const to = Math.ceil(now / minuteMs) * minuteMs;
  return { from: to - range.lengthMs, to };
}

/** The next longer range that is offered, ending where this one ends if it has an end; null at the longest. */
export function widerRange(range: Range, { from, to }: Bounds): Range | null {
  const longer = latestLengths.find((lengthMs) => lengthMs > to - from);
  if (longer === undefined) return null;
  return range.kind === 'latest' ? { kind: 'latest', lengthMs: longer } : { kind: 'between', from: to - longer, to };
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
