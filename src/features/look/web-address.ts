/** Addresses that a record names: only http and https ones may become links or be loaded. */

export type WebAddress =
  | { readonly kind: 'web'; readonly href: string; readonly host: string }
  /** `javascript:`, `data:`, or no address at all: shown as text. */
  | { readonly kind: 'inert'; readonly text: string };

/** Reads an address as a browser would; never throws. User names and passwords in it are left out. */
export function webAddress(text: string): WebAddress {
  const inert = { kind: 'inert', text } as const;
  if (!URL.canParse(text)) return inert;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return inert;
  url.username = '';
  url.password = '';
  return { kind: 'web', href: url.href, host: url.host };
}
