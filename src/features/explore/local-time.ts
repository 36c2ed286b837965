/** Moments as the wall clock of a time zone shows them, for date fields, and back. */
import type { EpochMs } from '#model/values/time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** "2026-11-23T14:30" as the clocks of the zone show the moment. */
export function localText(time: EpochMs, zone: string): string {
  return wallClock(zone).format(time).replace(' ', 'T');
}

/**
 * The moment at which the clocks of the zone show the text; of an hour that comes twice the first, of one that is
 * skipped the same distance after the jump. Null for anything that is no such text.
 */
export function readLocalText(text: string, zone: string): EpochMs | null {
  const asUtc = Date.parse(`${text}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || Number.isNaN(asUtc)) return null;
  const offset = (at: EpochMs) => Date.parse(`${localText(at, zone)}:00Z`) - at;
  const candidates = [offset(asUtc - 86_400_000), offset(asUtc + 86_400_000)].map((ms) => asUtc - ms);
  const exact = candidates.filter((at) => localText(at, zone) === text);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}
