/** Something that calls itself an address and is none: shown as text, never as a link. */

import { useReader } from '#ui/reader.tsx';
import { shownText } from './visible-text.ts';

export function Inert({ name, text }: { readonly name: string; readonly text: string }) {
  const { messages } = useReader();
  return (
    <span className="text-[12px] wrap-anywhere text-warn">
      {name} · {messages.cards.content.unsafe(shownText(text, 80))}
    </span>
  );
}
