/** The menu of a row: opening and copying its flow, and the filters that its cells offer. */
import { Menu } from '@base-ui/react/menu';
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

export function RowMenu({ place, columns, onFilter, onClose }: RowMenuProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.rowMenu;
  const { row, x, y, link } = place;
  const { trackingId } = row;
  const filters = offered(place, columns);
  const anchor = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
  const item =
    'flex min-h-7 cursor-pointer items-center rounded-md px-2 py-0.5 outline-none data-[highlighted]:bg-line2';
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={2} collisionPadding={8} className="z-40">
          <Menu.Popup
            aria-label={texts.title}
            finalFocus={() => link}
            className="max-h-[min(75vh,480px)] min-w-56 max-w-[min(26rem,calc(100vw-16px))] overflow-auto rounded-xl border border-line bg-panel p-1.5 text-[13px] text-ink shadow-lg outline-none"
          >
            {trackingId !== null && link !== null && (
              <>
                <Menu.Item className={item} onClick={() => link.click()}>
                  {texts.open}
                </Menu.Item>
                <Menu.Item className={item} onClick={() => window.open(link.href, '_blank', 'noopener')}>
                  {texts.openNew}
                </Menu.Item>
                <Menu.Item className={item} onClick={() => void copyOrOffer(trackingId)}>
                  {texts.copyId}
                </Menu.Item>
              </>
            )}
            {filters.length > 0 && (
              <Menu.Group>
                <Menu.GroupLabel className="mt-1 border-t border-line2 px-2 pt-1.5 pb-0.5 text-[0.75rem] text-ink3">
                  {texts.filter}
                </Menu.GroupLabel>
                {filters.map((filter) => (
                  <Menu.Item key={JSON.stringify(filter)} className={item} onClick={() => onFilter(filter)}>
                    <span className="truncate">{filterText(filter, words)}</span>
                  </Menu.Item>
                ))}
              </Menu.Group>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
