/** The list's rows with their answers, of which only what is on the screen is drawn; they scroll with the page. */
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { chooseWidthPx } from '#features/choice/choose-box.tsx';
import { toggleChosen, useChosenFlows } from '#features/choice/chosen-flows.ts';
import { storeResult } from '#features/explore/neighbours.ts';
import { useRowFocus } from '#features/explore/use-row-focus.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { List } from '#model/lookup/read-list.ts';
import { useKey } from '#ui/keys.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { Entry, EntrySort, SortKey } from './entries.ts';
import { EntryCells } from './entry-cells.tsx';
import { noteLeft, takeLeft } from './lookup-store.ts';

interface LookupTableProps {
  readonly list: List;
  readonly entries: readonly Entry[];
  readonly sort: EntrySort;
  readonly onSort: (sort: EntrySort) => void;
}

const rowHeight = 38;
/** Of the page's header and of the table's own, which stand above the rows. */
const headersPx = 94;
/** More of the list's own columns would push the result off the page; all of them are in the export. */
const mostOwn = 4;

/** The box with the padding of a cell. */
const chooseColumnPx = chooseWidthPx + 14;

interface Column {
  readonly by: EntrySort['by'] | null;
  readonly name: string;
  readonly leastPx: number;
  readonly share: number;
  readonly number?: boolean;
  /** Its name is for screen readers alone. */
  readonly unseen?: boolean;
}

function useColumns(list: List): readonly Column[] {
  const { catalogue, format } = useViewer();
  const { columns: names } = catalogue.lookup;
  const own = list.columns.slice(0, mostOwn).map(
    (name, place): Column => ({
      by: place,
      name: name === null ? names.unnamed(format.number(place + 1)) : shownText(name, 24),
      leastPx: 96,
      share: 0.7,
    }),
  );
  const fixed = (by: SortKey | null, name: string, leastPx: number, share: number, number = false): Column => ({
    by,
    name,
    leastPx,
    share,
    number,
  });
  return [
    { ...fixed(null, catalogue.choice.column, chooseColumnPx, 0), unseen: true },
    fixed('line', names.line, 64, 0, true),
    fixed('id', names.id, 118, 0),
    ...own,
    fixed('result', names.result, 210, 2),
    fixed('status', names.status, 122, 0),
    fixed(null, names.chain, 228, 1),
    fixed('reach', names.reach, 132, 0, true),
    fixed('price', names.price, 88, 0, true),
    fixed('findings', names.findings, 150, 1),
  ];
}

const template = (columns: readonly Column[]) =>
  columns.map(({ leastPx, share }) => (share === 0 ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`)).join(' ');

export function LookupTable({ list, entries, sort, onSort }: LookupTableProps) {
  const texts = useViewer().catalogue;
  const columns = useColumns(list);
  const chosen = useChosenFlows();
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const scrollMargin = useTop(body);
  const [left] = useState(takeLeft);
  const active = useRef(0);
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin,
    scrollPaddingStart: headersPx,
    // The row with the focus stays drawn, or the focus would be lost with it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const { current } = active;
      return current >= range.count || shown.includes(current) ? shown : [...shown, current].sort((a, b) => a - b);
    },
  });
  const focus = useRowFocus({
    table: body,
    count: entries.length,
    pageRows: 15,
    scrollTo: (index) => virtual.scrollToIndex(index),
  });
  useLayoutEffect(() => {
    active.current = focus.active;
  }, [focus.active]);
  useKey({ id: 'nextRow', run: () => focus.move(1) });
  useKey({ id: 'previousRow', run: () => focus.move(-1) });
  useKey({
    id: 'chooseRow',
    run: () => {
      const row = focus.current();
      const id = row === null ? null : (entries[row]?.listed.trackingId ?? null);
      if (id !== null) toggleChosen(id);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is there again
  useEffect(() => {
    const index = left === null ? -1 : entries.findIndex(({ listed }) => listed.line === left.line);
    if (left === null || index < 0) return;
    window.scrollTo({ top: left.scrollY });
    focus.focus(index);
  }, [left]);
  const onOpen = ({ listed }: Entry) => {
    noteLeft({ line: listed.line, scrollY: window.scrollY });
    const ids = entries.flatMap((entry) => (entry.state?.kind === 'found' ? (entry.listed.trackingId ?? []) : []));
    storeResult({ page: '/lookup', search: '', ids: [...new Set(ids)], at: listed.trackingId ?? '' });
  };
  const minWidth = columns.reduce((sum, { leastPx }) => sum + leastPx, 0);
  const gridTemplateColumns = template(columns);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a grid, which a table element cannot be
    <div
      role="table"
      aria-label={texts.lookup.table}
      aria-rowcount={entries.length + 1}
      aria-description={texts.explore.table.keys}
      className="rounded-xl border border-line bg-panel text-[0.8125rem]"
      onKeyDown={focus.onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={head}
        role="rowgroup"
        className="sticky top-14 z-10 overflow-hidden rounded-t-xl border-b border-line bg-panel"
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; its buttons take the focus */}
        <div role="row" aria-rowindex={1} className="grid px-1" style={{ gridTemplateColumns, minWidth }}>
          {columns.map((column) => (
            <Head key={`${column.by} ${column.name}`} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="rowgroup"
        ref={body}
        // Scrolls sideways; its rows' links take the focus that scrolls it by keys.
        className="overflow-x-auto overflow-y-hidden rounded-b-xl"
        onScroll={({ currentTarget }) => {
          if (head.current !== null) head.current.scrollLeft = currentTarget.scrollLeft;
        }}
      >
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize(), minWidth }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
              <div
                key={entry.place}
                role="row"
                aria-rowindex={index + 2}
                className="absolute inset-x-0 grid items-center border-b border-line2 px-1 hover:bg-line2 has-[a:focus-visible]:bg-line2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent"
                style={{ height: rowHeight, transform: `translateY(${start - scrollMargin}px)`, gridTemplateColumns }}
              >
                <EntryCells
                  entry={entry}
                  own={Math.min(mostOwn, list.columns.length)}
                  index={index}
                  active={index === focus.active}
                  chosen={entry.listed.trackingId !== null && chosen.includes(entry.listed.trackingId)}
                  onActive={focus.setActive}
                  onOpen={onOpen}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly sort: EntrySort;
  readonly onSort: (sort: EntrySort) => void;
}

function Head({ column: { by, name, number = false, unseen = false }, sort, onSort }: HeadProps) {
  const texts = useViewer().catalogue.lookup;
  const on = by !== null && sort.by === by;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see LookupTable
    <div
      role="columnheader"
      aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={`min-w-0 ${number ? 'text-right' : ''}`}
    >
      {by === null ? (
        <span className={unseen ? 'sr-only' : 'inline-flex min-h-9 items-center px-2 font-medium text-ink3'}>
          {name}
        </span>
      ) : (
        <button
          type="button"
          className={`inline-flex min-h-9 max-w-full cursor-pointer items-center gap-1 rounded px-2 font-medium hover:text-ink ${on ? 'text-ink' : 'text-ink3'}`}
          title={texts.sortBy(name)}
          onClick={() => onSort({ by, descending: on ? !sort.descending : false })}
        >
          <span className="truncate">{name}</span>
          <span aria-hidden="true" className={on ? '' : 'invisible'}>
            {sort.descending ? '↓' : '↑'}
          </span>
        </button>
      )}
    </div>
  );
}

/** Where an element begins on the page, kept up to date while what is above it grows and shrinks. */
function useTop(element: { readonly current: HTMLElement | null }): number {
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
