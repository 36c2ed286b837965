/** Points in time and lengths of time. The model knows no clock: "now" is always an argument. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;
/** A length of time in milliseconds. */
export type DurationMs = number;

/** The last instant a `Date` can name (ECMAScript, "Time Values and Time Range"). */
export const latestTime: EpochMs = 8.64e15;

/** The forms that every engine's `Date.parse` reads alike (ECMAScript, "Date Time String Format"). */
const standardTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const isoTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant an ISO 8601 text names, or null when it names none. Takes fractions of 0 to 9 digits (cut to
 * milliseconds) and offsets `Z`, `+03:00`, `+0300`; a text without an offset is read as UTC, as Routee sends UTC
 * (page "Failover tracking": `createdAt`, `updatedDate`).
 */
export function readTime(text: string): EpochMs | null {
  if (standardTime.test(text)) return numberOrNull(Date.parse(text));
  const match = isoTime.exec(text.trim());
  if (match === null) return null;
  const [, day, minute, second = '00', fraction = '', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return numberOrNull(Date.parse(`${day}T${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`));
}

function numberOrNull(time: number): EpochMs | null {
  return Number.isNaN(time) ? null : time;
}
