/** The menu of a row: opening and copying its flow, and the filters that its cells offer. */
import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useId } from 'react';
import { filterText } from '#features/explore/filter-text.ts';
import { cellFilters } from '#model/explore/cell-filters.ts';
import type { ColumnId } from '#model/explore/columns.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { copyOrOffer } from '#ui/by-hand.ts';
import { useViewer } from '#ui/viewer.tsx';

/** Where a menu was asked for. */
export interface MenuPlace {
  readonly row: FlowRow;
  /** The cell under the pointer; null from the keyboard, and on a card. */
  readonly column: ColumnId | null;
  readonly x: number;
  readonly y: number;
  readonly link: HTMLAnchorElement | null;
}

interface RowMenuProps {
  readonly place: MenuPlace;
  readonly columns: readonly ColumnId[];
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

/** Of the cell that was asked at, or of all that are shown where it offers none. */
function offered({ row, column }: MenuPlace, columns: readonly ColumnId[]): readonly Filter[] {
  const own = column === null ? [] : cellFilters(row, column);
  return own.length > 0 ? own : columns.flatMap((one) => cellFilters(row, one));
}

/** Arrow keys go round the entries, as in any menu. */
function onMenuKey(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  entries.at(to % entries.length)?.focus();
}

export function RowMenu({ place, columns, onFilter, onClose }: RowMenuProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.rowMenu;
  const { row, x, y, link } = place;
  const { trackingId } = row;
  const filters = offered(place, columns);
  const labelId = useId();
  const anchor = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
  const done = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={2} collisionPadding={8} className="z-40">
          <Popover.Popup
            aria-label={texts.title}
            finalFocus={() => link}
            className="max-h-[min(75vh,480px)] min-w-56 max-w-[min(26rem,calc(100vw-16px))] overflow-auto rounded-xl border border-line bg-panel p-1.5 text-[13px] text-ink shadow-lg outline-none"
          >
            <div role="menu" tabIndex={-1} aria-label={texts.title} className="outline-none" onKeyDown={onMenuKey}>
              {trackingId !== null && link !== null && (
                <>
                  <Entry onChoose={done(() => link.click())}>{texts.open}</Entry>
                  <Entry onChoose={done(() => window.open(link.href, '_blank', 'noopener'))}>{texts.openNew}</Entry>
                  <Entry onChoose={done(() => void copyOrOffer(trackingId))}>{texts.copyId}</Entry>
                </>
              )}
              {filters.length > 0 && (
                // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
                <div role="group" aria-labelledby={labelId}>
                  <p
                    id={labelId}
                    role="presentation"
                    className="mt-1 border-t border-line2 px-2 pt-1.5 pb-0.5 text-[0.75rem] text-ink3"
                  >
                    {texts.filter}
                  </p>
                  {filters.map((filter) => (
                    <Entry key={JSON.stringify(filter)} onChoose={done(() => onFilter(filter))}>
                      {filterText(filter, words)}
                    </Entry>
                  ))}
                </div>
              )}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Entry({ onChoose, children }: { readonly onChoose: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      role="menuitem"
      className="flex min-h-7 w-full cursor-pointer items-center rounded-md px-2 py-0.5 text-left outline-none hover:bg-line2 focus-visible:bg-line2"
      onClick={onChoose}
    >
      <span className="truncate">{children}</span>
    </button>
  );
}
