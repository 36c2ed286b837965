/** The address of a flow's page. */

export function flowAddress(trackingId: string): string {
  return `/flows/${encodeURIComponent(trackingId)}`;
}

/** What a link's state carries where a person said that digits are a flow's ID and not a telephone number. */
export function vouched(trackingId: string): object {
  return { vouched: trackingId };
}

export function isVouched(state: unknown, trackingId: string): boolean {
  return typeof state === 'object' && state !== null && 'vouched' in state && state.vouched === trackingId;
}
