/** A flow as one page: verdict, facts, timeline, findings, steps, price, latency, fields, record. */
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { countryZone } from '#model/country-zone.ts';
import { findings } from '#model/findings.ts';
import type { Flow } from '#model/flow.ts';
import type { Json } from '#model/json.ts';
import { latency } from '#model/latency.ts';
import { price } from '#model/price.ts';
import type { FlowRecord } from '#model/record.ts';
import type { TimeRange } from '#model/scale.ts';
import type { EpochMs } from '#model/time.ts';
import { type Timeline, timeline } from '#model/timeline.ts';
import { verdict } from '#model/verdict.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { useOfferZone } from '#ui/recipient-zone.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { StepCards } from '../cards/step-cards.tsx';
import { Facts } from '../facts/facts.tsx';
import { rawRecordId } from '../findings/finding-evidence.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { FlowHeading } from '../heading/flow-heading.tsx';
import { TimelinePanel } from '../timeline/timeline-panel.tsx';
import type { FlowViewState } from './flow-view-state.ts';
import { useFlowKeys } from './use-flow-keys.ts';

const LowerPanels = lazy(async () => ({ default: (await import('./lower-panels.tsx')).LowerPanels }));
const RawPanel = lazy(async () => ({ default: (await import('../raw/raw-panel.tsx')).RawPanel }));

export interface FlowViewProps {
  /** The answer as received. */
  readonly text: string;
  readonly json: Json;
  readonly record: FlowRecord;
  readonly flow: Flow;
  readonly currency: string | null;
  readonly now: EpochMs;
  readonly view: FlowViewState;
  readonly onView: (change: Partial<FlowViewState>) => void;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** Between the heading and the facts: of when this is, and what changes it. */
  readonly status?: ReactNode;
  /** Steps that the last answer changed. */
  readonly changedSteps?: ReadonlySet<number> | undefined;
}

const none: ReadonlySet<number> = new Set();

export function FlowView(props: FlowViewProps) {
  const { text, json, flow, currency, now, view, onView, actions, status, changedSteps = none } = props;
  const read = useMemo(() => ({ price: price(flow), latency: latency(flow) }), [flow]);
  const drawn = useMemo(() => timeline(flow, now), [flow, now]);
  const found = useMemo(() => findings(flow, now), [flow, now]);
  const said = useMemo(() => verdict(flow, now), [flow, now]);
  useOfferZone(flow.country === null ? null : countryZone(flow.country), flow.country);
  const finding = view.finding === null ? undefined : found[view.finding];
  const step = view.step !== null && view.step < flow.steps.length ? view.step : null;
  const chosen = finding?.stepIndexes[0] ?? step;
  useFlowKeys({ flow, view, chosen, onView });
  const raw = (
    <PanelBoundary resetKey={text}>
      <div id={rawRecordId} className="scroll-mt-20">
        <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
          <RawPanel text={text} json={json} highlighted={finding?.paths ?? noPaths} />
        </Suspense>
      </div>
    </PanelBoundary>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FlowHeading flow={flow} verdict={said} actions={actions} />
      {status}
      <PanelBoundary resetKey={text}>
        <Facts flow={flow} price={read.price} currency={currency} now={now} />
      </PanelBoundary>
      {!view.raw && (
        <PanelBoundary resetKey={text}>
          <TimelinePanel
            flow={flow}
            timeline={drawn}
            selectedStep={chosen}
            onSelectStep={(index) => onView({ step: index, finding: null })}
            scale={view.scale}
            onScale={(scale) => onView({ scale, zoom: null })}
            now={now}
            zoom={absolute(view.zoom, drawn)}
            onZoom={(zoom) => onView({ zoom: relative(zoom, drawn) })}
          />
        </PanelBoundary>
      )}
      <FindingsPanel
        findings={found}
        json={json}
        selected={finding === undefined ? null : view.finding}
        onSelect={(index) => onView({ finding: index })}
      />
      {view.raw ? (
        raw
      ) : (
        <>
          <PanelBoundary resetKey={text}>
            <StepCards
              flow={flow}
              price={read.price}
              selectedStep={chosen}
              follow={finding === undefined}
              changed={changedSteps}
            />
          </PanelBoundary>
          <Suspense fallback={<LowerSkeleton />}>
            <LowerPanels
              flow={flow}
              record={props.record}
              price={read.price}
              latency={read.latency}
              currency={currency}
            />
          </Suspense>
          {raw}
        </>
      )}
    </div>
  );
}

const noPaths: readonly never[] = [];

function absolute(zoom: TimeRange | null, { start }: Timeline): TimeRange | null {
  return zoom === null ? null : { from: start + zoom.from, to: start + zoom.to };
}

function relative(zoom: TimeRange | null, { start }: Timeline): TimeRange | null {
  return zoom === null ? null : { from: Math.round(zoom.from - start), to: Math.round(zoom.to - start) };
}

function LowerSkeleton() {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Skeleton className="h-72 rounded-xl" />
      <Skeleton className="h-72 rounded-xl" />
    </div>
  );
}
