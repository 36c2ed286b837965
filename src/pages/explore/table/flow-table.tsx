/** The flows as a table of which only what is on the screen is drawn; it scrolls with the page. */
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Mark } from '#api/live-run.ts';
import { toggleChosen, useChosenFlows } from '#features/choice/chosen-flows.ts';
import type { CellContext } from '#features/explore/cells.tsx';
import { useRowFocus } from '#features/explore/use-row-focus.ts';
import { type ColumnOrder, moveColumn, type Sort } from '#model/explore/columns.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { useKey } from '#ui/keys.ts';
import { later } from '#ui/later.tsx';
import { cutShadow } from '#ui/scroll-region.tsx';
import { type Cut, useCut } from '#ui/use-cut.ts';
import { useViewer } from '#ui/viewer.tsx';
import { useColumnWidths } from './column-widths.ts';
import { FlowCard, FlowLine } from './flow-line.tsx';
import { TableHead } from './table-head.tsx';
import { tableLayout } from './table-layout.ts';
import { useBusy } from './use-busy.ts';
import { useMedia } from './use-media.ts';
import { useRowMenu } from './use-row-menu.ts';

const RowMenu = later(async () => (await import('./row-menu.tsx')).RowMenu, { floating: true }).Part;

/** The row to come back to, and how far the page was scrolled when it was left. */
export interface Return {
  readonly trackingId: string;
  readonly scrollY: number;
}

interface FlowTableProps {
  readonly rows: readonly FlowRow[];
  readonly order: ColumnOrder;
  readonly sort: Sort;
  readonly context: CellContext;
  readonly zoneName: string;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly back: Return | null;
  /** Older rows are being worked on: they do not answer the present question. */
  readonly stale: boolean;
  /** Told whether a person is at the rows. */
  readonly onBusy: (busy: boolean) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onOrder: (order: ColumnOrder) => void;
  readonly onOpen: (row: FlowRow) => void;
  readonly onFilter: (filter: Filter) => void;
  /** The last rows are on the screen. */
  readonly onEnd: () => void;
}

const lineHeight = 38;
const cardHeight = 92;
/** Of the page's header and of the table's own, which stand above the rows. */
const headersPx = 94;

export function FlowTable(props: FlowTableProps) {
  const { rows, order, sort, context, zoneName, marks, back, stale, onBusy, onSort, onOrder, onOpen, onFilter, onEnd } =
    props;
  const menu = useRowMenu(rows);
  const { widths, onWidth } = useColumnWidths();
  const layout = useMemo(() => tableLayout(order.columns, order.pinned, widths), [order, widths]);
  const texts = useViewer().catalogue.explore.table;
  const narrow = useMedia('(max-width: 767px)');
  const rowHeight = narrow ? cardHeight : lineHeight;
  const chosen = useChosenFlows();
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const cut = useCut(body);
  const scrollMargin = useTop(body);
  useBusy(root, scrollMargin, onBusy);
  const pinned = useRef(0);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin,
    scrollPaddingStart: headersPx,
    // The row with the focus stays drawn, or the focus would be lost with it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const { current } = pinned;
      return current >= range.count || shown.includes(current) ? shown : [...shown, current].sort((a, b) => a - b);
    },
  });
  const focus = useRowFocus({
    table: body,
    count: rows.length,
    pageRows: Math.max(1, Math.floor(window.innerHeight / rowHeight) - 4),
    scrollTo: (index) => virtual.scrollToIndex(index),
  });
  pinned.current = focus.active;
  useKey({ id: 'nextRow', run: () => focus.move(1) });
  useKey({ id: 'previousRow', run: () => focus.move(-1) });
  useKey({
    id: 'chooseRow',
    run: () => {
      const row = focus.current();
      const id = row === null ? null : (rows[row]?.trackingId ?? null);
      if (id !== null) toggleChosen(id);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is all that is measured
  useEffect(() => virtual.measure(), [rowHeight]);
  useReturn(rows, back, (index) => {
    const top = body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY;
    window.scrollTo({ top: placeShowing(top + index * rowHeight, rowHeight, back?.scrollY ?? 0) });
    focus.focusSeen(index);
  });
  const items = virtual.getVirtualItems();
  useEnd(items.at(-1)?.index ?? -1, rows.length, onEnd);
  const Line = narrow ? FlowCard : FlowLine;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by a grid, which a table element cannot be */}
      <div
        ref={root}
        role="table"
        aria-label={texts.title}
        aria-rowcount={rows.length + 1}
        aria-description={texts.keys}
        aria-busy={stale}
        className={`relative rounded-xl border border-line bg-panel text-[13px] ${stale ? 'opacity-60 transition-opacity delay-150' : ''}`}
        onKeyDown={focus.onKeyDown}
      >
        {!narrow && (
          <TableHead
            ref={head}
            layout={layout}
            sort={sort}
            onSort={onSort}
            onWidth={onWidth}
            onMove={(column, before) => onOrder(moveColumn(order, column, order.columns.indexOf(before)))}
            zoneName={zoneName}
          />
        )}
        {(cut.left || cut.right) && <CutEdges cut={cut} />}
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          ref={body}
          // What scrolls must be within reach of the keyboard (WCAG 2.1.1); what does not needs no stop.
          tabIndex={cut.left || cut.right ? 0 : undefined}
          data-cut={cut.right ? 'right' : cut.left ? 'left' : undefined}
          className="overflow-x-auto overflow-y-hidden rounded-b-xl"
          onContextMenu={menu.onContextMenu}
          onScroll={({ currentTarget }) => {
            if (head.current !== null) head.current.scrollLeft = currentTarget.scrollLeft;
          }}
        >
          <div
            role="presentation"
            className="relative"
            style={{ height: virtual.getTotalSize(), minWidth: narrow ? undefined : layout.leastPx }}
          >
            {items.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <Line
                  key={row.trackingId ?? `row ${index}`}
                  row={row}
                  index={index}
                  layout={layout}
                  context={context}
                  mark={row.trackingId === null ? undefined : marks.get(row.trackingId)}
                  active={index === focus.active}
                  chosen={row.trackingId !== null && chosen.includes(row.trackingId)}
                  topPx={start - scrollMargin}
                  heightPx={rowHeight}
                  onOpen={onOpen}
                  onActive={focus.setActive}
                />
              );
            })}
          </div>
        </div>
      </div>
      {menu.place !== null && (
        <Suspense fallback={null}>
          <RowMenu place={menu.place} columns={order.columns} onFilter={onFilter} onClose={menu.close} />
        </Suspense>
      )}
    </>
  );
}

/** Shadows over the edges behind which there are more columns. */
function CutEdges({ cut }: { readonly cut: Cut }) {
  return (
    <span aria-hidden="true" className={`pointer-events-none absolute inset-0 z-20 rounded-xl ${cutShadow(cut)}`} />
  );
}

/** Where an element begins on the page, kept up to date while what is above it grows and shrinks. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box !== undefined) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}

/**
 * How far to scroll so that a row is seen: as the page was left, where that shows it. Not by the list's own measure: it
 * learns where it stands on the page only after it was drawn.
 */
function placeShowing(rowTop: number, rowHeight: number, left: number): number {
  const seen = rowTop >= left + headersPx && rowTop + rowHeight <= left + window.innerHeight;
  return seen ? left : Math.max(0, rowTop - window.innerHeight / 2);
}

/** Once, when the row that was left is there again. */
function useReturn(rows: readonly FlowRow[], back: Return | null, show: (index: number) => void): void {
  const returned = useRef(back === null);
  useEffect(() => {
    if (returned.current || back === null) return;
    const index = rows.findIndex((row) => row.trackingId === back.trackingId);
    if (index < 0) return;
    returned.current = true;
    show(index);
  });
}

const nearTheEnd = 12;

/** Tells once of every length that its end has come into sight. */
function useEnd(lastShown: number, count: number, onEnd: () => void): void {
  const told = useRef(-1);
  useEffect(() => {
    if (lastShown < 0 || lastShown < count - nearTheEnd || told.current === count) return;
    told.current = count;
    onEnd();
  });
}
