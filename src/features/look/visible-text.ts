/** Text of a record made harmless to look at: what would be invisible or turn the line around is shown by its code. */
import { clip } from '#texts/clip.ts';

/**
 * Control characters but tab and line ends, the marks that embed or override the direction of text, and spaces of no
 * width. Joiners stay: emoji are made with them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const code = (char: string) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** The text with hidden characters written out; anything else as it stands. */
export function visibleText(text: string): string {
  return text.replace(hidden, code);
}

/** The same, cut to a number of characters. */
export function shownText(text: string, most: number): string {
  return clip(visibleText(text.slice(0, most * 2 + 2)), most);
}

/** JSON text with hidden characters escaped as JSON escapes them. */
export function escapedText(json: string): string {
  return json.replace(hidden, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
