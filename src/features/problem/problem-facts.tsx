/** What support needs to follow a failure: the request ID, Routee's own words, the status. */
import type { ReactNode } from 'react';
import type { Failure } from '#api/api-error.ts';
import type { ProblemCode } from '#contract/problem-codes.ts';
import { maskLooseText } from '#model/masking/record.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';

interface ProblemFactsProps {
  readonly failure: Failure;
  readonly trackingId?: string | undefined;
}

const longestText = 400;
/** Where the gateway's own sentence says again what the title says. */
const saidInTitle: ReadonlySet<ProblemCode> = new Set(['not-found', 'rate-limited', 'sign-in']);

export function ProblemFacts({ failure, trackingId }: ProblemFactsProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.errors;
  const shown = (text: string) => shownText(masked ? maskLooseText(text) : text, longestText);
  const answered = failure.kind === 'problem' || failure.kind === 'unreadable' ? failure : null;
  const problem = failure.kind === 'problem' ? failure : null;
  const routee = problem?.routee ?? null;
  return (
    <dl className="mt-2.5 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1 text-[13px] max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-y-0">
      {trackingId !== undefined && (
        <Fact name={texts.trackingId}>
          <span className="font-mono text-[12.5px]">{shownText(trackingId, 140)}</span>
        </Fact>
      )}
      {routee !== null && (
        <Fact name={texts.routee}>
          {routee.developerMessage !== null && <span>“{shown(routee.developerMessage)}” </span>}
          <span className="text-ink2">
            {routee.code === null
              ? texts.routeeStatus(format.number(routee.status))
              : texts.routeeCode(format.number(routee.status), shownText(routee.code, 32))}
          </span>
        </Fact>
      )}
      {problem?.detail != null && !saidInTitle.has(problem.code) && (
        <Fact name={texts.detail}>{shown(problem.detail)}</Fact>
      )}
      {answered?.kind === 'unreadable' && (
        <Fact name={texts.detail}>{texts.status(format.number(answered.status))}</Fact>
      )}
      {answered !== null && answered.requestId !== null && (
        <Fact name={texts.requestId}>
          <span className="mr-2 font-mono text-[12.5px]">{shownText(answered.requestId, 80)}</span>
          <CopyButton text={answered.requestId} label={texts.copyRequestId} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink3">{name}</dt>
      <dd className="min-w-0 text-ink wrap-anywhere max-sm:mb-1.5">{children}</dd>
    </>
  );
}
