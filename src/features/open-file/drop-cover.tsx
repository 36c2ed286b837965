/** Covers the page while a file is held over it, to say that it may be dropped. */
import { useViewer } from '#ui/viewer.tsx';

/** `text` says what is taken; a record, where none is given. */
export function DropCover({ text }: { readonly text?: string }) {
  const { catalogue } = useViewer();
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-bg/85 text-[18px] font-semibold">
      {text ?? catalogue.open.dropNow}
    </div>
  );
}
