/** Chooses the table's columns. */
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useReader } from '#ui/reader.tsx';
import { type ColumnId, columnIds, defaultColumns } from '../columns.ts';

interface ColumnsMenuProps {
  readonly columns: readonly ColumnId[];
  readonly onColumns: (columns: readonly ColumnId[]) => void;
}

export function ColumnsMenu({ columns, onColumns }: ColumnsMenuProps) {
  const texts = useReader().messages.explore;
  const toggled = (column: ColumnId) => columnIds.filter((id) => columns.includes(id) !== (id === column));
  return (
    <Flyout title={texts.table.columns} size="small" text={texts.table.columns}>
      {() => (
        <>
          <fieldset className="grid grid-cols-2 gap-x-2">
            <legend className="sr-only">{texts.table.columns}</legend>
            {columnIds.map((column) => (
              <label
                key={column}
                className="flex min-h-[28px] cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-line2"
              >
                <input
                  type="checkbox"
                  className="accent-accent"
                  checked={columns.includes(column)}
                  // One column at least, or there would be no table.
                  disabled={columns.length === 1 && columns.includes(column)}
                  onChange={() => onColumns(toggled(column))}
                />
                {texts.columns[column]}
              </label>
            ))}
          </fieldset>
          <Button size="small" className="mt-2" onClick={() => onColumns(defaultColumns)}>
            {texts.table.columnsReset}
          </Button>
        </>
      )}
    </Flyout>
  );
}
