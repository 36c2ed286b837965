/** Something that calls itself an address and is none: shown as text, never as a link. */

import { useViewer } from '#ui/viewer.tsx';
import { shownText } from './visible-text.ts';

export function Inert({ name, text }: { readonly name: string; readonly text: string }) {
  const { catalogue } = useViewer();
  return (
    <span className="text-[12px] wrap-anywhere text-warn">
      {name} · {catalogue.cards.content.unsafe(shownText(text, 80))}
    </span>
  );
}
