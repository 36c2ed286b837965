/** One flow's verdict in a comparison, with the way to its own page. */
import { Link } from 'react-router';
import { flowLook } from '#features/heading/flow-heading.tsx';
import { shownText } from '#features/look/visible-text.ts';
import { flowAddress } from '#features/search/flow-address.ts';
import { verdict } from '#model/readings/verdict.ts';
import { Badge } from '#ui/badge.tsx';
import { PhraseText } from '#ui/phrase.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { ReadSide, Side } from './side.ts';

export function FlowColumn({ name, side }: { readonly name: string; readonly side: Side }) {
  const texts = useViewer().catalogue.compare;
  return (
    <section aria-label={name} className="min-w-0 rounded-xl border border-line bg-panel px-[18px] py-4">
      <p className="text-[0.8125rem] text-ink3">
        {name}{' '}
        <Link to={flowAddress(side.trackingId)} className="font-mono wrap-anywhere underline">
          {side.trackingId}
        </Link>
      </p>
      {side.kind === 'loading' && <p className="mt-2 text-ink3">{texts.loading}</p>}
      {side.kind === 'missing' && <p className="mt-2 font-medium text-bad">{side.why}</p>}
      {side.kind === 'read' && <Said side={side} />}
    </section>
  );
}

function Said({ side: { reading, asOf } }: { readonly side: ReadSide }) {
  const { catalogue, format } = useViewer();
  const { flow } = reading;
  const said = verdict(flow, asOf);
  const look = flowLook(flow.status);
  return (
    <>
      <h2 className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.0625rem] leading-snug font-semibold">
        <Badge tone={look.tone}>
          <span aria-hidden="true">{look.sign}</span>
          {flow.status.kind === 'missing' ? catalogue.heading.noStatus : shownText(flow.status.name, 32)}
        </Badge>
        <span className="wrap-anywhere">{catalogue.verdict.heading(said.heading, format)}</span>
      </h2>
      <p className="mt-1.5 text-[0.8125rem] text-ink2 wrap-anywhere">
        {said.sentences.map((clause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences are never reordered
          <span key={index}>
            {index > 0 && ' '}
            <PhraseText phrase={catalogue.verdict.sentence(clause, format)} />
          </span>
        ))}
      </p>
    </>
  );
}
