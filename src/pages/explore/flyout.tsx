/** A small panel that opens under a button and closes by Escape, a click elsewhere, or from within. */
import { Popover } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useState } from 'react';

interface FlyoutProps {
  /** The button that opens it. */
  readonly button: ReactElement;
  readonly title: string;
  readonly align?: 'start' | 'end';
  readonly children: (close: () => void) => ReactNode;
}

export function Flyout({ button, title, align = 'start', children }: FlyoutProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={button} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-40">
          <Popover.Popup className="max-h-[min(70vh,520px)] w-72 max-w-[calc(100vw-16px)] overflow-auto rounded-xl border border-line bg-panel p-3 text-[13px] text-ink shadow-lg outline-none">
            <Popover.Title className="mb-2 text-[13px] font-semibold">{title}</Popover.Title>
            {children(() => setOpen(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
