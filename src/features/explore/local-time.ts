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

/** "23/11/2026 14:30" as the clocks of the zone show the moment, in the order of both languages. */
export function dayFirstText(time: EpochMs, zone: string): string {
  const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(.*)$/.exec(localText(time, zone)) ?? [];
  return `${day}/${month}/${year} ${clock}`;
}

/**
 * What a person writes for a moment: `23/11/2026 14:30`, dots and hyphens too, the time left out for midnight; or the ISO
 * order. Never month first. Null for anything else, and for days and times that do not exist.
 */
export function readDayFirstText(text: string, zone: string): EpochMs | null {
  const clock = '(?:[ T,]+(\\d{1,2})[:.](\\d\\d))?';
  const dayFirst = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${clock}$`).exec(text.trim());
  const yearFirst = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${clock}$`).exec(text.trim());
  const [, a, b, c, hour = '00', minute = '00'] = dayFirst ?? yearFirst ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  const [year, month, day] = dayFirst === null ? [a, b, c] : [c, b, a];
  const two = (part: string) => part.padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`;
  const exists = new Date(`${iso}:00Z`);
  // 31 April is no day, though `Date` makes one of it.
  if (Number.isNaN(exists.getTime()) || exists.toISOString().slice(0, 16) !== iso) return null;
  return readLocalText(iso, zone);
}

/** Whether the clocks of the zone show the same an hour later: the hour comes twice, and the first is meant. */
export function comesTwice(time: EpochMs, zone: string): boolean {
  return [30, 60].some((minutes) => localText(time, zone) === localText(time + minutes * 60_000, zone));
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
