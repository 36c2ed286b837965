/** A link that a record names: it says where it leads, opens apart and tells the other side nothing. */

import { useViewer } from '#ui/viewer.tsx';
import { Inert } from './inert.tsx';
import { shownText } from './visible-text.ts';
import { webAddress } from './web-address.ts';

interface OutwardLinkProps {
  readonly url: string;
  /** What the link is called where its address is no web address. */
  readonly name: string;
  /** The link's text, given the host it leads to. */
  readonly text: (host: string) => string;
}

export function OutwardLink({ url, name, text }: OutwardLinkProps) {
  const { catalogue } = useViewer();
  const address = webAddress(url);
  if (address.kind === 'inert') return <Inert name={name} text={address.text} />;
  return (
    <a
      href={address.href}
      target="_blank"
      rel="noreferrer noopener"
      referrerPolicy="no-referrer"
      title={catalogue.cards.content.newTab}
      className="inline-flex min-h-[26px] max-w-full items-center rounded-[7px] border border-line bg-panel px-2.5 text-[12px] text-ink2 wrap-anywhere hover:border-ink3 hover:text-ink"
    >
      {text(shownText(address.host, 40))}
    </a>
  );
}
