/** What can be done with a flow: share its link, copy it, save it, print it, see its record alone. */
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { gatewayNow } from '#api/clock.ts';
import type { FlowLink } from '#contract/links.ts';
import { OutwardLinks } from '#features/links/outward-links.tsx';
import { visibleText } from '#features/look/visible-text.ts';
import type { Flow } from '#model/flow/flow.ts';
import { flowLinkValues } from '#model/links/link-values.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Language } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { copyOrOffer } from '#ui/by-hand.ts';
import type { Copied } from '#ui/copy-text.ts';
import { useOrigin } from '#ui/first-drawing.ts';
import { Flyout } from '#ui/flyout.tsx';
import { useKey, useKeyHint } from '#ui/keys.ts';
import { linkHtml } from '#ui/link-html.ts';
import { useViewer, type Viewer } from '#ui/viewer.tsx';
import { curlCommand } from './curl.ts';
import { useCopyKeys } from './use-copy-keys.ts';

interface FlowActionsProps {
  /** As asked for. */
  readonly trackingId: string;
  /** Null where the answer is no record. */
  readonly flow: Flow | null;
  /** The verdict as the page's heading says it; null where the answer is no record. */
  readonly heading: string | null;
  readonly asOf: EpochMs;
  /** Of the prices; null where the gateway was not told. */
  readonly currency: string | null;
  /** Into other systems. */
  readonly links: readonly FlowLink[];
  readonly raw: boolean;
  readonly onRaw: (raw: boolean) => void;
}

/** The address of what is seen now, with the zone that the viewer sees it in. */
function shareLink(
  location: { readonly origin: string; readonly pathname: string; readonly search: string },
  { zone }: Pick<Viewer, 'zone'>,
): string {
  const search = new URLSearchParams(location.search);
  if (zone === 'UTC') search.delete('tz');
  else search.set('tz', zone);
  const query = search.toString();
  return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}`;
}

export function FlowActions({ trackingId, flow, heading, asOf, currency, links, raw, onRaw }: FlowActionsProps) {
  const viewer = useViewer();
  const location = useLocation();
  const texts = viewer.catalogue.flow.actions;
  const origin = useOrigin();
  const link = shareLink({ ...location, origin }, viewer);
  const navigate = useNavigate();
  const linkKey = useKeyHint('copyLink');
  const rawKey = useKeyHint('raw');
  // The page shows the record's own ID, which may differ from the one asked for: a finding says so.
  const shownId = flow?.trackingId ?? trackingId;
  const asText =
    flow === null
      ? null
      : async () => {
          const { flowText } = await import('./flow-text.ts');
          return flowText({ flow, now: gatewayNow(), asOf, link, currency, viewer });
        };
  const sharedLink: Copied = heading === null ? link : { text: link, html: linkHtml(link, visibleText(heading)) };
  const evidence = { pathname: `${location.pathname}/evidence`, search: '' };
  useCopyKeys({
    copyLink: () => sharedLink,
    copyId: () => shownId,
    copyCurl: () => curlCommand(trackingId),
    copyText: asText,
  });
  useKey({ id: 'evidence', enabled: flow !== null, run: () => navigate(evidence) });
  return (
    <>
      <CopyAction text={() => sharedLink} hint={linkKey.title(texts.shareHint)} shortcut={linkKey.shortcut}>
        {texts.share}
      </CopyAction>
      <Flyout
        title={texts.exportTitle}
        text={
          <>
            {texts.export} <span aria-hidden="true">▾</span>
          </>
        }
      >
        {(close) => (
          <div className="grid gap-1.5">
            {asText !== null && (
              <CopyAction text={asText} wide>
                {texts.text}
              </CopyAction>
            )}
            {flow !== null &&
              (['en', 'el'] as const).map((language) => (
                <CopyAction key={language} text={() => forCustomer(flow, language, viewer.zone)} wide>
                  {texts.customerIn[language]}
                </CopyAction>
              ))}
            <CopyAction text={() => shownId} wide>
              {texts.id}
            </CopyAction>
            <CopyAction text={() => curlCommand(trackingId)} wide>
              {texts.curl}
            </CopyAction>
            {flow !== null && (
              <Link
                to={evidence}
                onClick={close}
                className="rounded-md border border-line px-2.5 py-1.5 text-ink2 hover:bg-line2 hover:text-ink"
              >
                {texts.evidence}
              </Link>
            )}
          </div>
        )}
      </Flyout>
      {flow !== null && links.length > 0 && <LinksMenu flow={flow} links={links} />}
      <Button
        pressed={raw}
        title={rawKey.title(raw ? texts.overview : texts.rawHint)}
        aria-keyshortcuts={rawKey.shortcut}
        onClick={() => onRaw(!raw)}
      >
        <span aria-hidden="true" className="font-mono text-[12px]">
          {'{ }'}
        </span>
        {texts.raw}
      </Button>
    </>
  );
}

async function forCustomer(flow: Flow, language: Language, zone: string): Promise<string> {
  const { customerText } = await import('#features/customer/customer-text.ts');
  return customerText({ flow, now: gatewayNow(), language, zone });
}

function LinksMenu({ flow, links }: { readonly flow: Flow; readonly links: readonly FlowLink[] }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.links;
  return (
    <Flyout
      title={texts.title}
      text={
        <>
          {texts.button} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {(close) => <OutwardLinks links={links} values={flowLinkValues(flow, masked)} all onOpen={close} />}
    </Flyout>
  );
}

interface CopyActionProps {
  readonly text: () => Copied | Promise<Copied>;
  readonly hint?: string;
  readonly shortcut?: string | undefined;
  readonly wide?: boolean;
  readonly children: string;
}

/** A button that copies and says so in its own place. */
function CopyAction({ text, hint, shortcut, wide = false, children }: CopyActionProps) {
  const texts = useViewer().catalogue.app.copy;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => setState((await copyOrOffer(text)) ? 'copied' : 'failed');
  return (
    <Button
      title={hint}
      aria-keyshortcuts={shortcut}
      onClick={() => void copy()}
      onBlur={() => setState('idle')}
      wraps={wide}
      className={wide ? 'justify-start text-left' : ''}
    >
      {state === 'idle' ? null : <span aria-hidden="true">{state === 'copied' ? '✓' : '✕'}</span>}
      {children}
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : texts[state]}
      </span>
    </Button>
  );
}
