/** Covers the page while a file is held over it, to say that it may be dropped. */
import { useReader } from '#ui/reader.tsx';

export function DropCover() {
  const { messages } = useReader();
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-bg/85 text-[18px] font-semibold">
      {messages.open.dropNow}
    </div>
  );
}
