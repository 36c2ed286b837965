/** A sender or recipient: masked as the viewer chose, and isolated from the direction of the text around it. */

import { maskAddress } from '#model/masking/masking.ts';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from './visible-text.ts';

export function AddressText({ address }: { readonly address: string | null }) {
  const { catalogue, masked } = useViewer();
  if (address === null) return <span className="text-ink3">{catalogue.cards.none}</span>;
  return <bdi>{shownText(masked ? maskAddress(address) : address, 60)}</bdi>;
}
