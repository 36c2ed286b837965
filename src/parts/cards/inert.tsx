/** Something that calls itself an address and is none: shown as text, never as a link. */
import { clip } from '#messages/clip.ts';
import { useReader } from '#ui/reader.tsx';

export function Inert({ name, text }: { readonly name: string; readonly text: string }) {
  const { messages } = useReader();
  return (
    <span className="text-[12px] wrap-anywhere text-warn">
      {name} · {messages.cards.content.unsafe(clip(text, 80))}
    </span>
  );
}
