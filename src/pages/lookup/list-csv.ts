/** The list as a file: its own columns as they were, then what was found; one line a row. */
import { csvNames, csvValues } from '#features/explore/csv-columns.ts';
import { noSheetCells, type SheetWords, sheetCells, sheetNames, sheetStyle } from '#features/explore/sheet-columns.ts';
import { csvLine } from '#model/explore/csv.ts';
import { byteOrderMark, type SheetCell, sheetLine } from '#model/explore/sheet.ts';
import { isSettled } from '#model/lookup/lookup.ts';
import type { List } from '#model/lookup/read-list.ts';
import { maskLabel } from '#model/masking/masking.ts';
import { type Entry, kindOf } from './entries.ts';

/** Rows that have not been looked up, of those that name a flow. */
export function openEntries(entries: readonly Entry[]): { readonly open: number; readonly all: number } {
  const named = entries.filter(({ state }) => state !== null);
  const done = named.filter(({ state }) => state !== null && isSettled(state) && state.kind !== 'cancelled');
  return { open: named.length - done.length, all: named.length };
}

function ownNames({ columns }: Pick<List, 'columns'>): string[] {
  return columns.map((name, place) => name ?? `column ${place + 1}`);
}

/**
 * Names and values for programs, whatever the viewer's language. `masked`: numbers and addresses are covered everywhere.
 * The first line says so where flows have not been looked up.
 */
export function listCsv(list: Pick<List, 'columns'>, entries: readonly Entry[], masked: boolean): string {
  const cover = (text: string) => (masked ? maskLabel(text) : text);
  const nothing = csvNames.map(() => null);
  const lines = entries.map((entry) => {
    const { listed, state } = entry;
    const found = state?.kind === 'found' ? csvValues(state.row, masked) : nothing;
    const given = listed.trackingId ?? cover(listed.given);
    return csvLine([...listed.others.map(cover), given, kindOf(entry), ...found]);
  });
  const { open, all } = openEntries(entries);
  const first = open === 0 ? '' : `# INCOMPLETE: ${open} of ${all} flows have not been looked up\r\n`;
  return [first, csvLine([...ownNames(list), 'given', 'result', ...csvNames]), ...lines].join('');
}

/** The same for Excel and its like, in the viewer's words. */
export function listSheet(list: Pick<List, 'columns'>, entries: readonly Entry[], words: SheetWords): string {
  const { viewer } = words;
  const texts = viewer.catalogue.lookup;
  const style = sheetStyle(viewer);
  const cover = (text: string): SheetCell => ({ text: viewer.masked ? maskLabel(text) : text });
  const lines = entries.map((entry) => {
    const { listed, state } = entry;
    const given: SheetCell = listed.trackingId === null ? cover(listed.given) : { id: listed.trackingId };
    const found = state?.kind === 'found' ? sheetCells(state.row, words) : noSheetCells;
    const result = texts.kinds[kindOf(entry)];
    return sheetLine([...listed.others.map(cover), given, { text: result }, ...found], style);
  });
  const { open, all } = openEntries(entries);
  const first =
    open === 0
      ? ''
      : sheetLine(
          [{ text: `# ${texts.exportIncomplete(viewer.format.number(open), viewer.format.number(all))}` }],
          style,
        );
  const own = list.columns.map(
    (name, place): SheetCell => ({ text: name ?? texts.columns.unnamed(String(place + 1)) }),
  );
  const head = [...own, { text: texts.given }, { text: texts.columns.result }, ...sheetNames(words)];
  return [byteOrderMark, first, sheetLine(head, style), ...lines].join('');
}
