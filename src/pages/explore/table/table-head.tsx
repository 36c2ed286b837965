/** The names of the columns. Each sorts by its column; once more turns the order round. They are dragged to another place. */
import { type Ref, useState } from 'react';
import { type ColumnId, greatestFirst, type Sort } from '#model/explore/columns.ts';
import { useViewer } from '#ui/viewer.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { isNumber, pinnedStyle, type TableLayout } from './table-layout.ts';

interface TableHeadProps {
  readonly layout: TableLayout;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Null gives the column its usual width. */
  readonly onWidth: (column: ColumnId, width: number | null) => void;
  /** To the place of the column `before`. */
  readonly onMove: (column: ColumnId, before: ColumnId) => void;
  readonly zoneName: string;
  readonly ref: Ref<HTMLDivElement>;
}

function nextSort(sort: Sort, column: ColumnId): Sort {
  const descending = sort.column === column ? !sort.descending : greatestFirst.has(column);
  return { column, descending };
}

export function TableHead({ layout, sort, onSort, onWidth, onMove, zoneName, ref }: TableHeadProps) {
  const { explore: texts, choice } = useViewer().catalogue;
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  const [over, setOver] = useState<ColumnId | null>(null);
  const drop = () => {
    if (dragged !== null && over !== null && over !== dragged) onMove(dragged, over);
    setDragged(null);
    setOver(null);
  };
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
        style={{ gridTemplateColumns: layout.template, minWidth: layout.leastPx }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; nothing sorts by it */}
        <div role="columnheader" className={layout.pinned ? 'sticky left-0 z-[1] bg-panel' : ''}>
          <span className="sr-only">{choice.column}</span>
        </div>
        {layout.columns.map((column) => (
          <HeadCell
            key={column}
            column={column}
            layout={layout}
            sort={sort}
            marked={over === column && dragged !== null && dragged !== column}
            text={column === 'created' ? `${texts.columns[column]} (${zoneName})` : texts.columns[column]}
            title={texts.table.sortBy(texts.columns[column])}
            onSort={() => onSort(nextSort(sort, column))}
            onWidth={(width) => onWidth(column, width)}
            onDragged={() => setDragged(column)}
            onOver={() => setOver(column)}
            onDrop={drop}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps {
  readonly column: ColumnId;
  readonly layout: TableLayout;
  readonly sort: Sort;
  /** What is dragged would go here. */
  readonly marked: boolean;
  readonly text: string;
  readonly title: string;
  readonly onSort: () => void;
  readonly onWidth: (width: number | null) => void;
  readonly onDragged: () => void;
  readonly onOver: () => void;
  readonly onDrop: () => void;
}

function HeadCell(props: HeadCellProps) {
  const { column, layout, sort, marked, text, title, onSort, onWidth, onDragged, onOver, onDrop } = props;
  const sorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  const isPinned = layout.pinnedPx.has(column);
  const looks = [
    'relative flex min-w-0 items-center',
    isNumber(column) ? 'justify-end' : '',
    isPinned ? 'bg-panel' : '',
    marked ? 'shadow-[inset_2px_0_var(--accent)]' : '',
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
    <div
      role="columnheader"
      data-column={column}
      // Without it the name would have that of its edge in it.
      aria-label={text}
      aria-sort={sorted ? direction : undefined}
      className={looks.join(' ')}
      style={pinnedStyle(column, layout)}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDragged();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onOver();
      }}
      onDrop={onDrop}
      onDragEnd={onDrop}
    >
      <button
        type="button"
        className={`inline-flex min-h-9 min-w-0 cursor-pointer items-center gap-1 rounded px-2 text-[12.5px] font-medium hover:text-ink ${sorted ? 'text-ink' : 'text-ink3'}`}
        title={title}
        onClick={onSort}
      >
        <span className="truncate">{text}</span>
        <span aria-hidden="true" className={sorted ? '' : 'invisible'}>
          {sort.descending ? '↓' : '↑'}
        </span>
      </button>
      <ResizeHandle column={column} onWidth={onWidth} />
    </div>
  );
}
