/** Links that lead from a flow into other systems: an address with places for what a record holds. */

export const linkPlaces = ['trackingId', 'messageId', 'label', 'applicationId', 'createdAt', 'to'] as const;
export type LinkPlace = (typeof linkPlaces)[number];

/** What may be put into each place; null for what the record does not say, or the viewer may not see. */
export type LinkValues = Readonly<Record<LinkPlace, string | null>>;

/** Why a text is no template. */
export type TemplateFault =
  | { readonly kind: 'notWeb' }
  | { readonly kind: 'withUser' }
  /** A place that decides which host is asked. */
  | { readonly kind: 'placeInHost' }
  | { readonly kind: 'unknownPlace'; readonly name: string }
  | { readonly kind: 'brace' };

export type FilledLink =
  | { readonly kind: 'link'; readonly href: string; readonly host: string }
  /** Places for which there is no value, in the order of the template. */
  | { readonly kind: 'missing'; readonly places: readonly LinkPlace[] }
  /** A value would change what the address means (`..` as a folder), or cannot be written in an address. */
  | { readonly kind: 'unsafe'; readonly places: readonly LinkPlace[] };

const place = /\{([^{}]*)\}/g;
const isPlace = (name: string): name is LinkPlace => linkPlaces.some((known) => known === name);
/** No record's value is longer than a label of 350 characters. */
const longestValue = 1000;

/** The template with one text in every place. */
const filledWith = (template: string, text: string) => template.replace(place, text);

/** The places that a template names, each once, in their order. */
export function placesOf(template: string): LinkPlace[] {
  return [...new Set([...template.matchAll(place)].map(([, name = '']) => name))].filter(isPlace);
}

/** What is wrong with a template; null for a good one. Only http and https addresses with a host of their own are. */
export function templateFault(template: string): TemplateFault | null {
  for (const [, name = ''] of template.matchAll(place)) if (!isPlace(name)) return { kind: 'unknownPlace', name };
  if (/[{}]/.test(filledWith(template, ''))) return { kind: 'brace' };
  const [one, other] = [filledWith(template, 'a'), filledWith(template, 'b')];
  if (!/^https?:\/\//i.test(template) || !URL.canParse(one)) return { kind: 'notWeb' };
  const url = new URL(one);
  if (url.username !== '' || url.password !== '') return { kind: 'withUser' };
  return URL.canParse(other) && new URL(other).origin === url.origin ? null : { kind: 'placeInHost' };
}

/** As a part of an address; null where it cannot be one. */
function encoded(value: string): string | null {
  if (value.length > longestValue) return null;
  try {
    const left = /[!'()*~]/g;
    return encodeURIComponent(value).replace(left, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    // Half of a surrogate pair.
    return null;
  }
}

const folders = (address: string) => new URL(address).pathname.split('/').length;

/** Whether the address still leads to the template's host and is as deep: `.` and `..` are folders however they are written. */
function sameShape(href: string, template: string): boolean {
  const plain = filledWith(template, 'a');
  return URL.canParse(href) && new URL(href).origin === new URL(plain).origin && folders(href) === folders(plain);
}

/** The address with the values in their places, each encoded. For templates without a fault. */
export function fillLink(template: string, values: LinkValues): FilledLink {
  const places = placesOf(template);
  const missing = places.filter((name) => values[name] === null || values[name]?.trim() === '');
  if (missing.length > 0) return { kind: 'missing', places: missing };
  const texts = new Map(places.map((name) => [name, encoded(values[name] ?? '')]));
  const unsafe = places.filter((name) => texts.get(name) === null);
  if (unsafe.length > 0) return { kind: 'unsafe', places: unsafe };
  const href = template.replace(place, (_, name: LinkPlace) => texts.get(name) ?? '');
  if (!sameShape(href, template)) return { kind: 'unsafe', places };
  const url = new URL(href);
  return { kind: 'link', href: url.href, host: url.host };
}
