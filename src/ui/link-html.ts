/** A link as HTML for the clipboard, so that a ticket or a chat shows words in place of an address. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** `words` are text, whatever they hold; only an http or https address becomes a link, any other gives the words alone. */
export function linkHtml(href: string, words: string): string {
  const protocol = URL.canParse(href) ? new URL(href).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') return escaped(words);
  return `<a href="${escaped(href)}">${escaped(words)}</a>`;
}
