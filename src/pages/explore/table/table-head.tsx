/** The names of the columns. Each sorts by its column; once more turns the order round. */
import type { Ref } from 'react';
import { type ColumnId, greatestFirst, type Sort } from '#model/explore/columns.ts';
import { useViewer } from '#ui/viewer.tsx';
import { gridColumns, isNumber, leastWidth } from './column-looks.ts';

interface TableHeadProps {
  readonly columns: readonly ColumnId[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly zoneName: string;
  readonly ref: Ref<HTMLDivElement>;
}

function nextSort(sort: Sort, column: ColumnId): Sort {
  const descending = sort.column === column ? !sort.descending : greatestFirst.has(column);
  return { column, descending };
}

export function TableHead({ columns, sort, onSort, zoneName, ref }: TableHeadProps) {
  const { explore: texts, choice } = useViewer().catalogue;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a grid, which a table element cannot be
    <div
      ref={ref}
      role="rowgroup"
      className="sticky top-14 z-10 overflow-hidden rounded-t-xl border-b border-line bg-panel"
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; its buttons take the focus */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid px-1"
        style={{ gridTemplateColumns: gridColumns(columns), minWidth: leastWidth(columns) }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; nothing sorts by it */}
        <div role="columnheader">
          <span className="sr-only">{choice.column}</span>
        </div>
        {columns.map((column) => {
          const sorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
            <div
              key={column}
              role="columnheader"
              aria-sort={sorted ? direction : undefined}
              className={isNumber(column) ? 'text-right' : ''}
            >
              <button
                type="button"
                className={`inline-flex min-h-9 cursor-pointer items-center gap-1 rounded px-2 text-[12.5px] font-medium hover:text-ink ${sorted ? 'text-ink' : 'text-ink3'}`}
                title={texts.table.sortBy(texts.columns[column])}
                onClick={() => onSort(nextSort(sort, column))}
              >
                {texts.columns[column]}
                {column === 'created' && ` (${zoneName})`}
                <span aria-hidden="true" className={sorted ? '' : 'invisible'}>
                  {sort.descending ? '↓' : '↑'}
                </span>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
