/** How wide a text will be, estimated without a layout: a little too wide rather than too narrow. */

/** Advance widths in hundredths of the font size, for the widest of the fonts the page may get. */
const narrow = /[iljI.,:;'’|!()[\] ·]/;
const wide = /[mwMW@%—…→≈✓✕]/;
const capital = /[A-ZΑ-Ω&_]/;
const digit = /[0-9+−=<>×$€£]/;

function advance(char: string, bold: boolean): number {
  const extra = bold ? 3 : 0;
  if (narrow.test(char)) return 31 + extra;
  if (wide.test(char)) return 94 + extra;
  if (capital.test(char)) return 71 + extra;
  if (digit.test(char)) return 64 + extra;
  return (char.codePointAt(0) ?? 0) > 0x2e7f ? 104 : 58 + extra;
}

/** Width in px of a text on one line. */
export function textWidth(text: string, fontPx: number, bold = false): number {
  let hundredths = 0;
  for (const char of text) hundredths += advance(char, bold);
  return Math.ceil((hundredths * fontPx) / 100);
}

/** The text cut to a width, with an ellipsis where something was cut; '' when not even that fits. */
export function cutToWidth(text: string, fontPx: number, width: number, bold = false): string {
  if (textWidth(text, fontPx, bold) <= width) return text;
  const chars = [...text.slice(0, Math.ceil((width * 4) / fontPx))];
  for (; chars.length > 0; chars.pop()) {
    const cut = `${chars.join('').trimEnd()}…`;
    if (textWidth(cut, fontPx, bold) <= width) return cut;
  }
  return '';
}
