/** What a person reads first: which flow, how it ended, and the verdict in a sentence with its reasons beneath. */
import type { ReactNode } from 'react';
import type { Flow, FlowStatus } from '#model/flow/flow.ts';
import type { Verdict } from '#model/readings/clauses.ts';
import { Badge } from '#ui/badge.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { PhraseText } from '#ui/phrase.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Look } from '../look/looks.ts';
import { shownText } from '../look/visible-text.ts';

interface FlowHeadingProps {
  readonly flow: Flow;
  readonly verdict: Verdict;
  /** What can be done with the flow: buttons, at the right or underneath. */
  readonly actions?: ReactNode;
}

export function FlowHeading({ flow, verdict, actions }: FlowHeadingProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.heading;
  const look = flowLook(flow.status);
  const heading = catalogue.verdict.heading(verdict.heading, format);
  const name = flow.status.kind === 'missing' ? texts.noStatus : shownText(flow.status.name, 32);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-[30rem] max-sm:basis-full">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[13px] text-ink3">
          <span>{texts.flow}</span>
          {flow.trackingId === null ? (
            <span>{texts.noId}</span>
          ) : (
            <>
              <span className="font-mono text-[12.5px] wrap-anywhere">{shownText(flow.trackingId, 80)}</span>
              <CopyButton text={flow.trackingId} label={texts.copyId} />
            </>
          )}
          {flow.flowKind !== null && <Badge tone="mute">{texts.kind(shownText(flow.flowKind, 32))}</Badge>}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Badge tone={look.tone}>
            <span aria-hidden="true">{look.sign}</span> {name}
          </Badge>
          {/* New words are a new heading: a longer status does not push an old one aside. */}
          <h1
            key={`${name} ${heading}`}
            className="text-[1.75rem] leading-tight font-semibold tracking-[-0.015em] wrap-anywhere max-md:text-[1.375rem]"
          >
            {heading}
          </h1>
        </div>
        {verdict.sentences.length > 0 && (
          <p key={heading} className="mt-[7px] max-w-[58rem] text-ink2 wrap-anywhere">
            {verdict.sentences.map((clause, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences are never reordered
              <span key={index}>
                {index > 0 && ' '}
                <PhraseText phrase={catalogue.verdict.sentence(clause, format)} />
              </span>
            ))}
          </p>
        )}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2.5">{actions}</div>}
    </header>
  );
}

/** Colour and sign of a flow's own status. */
export function flowLook(status: FlowStatus): Look {
  switch (status.kind) {
    case 'succeeded':
      return { tone: 'ok', sign: '✓' };
    case 'failed':
      return { tone: 'bad', sign: '✕' };
    case 'queued':
    case 'inProgress':
      return { tone: 'run', sign: '◌' };
    case 'unknown':
    case 'missing':
      return { tone: 'warn', sign: '?' };
  }
}
