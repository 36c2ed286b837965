/** The list as a file: its own columns as they were, then what was found; one line a row. */
import { csvNames, csvValues } from '#features/explore/csv-columns.ts';
import { csvLine } from '#model/explore/csv.ts';
import type { List } from '#model/lookup/read-list.ts';
import { maskLabel } from '#model/masking/masking.ts';
import { type Entry, kindOf } from './entries.ts';

/** Names and values for programs, whatever the viewer's language. `masked`: numbers and addresses are covered everywhere. */
export function listCsv({ columns }: Pick<List, 'columns'>, entries: readonly Entry[], masked: boolean): string {
  const own = columns.map((name, place) => name ?? `column ${place + 1}`);
  const cover = (text: string) => (masked ? maskLabel(text) : text);
  const nothing = csvNames.map(() => null);
  const lines = entries.map((entry) => {
    const { listed, state } = entry;
    const found = state?.kind === 'found' ? csvValues(state.row, masked) : nothing;
    const given = listed.trackingId ?? cover(listed.given);
    return csvLine([...listed.others.map(cover), given, kindOf(entry), ...found]);
  });
  return [csvLine([...own, 'given', 'result', ...csvNames]), ...lines].join('');
}
