/** A flow on paper: verdict, facts, timeline, steps and findings in UTC, to print on A4 or keep as PDF. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { type FlowAnswer, flowOptions } from '#api/flow-query.ts';
import { keptOptions } from '#api/history-query.ts';
import { useConfig } from '#api/use-config.ts';
import { Facts } from '#features/facts/facts.tsx';
import { FlowSkeleton } from '#features/flow-view/flow-skeleton.tsx';
import { FlowHeading } from '#features/heading/flow-heading.tsx';
import { HistoryNotes } from '#features/history/history-notes.tsx';
import { nothingObserved } from '#features/history/observed.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { RefusalNotice } from '#features/problem/refusal-notice.tsx';
import { TimelinePanel } from '#features/timeline/timeline-panel.tsx';
import { findings } from '#model/findings/findings.ts';
import type { Flow } from '#model/flow/flow.ts';
import { price } from '#model/readings/price.ts';
import { timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import { formatFor } from '#texts/format.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { useOrigin } from '#ui/first-drawing.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';
import { useViewer, ViewerContext } from '#ui/viewer.tsx';
import { EvidenceFindings } from './evidence-findings.tsx';
import { EvidenceNotes } from './evidence-notes.tsx';
import { EvidenceSteps } from './evidence-steps.tsx';

const HistoryEvidence = later(
  async () => (await import('#features/history/history-evidence.tsx')).HistoryEvidence,
).Part;

export function EvidencePage() {
  const { trackingId = '' } = useParams();
  const viewer = useViewer();
  const texts = viewer.catalogue.evidence;
  const { data, error, refetch, isFetching } = useQuery(flowOptions(trackingId));
  const kept = useQuery({ ...keptOptions(trackingId, null), enabled: data === undefined && isKept(error) });
  const inUtc = useMemo(
    () => ({ ...viewer, zone: 'UTC', format: formatFor({ language: viewer.language, zone: 'UTC' }) }),
    [viewer],
  );
  useEffect(() => {
    document.title = texts.tabTitle(viewer.catalogue.flow.shortId(trackingId));
    return () => {
      document.title = viewer.catalogue.app.name;
    };
  }, [texts, viewer, trackingId]);
  return (
    <ViewerContext value={inUtc}>
      <article className="mx-auto max-w-[190mm] print:max-w-none">
        <div className="mb-4 flex flex-wrap justify-between gap-2 print:hidden">
          <Link to={`/flows/${encodeURIComponent(trackingId)}`} className={buttonLooks()}>
            {texts.back}
          </Link>
          <Button tone="accent" disabled={data === undefined && kept.data === undefined} onClick={() => print()}>
            {texts.print}
          </Button>
        </div>
        {data !== undefined ? (
          <Answer trackingId={trackingId} answer={data} />
        ) : kept.data !== undefined ? (
          <>
            <Notice tone="warn" title={viewer.catalogue.history.goneTitle}>
              {viewer.catalogue.history.goneText(inUtc.format.dateTime(kept.data.asOf))}
            </Notice>
            <Answer trackingId={trackingId} answer={kept.data} gone />
          </>
        ) : error !== null ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} retrying={isFetching} trackingId={trackingId} />
        ) : (
          <FlowSkeleton trackingId={trackingId} />
        )}
      </article>
    </ViewerContext>
  );
}

/** Routee no longer has it, and the gateway's history keeps it. */
const isKept = (error: Error | null) =>
  error instanceof ApiError && error.failure.kind === 'problem' && error.failure.keptUntil !== undefined;

interface AnswerProps {
  readonly trackingId: string;
  readonly answer: Pick<FlowAnswer, 'text' | 'asOf' | 'requestId' | 'reading'>;
  /** True where it comes from the history. */
  readonly gone?: boolean;
}

function Answer(props: AnswerProps) {
  const { reading, text } = props.answer;
  if (!reading.ok) return <RefusalNotice refusal={reading.refusal} text={text} json={reading.json} />;
  return <Evidence {...props} flow={reading.flow} />;
}

function Evidence({ flow, trackingId, answer, gone = false }: AnswerProps & { readonly flow: Flow }) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.evidence;
  const opened = useNow(null);
  // As the page was first drawn: on paper nothing changes by itself.
  const [madeAt] = useState(opened);
  const origin = useOrigin();
  const now = answer.asOf;
  const config = useConfig();
  const currency = config?.currency ?? null;
  const [observed, setObserved] = useState(nothingObserved);
  const drawn = useMemo(() => timeline(flow, now), [flow, now]);
  const paid = useMemo(() => price(flow), [flow]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 print:gap-3 print:text-[12px]">
      <FlowHeading flow={flow} verdict={verdict(flow, now)} />
      <p className="text-[13px] text-ink2">
        {texts.asOf(format.dateTime(answer.asOf))} {texts.utc} {masked ? texts.masked : texts.revealed}
      </p>
      <HistoryNotes observed={observed} always />
      <Facts flow={flow} price={paid} currency={currency} now={now} />
      <div className="break-inside-avoid">
        <TimelinePanel flow={flow} timeline={drawn} now={now} still observed={observed.transitions} />
      </div>
      <EvidenceSteps flow={flow} price={paid} />
      <EvidenceFindings findings={[...findings(flow, now), ...observed.findings]} />
      {config?.history === true && (
        <Late fallback={null}>
          <HistoryEvidence
            trackingId={trackingId}
            flow={flow}
            asOf={gone ? null : answer.asOf}
            onObserved={setObserved}
          />
        </Late>
      )}
      {config?.history === true && (
        <Late fallback={null}>
          <EvidenceNotes trackingId={trackingId} />
        </Late>
      )}
      <footer className="border-t border-line pt-2 text-[12px] text-ink3">
        {texts.made(format.dateTime(madeAt))} {origin}/flows/{flow.trackingId ?? ''}{' '}
        {answer.requestId !== null && texts.requestId(answer.requestId)}
      </footer>
    </div>
  );
}
