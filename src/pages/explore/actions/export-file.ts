/** The flows in the table as a file, made in pieces so that the page stays usable meanwhile. */
import { readRecords } from '#api/search-reader.ts';
import { csvHead, csvRow } from '#features/explore/csv-columns.ts';
import { type SheetWords, sheetCells, sheetNames, sheetStyle } from '#features/explore/sheet-columns.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { byteOrderMark, sheetLine } from '#model/explore/sheet.ts';
import type { RowStore } from '../data/row-store.ts';
import { inSlices } from '../data/slices.ts';

const pieceRows = 100;

/** Why a file does not hold all that the search found. */
export interface Incomplete {
  /** Flows that are loaded, and flows that the search counted. */
  readonly loaded: number;
  readonly total: number;
}

/** The first line of an incomplete file for programs; `#` is what most parsers can be told to skip. */
const incompleteLine = ({ loaded, total }: Incomplete) =>
  `# INCOMPLETE: made from ${loaded} of ${total} flows that the search found\r\n`;

/** For programs: names and values in one spelling, whatever the viewer's language. */
export function csvFile(rows: readonly FlowRow[], masked: boolean, incomplete: Incomplete | null): Promise<string> {
  const head = `${incomplete === null ? '' : incompleteLine(incomplete)}${csvHead}`;
  return inPieces(rows, head, (row) => csvRow(row, masked));
}

/** For Excel and its like. `note` stands in the first line. */
export function sheetFile(rows: readonly FlowRow[], words: SheetWords, note: string | null): Promise<string> {
  const style = sheetStyle(words.viewer);
  const first = note === null ? '' : sheetLine([{ text: `# ${note}` }], style);
  const head = `${byteOrderMark}${first}${sheetLine(sheetNames(words), style)}`;
  return inPieces(rows, head, (row) => sheetLine(sheetCells(row, words), style));
}

async function inPieces(rows: readonly FlowRow[], head: string, line: (row: FlowRow) => string): Promise<string> {
  const pieces = [head];
  let done = 0;
  await inSlices(
    () => {
      pieces.push(
        rows
          .slice(done, done + pieceRows)
          .map(line)
          .join(''),
      );
      done += pieceRows;
      return done >= rows.length;
    },
    () => false,
  );
  return pieces.join('');
}

/** Whole records as received, or masked, in the order of the rows; before them a line that says what is missing. */
export async function ndjsonFile(
  rows: readonly FlowRow[],
  store: RowStore,
  masked: boolean,
  incomplete: Incomplete | null,
): Promise<string> {
  const pages = new Map<ArrayBuffer, { place: number; index: number }[]>();
  rows.forEach((row, index) => {
    const record = store.recordOf(row);
    if (record === null) return;
    const wanted = pages.get(record.bytes) ?? [];
    wanted.push({ place: record.place, index });
    pages.set(record.bytes, wanted);
  });
  const lines: string[] = new Array(rows.length).fill('');
  for (const [bytes, wanted] of pages) {
    const places = wanted.map(({ place }) => place);
    const read = (await readRecords(bytes, places, masked)).split('\n');
    wanted.forEach(({ index }, place) => {
      lines[index] = `${read[place] ?? ''}\n`;
    });
  }
  return `${incomplete === null ? '' : `${JSON.stringify({ incomplete })}\n`}${lines.join('')}`;
}

/** "cascade-flows-2026-11-23T1200Z.csv": sorts by time and stands in every file system. */
export function fileName(kind: 'csv' | 'ndjson', now: number, incomplete: boolean): string {
  return `cascade-flows-${incomplete ? 'incomplete-' : ''}${new Date(now).toISOString().slice(0, 16).replace(':', '')}Z.${kind}`;
}
