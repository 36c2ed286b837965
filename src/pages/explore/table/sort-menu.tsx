/** The order of the flows, where there are no column heads to choose it by. */

import { columnIds, greatestFirst, type Sort } from '#model/explore/columns.ts';
import { useViewer } from '#ui/viewer.tsx';

interface SortMenuProps {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function SortMenu({ sort, onSort }: SortMenuProps) {
  const texts = useViewer().catalogue.explore;
  return (
    <label className="flex min-w-0 items-center gap-1.5 text-ink3 md:hidden">
      {texts.table.sort}
      <select
        className="h-7 min-w-0 rounded-[7px] border border-line bg-panel px-1.5 text-[12.5px] text-ink"
        value={sort.column}
        onChange={(event) => {
          const column = columnIds.find((id) => id === event.target.value);
          if (column !== undefined) onSort({ column, descending: greatestFirst.has(column) });
        }}
      >
        {columnIds.map((column) => (
          <option key={column} value={column}>
            {texts.columns[column]}
          </option>
        ))}
      </select>
    </label>
  );
}
