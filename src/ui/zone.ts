/** Names of time zones as a setting or a link gives them. */

/** This browser's zone. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone that times are told in: a link's own, else the viewer's, else UTC. */
export function viewerZone(
  linked: string | null,
  { zone, browserZone }: { readonly zone: string; readonly browserZone: string | null },
): string {
  return zoneIn(linked ?? '', browserZone) ?? zoneIn(zone, browserZone) ?? 'UTC';
}

/** The same, where `local` is the zone that the viewer's browser had when it was last asked; UTC where that is not known. */
function zoneIn(text: string, browserZone: string | null): string | null {
  return zoneNamed(text.trim().toLowerCase() === 'local' ? (browserZone ?? 'utc') : text);
}

/**
 * The IANA name behind `utc`, `local` or a name, in its usual spelling; null for what names no zone. Offsets such as
 * `+02:00`, which newer browsers take for zones, are none here: they would not follow summer time.
 */
export function zoneNamed(text: string): string | null {
  const name = text.trim();
  if (name.toLowerCase() === 'utc') return 'UTC';
  if (name.toLowerCase() === 'local') return localZone();
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
