/** A sender or recipient: masked as the reader chose, and isolated from the direction of the text around it. */

import { clip } from '#messages/clip.ts';
import { maskAddress } from '#model/masking.ts';
import { useReader } from '#ui/reader.tsx';

export function AddressText({ address }: { readonly address: string | null }) {
  const { messages, masked } = useReader();
  if (address === null) return <span className="text-ink3">{messages.cards.none}</span>;
  return <bdi>{clip(masked ? maskAddress(address) : address, 60)}</bdi>;
}
