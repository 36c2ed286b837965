/** What masking itself writes, recognised, so that what is masked stays as it is when it is masked again. */

const forms: readonly RegExp[] = [
  /^•{3}$/,
  // maskPhone
  /^(?:\+\d{1,3} )?\d{0,2}•+\d{0,3}$/,
  // maskOpaque, and an id that is known by its place
  /^•{5}[^•]{0,3}$/u,
  /^•{5}#\d{1,5}$/,
  // maskMailbox
  /^(?:[a-z]{3,10}:)?•{4}(?:@[a-z0-9•-]{1,63}(?:\.[a-z0-9•-]{1,63}){1,8}(?::\d{1,5})?)?$/i,
  // maskText
  /^•{6} \(\d{1,8}\)$/,
];

/** Longer texts are none of the forms. */
const longest = 400;

/** True for a text that masking has written. */
export function isMasked(text: string): boolean {
  return text.includes('•') && text.length <= longest && forms.some((form) => form.test(text));
}
