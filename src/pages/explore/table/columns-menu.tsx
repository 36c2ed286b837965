/** Chooses the table's columns, their order, and which of them stay in sight. */
import { useLayoutEffect, useRef, useState } from 'react';
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
  const form = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  const choose = (next: ColumnOrder) => {
    setChosen(next);
    onOrder(next);
  };
  // A line that goes to another place would lose the focus on its way.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const line = form.current?.querySelector(`[data-column="${wanted.current.split(' ')[0]}"]`);
    const button = line?.querySelector<HTMLElement>(`[data-act="${wanted.current.split(' ')[1]}"]:not(:disabled)`);
    (button ?? line?.querySelector<HTMLElement>('input'))?.focus();
    wanted.current = null;
  });
  const { columns, pinned } = chosen;
  const hidden = columnIds.filter((column) => !columns.includes(column));
  return (
    <>
      <fieldset ref={form}>
        <legend className="sr-only">{texts.table.columns}</legend>
        {[...columns, ...hidden].map((column, place) => (
          <ColumnLine
            key={column}
            column={column}
            place={place}
            count={columns.length}
            pinned={place < pinned}
            onChoose={(next, act) => {
              wanted.current = `${column} ${act}`;
              choose(next(chosen));
            }}
          />
        ))}
      </fieldset>
      <Button size="small" className="mt-2" onClick={() => choose({ columns: defaultColumns, pinned: 0 })}>
        {texts.table.columnsReset}
      </Button>
    </>
  );
}

type Act = 'show' | 'earlier' | 'later' | 'pin';

interface ColumnLineProps {
  readonly column: ColumnId;
  /** Past the count of those that are shown, it is not. */
  readonly place: number;
  readonly count: number;
  readonly pinned: boolean;
  readonly onChoose: (next: (order: ColumnOrder) => ColumnOrder, act: Act) => void;
}

function ColumnLine({ column, place, count, pinned, onChoose }: ColumnLineProps) {
  const { columns, table: texts } = useViewer().catalogue.explore;
  const name = columns[column];
  const shown = place < count;
  const toggle = (order: ColumnOrder) =>
    shown ? withoutColumn(order, column) : { ...order, columns: withColumn(order.columns, column) };
  const move = (by: number) => (order: ColumnOrder) => moveColumn(order, column, place + by);
  const acts = [
    { act: 'earlier', label: texts.earlier(name), sign: '↑', disabled: place === 0, next: move(-1) },
    { act: 'later', label: texts.later(name), sign: '↓', disabled: place === count - 1, next: move(1) },
    { act: 'pin', label: texts.pin(name), sign: '⇤', next: (order: ColumnOrder) => togglePinned(order, column) },
  ] as const;
  return (
    <div className="flex items-center gap-1" data-column={column}>
      <label className="flex min-h-[28px] min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-line2">
        <input
          type="checkbox"
          className="accent-accent"
          checked={shown}
          // One column at least, or there would be no table.
          disabled={shown && count === 1}
          onChange={() => onChoose(toggle, 'show')}
        />
        <span className="truncate">{name}</span>
      </label>
      {shown &&
        acts.map(({ act, label, sign, next, ...state }) => (
          <Button
            key={act}
            size="small"
            data-act={act}
            title={label}
            aria-label={label}
            disabled={'disabled' in state && state.disabled}
            {...(act === 'pin' ? { pressed: pinned } : {})}
            onClick={() => onChoose(next, act)}
          >
            <span aria-hidden="true">{sign}</span>
          </Button>
        ))}
    </div>
  );
}
