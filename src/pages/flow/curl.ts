/** Asking Routee for a flow by hand. */

/** A command that asks Routee for the record. Host and token are left to the shell: the browser knows neither. */
export function curlCommand(trackingId: string): string {
  const path = `/failover/tracking/${encodeURIComponent(trackingId)}`;
  return `curl -H "Authorization: Bearer $ROUTEE_TOKEN" "$ROUTEE_API_URL${path}"`;
}
