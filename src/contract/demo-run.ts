/** Running demo flows: each run has an ID of its own, so that a flow starts anew whenever it is opened anew. */

/** The emulator knows a running flow by this much of its ID; the rest names the run. */
const known = 24;
const runDigits = 12;

/** A demo flow as `GET /api/config` lists it; only what tells its runs. */
interface Listed {
  readonly trackingId: string;
  readonly group: string;
}

export function isRunning({ group }: Pick<Listed, 'group'>): boolean {
  return group === 'Running';
}

/** The ID of a new run of a flow. */
export function newRun(trackingId: string): string {
  const digits = crypto.getRandomValues(new Uint8Array(runDigits)).map((byte) => byte % 16);
  return `${trackingId.slice(0, known)}${[...digits].map((digit) => digit.toString(16)).join('')}`;
}

/** True where two IDs are runs of one flow. */
export function isRunOf(trackingId: string, flow: Listed): boolean {
  return isRunning(flow) && trackingId.slice(0, known) === flow.trackingId.slice(0, known);
}
