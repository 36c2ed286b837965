/** What stands in the place of the table until it comes. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type DrawnSearch, drawnSearchKey, firstPage, type SearchCriteria } from '#api/search-options.ts';
import { readSearchPage } from '#api/search-page.ts';
import type { CellContext } from '#features/explore/cells.tsx';
import { PlainRows } from '#features/explore/plain-rows.tsx';
import type { ColumnId } from '#model/explore/columns.ts';
import type { FlowRow } from '#model/explore/row.ts';

/** Few, and read at once: the worker that reads pages is not there before the page is. */
function drawnRows({ text, now }: DrawnSearch): readonly FlowRow[] {
  const page = readSearchPage(new TextEncoder().encode(text).buffer, now);
  return 'received' in page ? [] : page.rows.filter((row) => row !== null);
}

interface FirstRowsProps {
  readonly criteria: SearchCriteria;
  readonly columns: readonly ColumnId[];
  readonly context: CellContext;
}

/** The first rows as the gateway drew them, until the table comes with all that it can do; room for it, else. */
export function FirstRows({ criteria, columns, context }: FirstRowsProps) {
  const drawn = useQueryClient().getQueryData<DrawnSearch>(drawnSearchKey(firstPage(criteria)));
  const rows = useMemo(() => (drawn === undefined ? [] : drawnRows(drawn)), [drawn]);
  const label = context.viewer.catalogue.explore.table.title;
  if (rows.length === 0) {
    return <div aria-hidden="true" className="h-[600px] rounded-xl border border-line bg-panel" />;
  }
  return (
    <PlainRows rows={rows} columns={columns} context={context} label={label} className="h-[600px] overflow-y-auto" />
  );
}
