/** A sender or recipient: masked as the reader chose, and isolated from the direction of the text around it. */

import { maskAddress } from '#model/masking.ts';
import { useReader } from '#ui/reader.tsx';
import { shownText } from './visible-text.ts';

export function AddressText({ address }: { readonly address: string | null }) {
  const { messages, masked } = useReader();
  if (address === null) return <span className="text-ink3">{messages.cards.none}</span>;
  return <bdi>{shownText(masked ? maskAddress(address) : address, 60)}</bdi>;
}
