/** A moment in an address: `2026-11-27T12:01:00Z`, in UTC. */

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;

/** Epoch ms; null for what is no such moment. */
export function readMoment(text: string): number | null {
  const at = form.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** As short as it can be, milliseconds included. */
export function momentText(at: number): string {
  return new Date(at).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
}
