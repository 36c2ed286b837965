/** Chooses the table's columns, their order, and which of them stay in sight. */
import { useState } from 'react';
import {
  type ColumnId,
  type ColumnOrder,
  columnIds,
  defaultColumns,
  moveColumn,
  togglePinned,
  withColumn,
  withoutColumn,
} from '#model/explore/columns.ts';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface ColumnsMenuProps {
  readonly order: ColumnOrder;
  readonly onOrder: (order: ColumnOrder) => void;
}

export function ColumnsMenu({ order, onOrder }: ColumnsMenuProps) {
  const texts = useViewer().catalogue.explore;
  return (
    <Flyout title={texts.table.columns} size="small" text={texts.table.columns}>
      {() => <ColumnsForm order={order} onOrder={onOrder} />}
    </Flyout>
  );
}

function ColumnsForm({ order, onOrder }: ColumnsMenuProps) {
  const texts = useViewer().catalogue.explore;
  // The address follows a moment later; a box must not spring back until then.
  const [chosen, setChosen] = useState(order);
  const choose = (next: ColumnOrder) => {
    setChosen(next);
    onOrder(next);
  };
  const { columns } = chosen;
  return (
    <>
      <fieldset>
        <legend className="sr-only">{texts.table.columns}</legend>
        {columns.map((column, place) => (
          <ShownColumn
            key={column}
            column={column}
            pinned={place < chosen.pinned}
            // One column at least, or there would be no table.
            only={columns.length === 1}
            first={place === 0}
            last={place === columns.length - 1}
            onHide={() => choose(withoutColumn(chosen, column))}
            onPin={() => choose(togglePinned(chosen, column))}
            onMove={(by) => choose(moveColumn(chosen, column, place + by))}
          />
        ))}
        {columnIds
          .filter((column) => !columns.includes(column))
          .map((column) => (
            <ColumnBox
              key={column}
              column={column}
              checked={false}
              onToggle={() => choose({ ...chosen, columns: withColumn(columns, column) })}
            />
          ))}
      </fieldset>
      <Button size="small" className="mt-2" onClick={() => choose({ columns: defaultColumns, pinned: 0 })}>
        {texts.table.columnsReset}
      </Button>
    </>
  );
}

interface ColumnBoxProps {
  readonly column: ColumnId;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onToggle: () => void;
}

function ColumnBox({ column, checked, disabled = false, onToggle }: ColumnBoxProps) {
  const texts = useViewer().catalogue.explore;
  return (
    <label className="flex min-h-[28px] min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-line2">
      <input type="checkbox" className="accent-accent" checked={checked} disabled={disabled} onChange={onToggle} />
      <span className="truncate">{texts.columns[column]}</span>
    </label>
  );
}

interface ShownColumnProps {
  readonly column: ColumnId;
  readonly pinned: boolean;
  readonly only: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onHide: () => void;
  readonly onPin: () => void;
  readonly onMove: (by: number) => void;
}

function ShownColumn({ column, pinned, only, first, last, onHide, onPin, onMove }: ShownColumnProps) {
  const { columns, table: texts } = useViewer().catalogue.explore;
  const name = columns[column];
  return (
    <div className="flex items-center gap-1">
      <ColumnBox column={column} checked disabled={only} onToggle={onHide} />
      <Button
        size="small"
        title={texts.earlier(name)}
        aria-label={texts.earlier(name)}
        disabled={first}
        onClick={() => onMove(-1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        size="small"
        title={texts.later(name)}
        aria-label={texts.later(name)}
        disabled={last}
        onClick={() => onMove(1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
      <Button size="small" title={texts.pin(name)} aria-label={texts.pin(name)} pressed={pinned} onClick={onPin}>
        <span aria-hidden="true">⇤</span>
      </Button>
    </div>
  );
}
