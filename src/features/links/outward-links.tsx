/** Links from a flow or a step into other systems, as the gateway was told of them: name, and the host they lead to. */
import type { FlowLink } from '#contract/links.ts';
import { fillLink, type LinkValues } from '#model/links/link-template.ts';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';

interface OutwardLinksProps {
  readonly links: readonly FlowLink[];
  readonly values: LinkValues;
  /** Names too what cannot be opened, and why. */
  readonly all?: boolean;
  readonly onOpen?: () => void;
}

const longestHost = 60;

export function OutwardLinks({ links, values, all = false, onOpen }: OutwardLinksProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.links;
  const filled = links
    .map(({ name, address }) => ({ name, link: fillLink(address, values) }))
    .filter(({ link }) => all || link.kind === 'link');
  if (filled.length === 0) return null;
  return (
    <ul aria-label={texts.title} className={all ? 'grid gap-1.5' : 'mt-3 flex flex-wrap gap-1.5 print:hidden'}>
      {filled.map(({ name, link }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the file; two links may have one name
        <li key={index} className="min-w-0">
          {link.kind === 'link' ? (
            <a
              href={link.href}
              target="_blank"
              rel="noreferrer noopener"
              referrerPolicy="no-referrer"
              title={catalogue.cards.content.newTab}
              onClick={onOpen}
              className={`flex min-h-[26px] flex-wrap items-center gap-x-2 rounded-[7px] border border-line bg-panel px-2.5 py-0.5 text-[0.78rem] text-ink2 wrap-anywhere hover:border-ink3 hover:text-ink ${all ? 'justify-between' : ''}`}
            >
              <span>{name}</span> <span className="text-ink3">{shownText(link.host, longestHost)} ↗</span>
            </a>
          ) : (
            <Unfilled name={name} link={link} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface UnfilledProps {
  readonly name: string;
  readonly link: Exclude<ReturnType<typeof fillLink>, { kind: 'link' }>;
}

function Unfilled({ name, link }: UnfilledProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.links;
  const places = format.list(link.places);
  const hidden = masked && link.kind === 'missing' && link.places.includes('to');
  const why = link.kind === 'unsafe' ? texts.unsafe(places) : hidden ? texts.masked : texts.missing(places);
  return (
    <p className="px-2.5 text-[0.78rem] text-ink3 wrap-anywhere">
      {name}: {why}
    </p>
  );
}
