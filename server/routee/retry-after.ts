/** `Retry-After` as it comes, hostile or not: seconds or a date. */

/** Nobody waits longer, whatever a header says; a day is also far below what a timer can hold. */
const longestRetryAfterS = 86_400;

/**
 * Whole seconds until the call may be repeated, at most a day, never negative; null where the header says neither seconds
 * nor a date. `now` in epoch milliseconds, for dates (RFC 9110, 10.2.3).
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), longestRetryAfterS);
  // Date.parse takes "-5" for a year, and "March 7" for a date.
  const date = /^[a-z]{3,9},? .*\d{2}:\d{2}:\d{2}/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return null;
  return Math.min(Math.max(0, Math.ceil((date - now) / 1000)), longestRetryAfterS);
}
