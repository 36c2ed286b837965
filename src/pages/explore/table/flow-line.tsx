/** One flow in the table: a line of cells, or a card where there is no room for columns. Its link opens the flow. */
import { type MouseEvent, memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Mark } from '#api/live-run.ts';
import { ChooseBox } from '#features/choice/choose-box.tsx';
import { type CellContext, cell } from '#features/explore/cells.tsx';
import { fromResult } from '#features/explore/neighbours.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { isNumber, pinnedStyle, type TableLayout } from './table-layout.ts';

export interface FlowLineProps {
  readonly row: FlowRow;
  readonly index: number;
  readonly layout: TableLayout;
  readonly context: CellContext;
  readonly mark: Mark | undefined;
  /** The one that Tab reaches. */
  readonly active: boolean;
  /** For a comparison. */
  readonly chosen: boolean;
  readonly topPx: number;
  readonly heightPx: number;
  readonly onOpen: (row: FlowRow) => void;
  readonly onActive: (index: number) => void;
}

const lineClass =
  'group absolute inset-x-0 cursor-pointer border-b border-line2 hover:bg-line2 has-[a:focus-visible]:bg-line2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent';
/** What stays in sight hides what scrolls under it. */
const pinnedLooks = 'bg-panel group-hover:bg-line2';
const markClass = { fresh: 'shadow-[inset_3px_0_var(--accent)]', changed: 'shadow-[inset_3px_0_var(--run)]' } as const;

/** A click anywhere on the line is one on its link, unless a text is being selected. */
function followLink(event: MouseEvent<HTMLElement>): void {
  const link = event.currentTarget.querySelector('a');
  if (link === null || (event.target instanceof Element && event.target.closest('a, label') !== null)) return;
  if (getSelection()?.isCollapsed === false) return;
  if (event.metaKey || event.ctrlKey || event.button === 1) window.open(link.href, '_blank', 'noopener');
  else if (event.button === 0) link.click();
}

export const FlowLine = memo(function FlowLine(props: FlowLineProps) {
  const { row, index, layout, context, mark, topPx, heightPx } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows are placed by a grid; the link in it takes the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: its link has the keyboard's way
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${lineClass} grid items-center px-1 ${mark === undefined ? '' : markClass[mark]}`}
      style={{ height: heightPx, transform: `translateY(${topPx}px)`, gridTemplateColumns: layout.template }}
      onClick={followLink}
      onAuxClick={followLink}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="cell"
        className={`flex items-center justify-center ${layout.pinned ? `sticky left-0 z-[1] h-full ${pinnedLooks}` : ''}`}
      >
        <Choose {...props} />
      </div>
      {layout.columns.map((column, place) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div
          key={column}
          role="cell"
          data-column={column}
          className={`flex h-full min-w-0 items-center gap-1.5 overflow-hidden px-2 whitespace-nowrap ${isNumber(column) ? 'justify-end' : ''} ${layout.pinnedPx.has(column) ? pinnedLooks : ''}`}
          style={pinnedStyle(column, layout)}
        >
          {place === 0 ? <FlowLink {...props}>{cell(row, column, context)}</FlowLink> : cell(row, column, context)}
        </div>
      ))}
    </div>
  );
});

export const FlowCard = memo(function FlowCard(props: FlowLineProps) {
  const { row, index, context, mark, topPx, heightPx } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see FlowLine
    // biome-ignore lint/a11y/useKeyWithClickEvents: its link has the keyboard's way
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${lineClass} px-3.5 py-2 ${mark === undefined ? '' : markClass[mark]}`}
      style={{ height: heightPx, transform: `translateY(${topPx}px)` }}
      onClick={followLink}
      onAuxClick={followLink}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see FlowLine */}
      <div role="cell" className="grid h-full content-between overflow-hidden whitespace-nowrap">
        <span className="flex items-center justify-between gap-2">
          <span className="flex min-w-0 items-center gap-1">
            <Choose {...props} />
            <FlowLink {...props}>{cell(row, 'created', context)}</FlowLink>
          </span>
          {cell(row, 'status', context)}
        </span>
        <span className="overflow-hidden">{cell(row, 'chain', context)}</span>
        <span className="flex items-center justify-between gap-2 text-[12.5px] text-ink2">
          {cell(row, 'recipient', context)}
          <span className="flex min-w-0 gap-1.5 overflow-hidden">{cell(row, 'findings', context)}</span>
          <span className="ml-auto shrink-0">{cell(row, 'price', context)}</span>
        </span>
      </div>
    </div>
  );
});

function Choose({ row: { trackingId }, index, active, chosen, onActive }: FlowLineProps) {
  if (trackingId === null) return null;
  return <ChooseBox trackingId={trackingId} chosen={chosen} active={active} onActive={() => onActive(index)} />;
}

function FlowLink({
  row,
  index,
  context,
  mark,
  active,
  onOpen,
  onActive,
  children,
}: FlowLineProps & { readonly children: ReactNode }) {
  const texts = context.viewer.catalogue.explore.table;
  const says = mark === undefined ? null : <span className="sr-only">{texts[mark]}</span>;
  if (row.trackingId === null) {
    return (
      <>
        {children}
        {says}
      </>
    );
  }
  return (
    <Link
      to={{ pathname: `/flows/${encodeURIComponent(row.trackingId)}`, search: zoneQuery() }}
      state={fromResult}
      data-index={index}
      tabIndex={active ? 0 : -1}
      className="flex items-center gap-1.5 outline-none"
      onClick={(event) => !event.metaKey && !event.ctrlKey && !event.shiftKey && onOpen(row)}
      onFocus={() => onActive(index)}
    >
      {children}
      {says}
      <span className="sr-only">{texts.open(row.trackingId)}</span>
    </Link>
  );
}

/** A zone that this page's address names goes along. */
function zoneQuery(): string {
  const zone = new URLSearchParams(location.search).get('tz');
  return zone === null ? '' : `?${new URLSearchParams({ tz: zone })}`;
}
