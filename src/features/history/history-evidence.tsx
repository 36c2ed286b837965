/** What the history saw of a flow, on paper: every change, between which looks, and what was used. */
import { useEffect, useMemo } from 'react';
import { useViewer } from '#ui/viewer.tsx';
import type { HistoryPanelProps } from './history-panel.tsx';
import { nothingObserved } from './observed.ts';
import { observedIn } from './observed-in.ts';
import { useHistory } from './use-history.ts';

type HistoryEvidenceProps = Pick<HistoryPanelProps, 'trackingId' | 'flow' | 'asOf' | 'onObserved'>;

export function HistoryEvidence({ trackingId, flow, asOf, onObserved }: HistoryEvidenceProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const { seen, complete } = useHistory(trackingId, asOf, false);
  const observed = useMemo(() => (complete ? observedIn(seen, flow) : nothingObserved), [complete, seen, flow]);
  useEffect(() => onObserved(observed), [observed, onObserved]);
  if (observed.transitions.length === 0) return null;
  return (
    <section aria-label={texts.title} className="break-inside-avoid">
      <h2 className="text-[13px] font-semibold">{texts.title}</h2>
      <ol className="mt-1 list-disc pl-4 text-[12.5px] wrap-anywhere">
        {observed.transitions.map(({ stepIndex, part, channel, from, to, after, before, at }) => (
          <li key={`${stepIndex} ${part} ${from} ${to} ${before}`}>
            {channel === null ? texts.observedFlow : texts.observedStep(format.channelName(channel))}{' '}
            {texts.observed(from, to, format.dateTime(at ?? after), format.dateTime(at ?? before))}
          </li>
        ))}
      </ol>
    </section>
  );
}
