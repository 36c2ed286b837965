/**
 * Whether an entry of the palette is what somebody is typing. Our own: match-sorter takes accents off Latin letters only, so
 * that «αρχικη» would not find «Αρχική», and it ranks, while the palette keeps the order of its groups.
 */

/** Letters without case and accents: Greek is often typed without them. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}

/** True when every word of the text occurs in one of these; of no words, always. */
export function matchesText(text: string, searched: readonly string[]): boolean {
  const place = plain(searched.join('\n'));
  return plain(text)
    .split(/\s+/)
    .every((word) => place.includes(word));
}
