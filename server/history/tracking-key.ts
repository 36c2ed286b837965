/** The ID that a flow is kept under. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** UUIDs are the same in capitals; other IDs are taken as they are. */
export function historyKey(trackingId: string): string {
  const id = trackingId.trim();
  return uuid.test(id) ? id.toLowerCase() : id;
}
