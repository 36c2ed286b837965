/** Chooses the table's columns. */
import { useState } from 'react';
import { type ColumnId, columnIds, defaultColumns } from '#model/explore/columns.ts';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface ColumnsMenuProps {
  readonly columns: readonly ColumnId[];
  readonly onColumns: (columns: readonly ColumnId[]) => void;
}

export function ColumnsMenu({ columns, onColumns }: ColumnsMenuProps) {
  const texts = useViewer().catalogue.explore;
  return (
    <Flyout title={texts.table.columns} size="small" text={texts.table.columns}>
      {() => <ColumnsForm columns={columns} onColumns={onColumns} />}
    </Flyout>
  );
}

function ColumnsForm({ columns, onColumns }: ColumnsMenuProps) {
  const texts = useViewer().catalogue.explore;
  // The address follows a moment later; a box must not spring back until then.
  const [chosen, setChosen] = useState(columns);
  const choose = (next: readonly ColumnId[]) => {
    setChosen(next);
    onColumns(next);
  };
  const toggled = (column: ColumnId) => columnIds.filter((id) => chosen.includes(id) !== (id === column));
  return (
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
              checked={chosen.includes(column)}
              // One column at least, or there would be no table.
              disabled={chosen.length === 1 && chosen.includes(column)}
              onChange={() => choose(toggled(column))}
            />
            {texts.columns[column]}
          </label>
        ))}
      </fieldset>
      <Button size="small" className="mt-2" onClick={() => choose(defaultColumns)}>
        {texts.table.columnsReset}
      </Button>
    </>
  );
}
