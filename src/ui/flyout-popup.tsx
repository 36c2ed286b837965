/** The panel of a flyout: placed beside its button, closed by Escape or a click elsewhere, giving the focus back. */
import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

interface FlyoutPopupProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly title: string;
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FlyoutPopup({ button, title, align, onClose, children }: FlyoutPopupProps) {
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // The button closes its panel itself; closing it here too would open it again.
        const onButton = event.target instanceof Node && button.current?.contains(event.target) === true;
        if (!open && !(onButton && event.type !== 'keydown')) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={button} sideOffset={6} align={align} collisionPadding={8} className="z-40">
          <Popover.Popup
            finalFocus={button}
            className="max-h-[min(75vh,560px)] w-76 max-w-[calc(100vw-16px)] overflow-auto rounded-xl border border-line bg-panel p-3 text-[13px] text-ink shadow-lg outline-none"
          >
            <Popover.Title className="mb-2 text-[13px] font-semibold">{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
