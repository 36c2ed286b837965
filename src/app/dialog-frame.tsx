/** A dialog over the page. Its heading and its closing button are among its children. */
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { useViewer } from '#ui/viewer.tsx';
import { changeKeysDialog } from './keys-dialog.ts';

interface DialogFrameProps {
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Whether the focus goes back to where it was when it closes. It does by itself. */
  readonly finalFocus?: () => boolean;
  readonly children: ReactNode;
}

export function DialogFrame({ initialFocus, finalFocus, children }: DialogFrameProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || changeKeysDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-[#0b0d12]/45 dark:bg-black/60" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden px-2 pt-[min(12vh,96px)] pb-2">
          <Dialog.Popup
            initialFocus={initialFocus ?? true}
            finalFocus={finalFocus ?? true}
            className="flex max-h-[min(640px,calc(100dvh-120px))] w-full max-w-[600px] flex-col overflow-hidden rounded-xl border border-line bg-panel text-[14px] text-ink shadow-2xl outline-none"
          >
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function DialogClose() {
  const { catalogue } = useViewer();
  return (
    <Dialog.Close
      aria-label={catalogue.app.shortcuts.close}
      title={catalogue.app.shortcuts.close}
      className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-ink2 -outline-offset-2 hover:bg-line2 hover:text-ink"
    >
      <span aria-hidden="true">✕</span>
    </Dialog.Close>
  );
}
