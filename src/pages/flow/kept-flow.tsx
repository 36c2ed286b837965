/** A flow out of the gateway's history: as it was at a moment, or as it was last, where Routee no longer has it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { type KeptAnswer, keptOptions } from '#api/history-query.ts';
import { useConfig } from '#api/use-config.ts';
import { FlowSkeleton } from '#features/flow-view/flow-skeleton.tsx';
import { FlowView } from '#features/flow-view/flow-view.tsx';
import { HistoryPanel } from '#features/history/history-panel.tsx';
import { nothingObserved } from '#features/history/observed.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { RefusalNotice } from '#features/problem/refusal-notice.tsx';
import type { EpochMs } from '#model/values/time.ts';
import { buttonLooks } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { flowPath } from './url.ts';
import { useFlowView } from './use-flow-view.ts';

interface KeptFlowProps {
  readonly trackingId: string;
  /** Null for as it was last. */
  readonly at: EpochMs | null;
  /** Says in plain words that this is kept; told when it was last seen so. */
  readonly banner: (asOf: EpochMs) => ReactNode;
  /** What is shown where nothing of that time is kept. */
  readonly none: ReactNode;
}

function KeptFlow({ trackingId, at, banner, none }: KeptFlowProps) {
  const { data, error, refetch, isFetching } = useQuery(keptOptions(trackingId, at));
  if (data === undefined) {
    if (error === null) return <FlowSkeleton trackingId={trackingId} />;
    return isNothing(error) ? (
      none
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} retrying={isFetching} trackingId={trackingId} />
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {banner(data.asOf)}
      <KeptAnswerView trackingId={trackingId} answer={data} />
    </div>
  );
}

const isNothing = (error: Error) =>
  error instanceof ApiError && error.failure.kind === 'problem' && error.failure.code === 'not-found';

function KeptAnswerView({ trackingId, answer }: { readonly trackingId: string; readonly answer: KeptAnswer }) {
  const { reading, text, asOf } = answer;
  const config = useConfig();
  const { view, onView } = useFlowView();
  const [observed, setObserved] = useState(nothingObserved);
  const flow = reading.ok ? reading.flow : null;
  const history = useMemo(
    () =>
      flow !== null && (
        <HistoryPanel
          trackingId={trackingId}
          flow={flow}
          asOf={null}
          until={asOf}
          following={false}
          onObserved={setObserved}
        />
      ),
    [trackingId, flow, asOf],
  );
  if (!reading.ok) return <RefusalNotice refusal={reading.refusal} text={text} json={reading.json} />;
  return (
    <FlowView
      text={reading.text}
      json={reading.json}
      record={reading.record}
      asked={trackingId}
      place={reading.place}
      flow={reading.flow}
      currency={config?.currency ?? null}
      links={config?.links}
      now={asOf}
      asOf={asOf}
      view={view}
      onView={onView}
      observed={observed}
      history={history}
    />
  );
}

function Now({ trackingId }: { readonly trackingId: string }) {
  const texts = useViewer().catalogue.history;
  return (
    <Link to={flowPath(trackingId)} className={buttonLooks()}>
      {texts.now}
    </Link>
  );
}

/** `?asof=`: the page as it was then. */
export function FlowThen({ trackingId, at }: { readonly trackingId: string; readonly at: EpochMs }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const now = <Now trackingId={trackingId} />;
  const title = texts.asOfTitle(format.dateTime(at));
  return (
    <KeptFlow
      trackingId={trackingId}
      at={at}
      banner={(asOf) => (
        <Notice tone="warn" title={title} actions={now}>
          {texts.asOfText(format.dateTime(asOf))}
        </Notice>
      )}
      none={
        <Notice tone="warn" title={<h1>{texts.nothingThen}</h1>} actions={now}>
          {format.dateTime(at)}
        </Notice>
      }
    />
  );
}

/** Routee no longer has it. `problem`: what is said where the history has lost it meanwhile, too. */
export function FlowGone({ trackingId, problem }: { readonly trackingId: string; readonly problem: ReactNode }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  return (
    <KeptFlow
      trackingId={trackingId}
      at={null}
      banner={(asOf) => (
        <Notice tone="warn" title={texts.goneTitle}>
          {texts.goneText(format.dateTime(asOf))}
        </Notice>
      )}
      none={problem}
    />
  );
}
