/** The flows in the table as a file, made in pieces so that the page stays usable meanwhile. */
import { readRecords } from '#api/search-reader.ts';
import { csvHead, csvRow } from '#features/explore/csv-columns.ts';
import type { FlowRow } from '#model/explore/row.ts';
import type { RowStore } from '../data/row-store.ts';
import { inSlices } from '../data/slices.ts';

const pieceRows = 100;

export async function csvFile(rows: readonly FlowRow[], masked: boolean): Promise<string> {
  const pieces = [csvHead];
  let done = 0;
  await inSlices(
    () => {
      pieces.push(
        rows
          .slice(done, done + pieceRows)
          .map((row) => csvRow(row, masked))
          .join(''),
      );
      done += pieceRows;
      return done >= rows.length;
    },
    () => false,
  );
  return pieces.join('');
}

/** Whole records as received, or masked, in the order of the rows. */
export async function ndjsonFile(rows: readonly FlowRow[], store: RowStore, masked: boolean): Promise<string> {
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
  return lines.join('');
}

/** "cascade-flows-2026-11-23T1200Z.csv": sorts by time and stands in every file system. */
export function fileName(kind: 'csv' | 'ndjson', now: number): string {
  return `cascade-flows-${new Date(now).toISOString().slice(0, 16).replace(':', '')}Z.${kind}`;
}
