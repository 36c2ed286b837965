/** How far a zone's clock is from UTC, and lengths of time that look like such a distance. */
import { countryZone } from './country-zone.ts';
import type { DurationMs, EpochMs } from './time.ts';

const quarterMs = 15 * 60_000;
/** The nearest and furthest that clocks of zones stand apart, leaving out Pacific corners beyond UTC±14. */
const leastMs = 30 * 60_000;
const mostMs = 14 * 3_600_000;

/**
 * The whole number of quarters of an hour nearest to a length of time, when it is no further off than `beforeMs` below
 * or `afterMs` above it and clocks of zones can stand so far apart; else null. `wholeOffset(7_200_500, 0, 1000)` is 2 h.
 */
export function wholeOffset(ms: DurationMs, beforeMs: DurationMs, afterMs: DurationMs): DurationMs | null {
  const offset = Math.round(ms / quarterMs) * quarterMs;
  const rest = ms - offset;
  if (Math.abs(offset) < leastMs || Math.abs(offset) > mostMs) return null;
  return rest >= -beforeMs && rest <= afterMs ? offset : null;
}

const writers = new Map<string, Intl.DateTimeFormat>();

function offsetAt(zone: string, at: EpochMs): DurationMs {
  const known = writers.get(zone);
  const writer = known ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  if (known === undefined) writers.set(zone, writer);
  const name = writer.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}

/** The IANA zone of a country whose clock is `offsetMs` ahead of UTC at a moment, or as much behind; null for none. */
export function zoneWithOffset(country: string | null, offsetMs: DurationMs, at: EpochMs): string | null {
  const zone = country === null ? null : countryZone(country.toUpperCase());
  if (zone === null || Math.abs(at) > 8.6e15) return null;
  return Math.abs(offsetAt(zone, at)) === Math.abs(offsetMs) ? zone : null;
}
