/** The page of one flow, found by its tracking ID. */

import { Fragment, useEffect, useMemo, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { ApiError, isSignInEnded } from '#api/api-error.ts';
import { isAway, useGatewayAwaySince } from '#api/gateway-state.ts';
import { useConfig } from '#api/use-config.ts';
import { withinBase } from '#contract/base-path.ts';
import { NeighbourBar } from '#features/explore/neighbour-bar.tsx';
import { FlowSkeleton } from '#features/flow-view/flow-skeleton.tsx';
import { FlowView } from '#features/flow-view/flow-view.tsx';
import { HistoryPanel } from '#features/history/history-panel.tsx';
import { nothingObserved } from '#features/history/observed.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { RefusalNotice } from '#features/problem/refusal-notice.tsx';
import type { Flow } from '#model/flow/flow.ts';
import { verdict } from '#model/readings/verdict.ts';
import { afterPaint } from '#ui/after-paint.ts';
import { useKey } from '#ui/keys.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useNow } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';
import { FlowActions } from './flow-actions.tsx';
import { FlowGone, FlowThen } from './kept-flow.tsx';
import { LiveBar, useEndNotice } from './live-bar.tsx';
import { readAsOf } from './url.ts';
import { useFlowView } from './use-flow-view.ts';
import { type LiveFlow, useLiveFlow } from './use-live-flow.ts';
import { useTabState } from './use-tab-state.ts';

const NotesPanel = later(async () => (await import('#features/notes/notes-panel.tsx')).NotesPanel).Part;
const OwnIdOffer = later(async () => (await import('#features/problem/own-id-offer.tsx')).OwnIdOffer).Part;

export function FlowPage() {
  const { trackingId = '' } = useParams();
  const [search] = useSearchParams();
  const then = readAsOf(search);
  return (
    <Fragment key={trackingId}>
      <NeighbourBar trackingId={trackingId} />
      {then === null ? <OneFlow trackingId={trackingId} /> : <FlowThen trackingId={trackingId} at={then} />}
    </Fragment>
  );
}

function OneFlow({ trackingId }: { readonly trackingId: string }) {
  const live = useLiveFlow(trackingId);
  const { answer, error } = live;
  const flow = answer?.reading.ok === true ? answer.reading.flow : null;
  useTabState(trackingId, flow);
  useRemembered(trackingId, flow);
  useZoneInAddress();
  useKey({ id: 'refresh', run: () => live.refreshing || live.refresh() });
  // The frame says so below; what is shown stays where it is. Until it is asked again, nothing else is known.
  const awaySince = useGatewayAwaySince();
  const away = isAway(error) && (awaySince !== null || live.refreshing);
  const saidBelow = answer !== undefined && (away || isSignInEnded(error));
  const problem =
    error === null || saidBelow ? null : (
      <ProblemNotice
        error={error}
        onRetry={live.refresh}
        retrying={live.refreshing}
        trackingId={trackingId}
        {...(answer === undefined ? {} : { lastGood: answer.asOf })}
      />
    );
  if (answer === undefined) {
    if (problem === null) return <FlowSkeleton trackingId={trackingId} />;
    if (keptUntil(error) !== null) return <FlowGone trackingId={trackingId} problem={problem} />;
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {problem}
        {isNotFound(error) && (
          <Late fallback={<Skeleton className="h-24 rounded-xl" />}>
            <OwnIdOffer id={trackingId} />
          </Late>
        )}
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {problem}
      {answer.reading.ok ? (
        <ReadFlow trackingId={trackingId} live={live} answer={answer} reading={answer.reading} />
      ) : (
        <>
          <LiveBar live={live} flow={null} />
          <RefusalNotice refusal={answer.reading.refusal} text={answer.text} json={answer.reading.json} />
        </>
      )}
    </div>
  );
}

const isNotFound = (error: Error | null) =>
  error instanceof ApiError && error.failure.kind === 'problem' && error.failure.code === 'not-found';

/** When Routee last gave what it no longer has and the gateway keeps. */
const keptUntil = (error: Error | null) =>
  error instanceof ApiError && error.failure.kind === 'problem' ? (error.failure.keptUntil ?? null) : null;

type Answer = NonNullable<LiveFlow['answer']>;

interface ReadFlowProps {
  readonly trackingId: string;
  readonly live: LiveFlow;
  readonly answer: Answer;
  readonly reading: Extract<Answer['reading'], { ok: true }>;
}

function ReadFlow({ trackingId, live, answer, reading }: ReadFlowProps) {
  const { catalogue, format } = useViewer();
  const { view, onView } = useFlowView();
  const awaySince = useGatewayAwaySince() !== null;
  const { flow } = reading;
  const config = useConfig();
  const currency = config?.currency ?? null;
  // Nothing is known of the time since the last answer while no further one is asked for, or none comes.
  const following = flow.running && !live.paused && live.error === null && !awaySince;
  const ticking = useNow(following ? 1000 : null);
  // What has ended is told as it was seen: nothing on the page changes by itself.
  const now = following ? Math.max(ticking, answer.asOf) : answer.asOf;
  const heading = catalogue.verdict.heading(verdict(flow, now).heading, format);
  useEndNotice(flow, heading);
  const changedSteps = useMemo(() => stepsOf(live.news), [live.news]);
  const [observed, setObserved] = useState(nothingObserved);
  const keeps = config?.history === true;
  const { asOf } = answer;
  const history = useMemo(
    () =>
      keeps ? (
        <>
          <HistoryPanel
            trackingId={trackingId}
            flow={flow}
            asOf={asOf}
            following={following}
            onObserved={setObserved}
          />
          <Late fallback={<Skeleton className="h-40 rounded-xl print:hidden" />}>
            <NotesPanel trackingId={trackingId} />
          </Late>
        </>
      ) : undefined,
    [keeps, trackingId, flow, asOf, following],
  );
  return (
    <FlowView
      text={reading.text}
      json={reading.json}
      record={reading.record}
      asked={trackingId}
      kin={trackingId}
      place={reading.place}
      flow={flow}
      currency={currency}
      links={config?.links}
      now={now}
      asOf={answer.asOf}
      view={view}
      onView={onView}
      changedSteps={changedSteps}
      observed={observed}
      history={history}
      status={<LiveBar live={live} flow={flow} />}
      actions={
        <FlowActions
          trackingId={trackingId}
          flow={flow}
          heading={heading}
          asOf={answer.asOf}
          currency={currency}
          links={config?.links ?? []}
          raw={view.raw}
          onRaw={(raw) => onView({ raw })}
        />
      }
    />
  );
}

function stepsOf(news: LiveFlow['news']): ReadonlySet<number> {
  return new Set(news?.changes.flatMap((change) => (change.kind === 'step' ? change.stepIndex : [])));
}

/** Puts the flow among the recent ones of this browser. */
function useRemembered(trackingId: string, flow: Flow | null): void {
  useEffect(() => {
    if (flow === null) return;
    afterPaint()
      .then(() => import('#features/recent/recent-flows.ts'))
      .then(({ rememberFlow }) => rememberFlow(trackingId, flow))
      .catch(() => {
        // The list of recent flows lacks one.
      });
  }, [trackingId, flow]);
}

/** Keeps the zone that times are shown in in the address, so that whoever gets it reads the same times. */
function useZoneInAddress(): void {
  const { zone } = useViewer();
  const [search, setSearch] = useSearchParams();
  const { pathname, state } = useLocation();
  const missing = zone !== 'UTC' && search.get('tz') === null;
  useEffect(() => {
    // Whoever has left while this was being drawn must not be brought back.
    if (!missing || withinBase(location.pathname) !== pathname) return;
    setSearch(
      (before) => {
        before.set('tz', zone);
        return before;
      },
      { replace: true, preventScrollReset: true, state },
    );
  }, [missing, zone, setSearch, pathname, state]);
}
