/**
 * Lines that a spreadsheet opens by a double click: separators and decimals as its language has them, and nothing in them
 * taken for a formula, a date or a number that is none.
 */

/** What stands in a cell. Null: nothing. */
export type SheetCell =
  /** A decimal as text: `0.0360`. */
  | { readonly number: string }
  /** Stays a text whatever it looks like: IDs, telephone numbers. */
  | { readonly id: string }
  /** A date and time in ISO order, which every spreadsheet reads as one: `2026-11-23 14:30:07`. */
  | { readonly moment: string }
  | { readonly text: string }
  | null;

export interface SheetStyle {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

/** Excel takes a file for UTF-8 only when it begins so. */
export const byteOrderMark = '\ufeff';

/** Excel keeps no more digits of a number, and rounds silently. */
const mostDigits = 15;
/** The longest text that a formula may hold in Excel. */
const longestConstant = 255;

const plainNumber = /^-?\d+(?:\.\d+)?$/;
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** `="0306…"`: a text for Excel, LibreOffice and Google Sheets alike, however much it looks like a number. */
function constant(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  if (line.length > longestConstant) return formulaStart.test(line) ? `'${line}` : line;
  return `="${line.replaceAll('"', '""')}"`;
}

/** What has a digit may be taken for a number or a date ("1e5", "5 Mar"), what begins with a sign for a formula. */
function written(cell: SheetCell, { decimal }: SheetStyle): string {
  if (cell === null) return '';
  if ('number' in cell) {
    const digits = cell.number.replace(/^-?0*\.?0*|\./g, '').length;
    const isNumber = plainNumber.test(cell.number) && digits <= mostDigits;
    return isNumber ? cell.number.replace('.', decimal) : constant(cell.number.replace('.', decimal));
  }
  if ('moment' in cell) return cell.moment;
  if ('id' in cell) return cell.id === '' ? '' : constant(cell.id);
  const looksOther = /\p{Nd}/u.test(cell.text) || formulaStart.test(cell.text) || /^(?:true|false)$/i.test(cell.text);
  return looksOther ? constant(cell.text) : cell.text;
}

/** One line with its line break (CRLF). */
export function sheetLine(cells: readonly SheetCell[], style: SheetStyle): string {
  const fields = cells.map((cell) => {
    const text = written(cell, style);
    return /["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(style.separator)}\r\n`;
}
