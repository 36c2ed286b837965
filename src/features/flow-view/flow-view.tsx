/** A flow as one page: verdict, facts, timeline, findings, steps, price, latency, fields, record. */
import { type ReactNode, useMemo, useState } from 'react';
import type { FlowLink } from '#contract/links.ts';
import type { Flow } from '#model/flow/flow.ts';
import { price } from '#model/readings/price.ts';
import type { TimeRange } from '#model/readings/scale.ts';
import { type Timeline, timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import type { RecordPlace } from '#model/record/read-flow.ts';
import type { FlowRecord } from '#model/record/record.ts';
import { countryZone } from '#model/values/country-zone.ts';
import type { Json } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { useOfferZone } from '#ui/recipient-zone.ts';
import { Facts } from '../facts/facts.tsx';
import { FlowHeading } from '../heading/flow-heading.tsx';
import { HistoryNotes } from '../history/history-notes.tsx';
import { nothingObserved, type Observed } from '../history/observed.ts';
import { TimelinePanel } from '../timeline/timeline-panel.tsx';
import { BelowTimeline } from './below-timeline.tsx';
import type { FlowViewChange, FlowViewState } from './flow-view-state.ts';
import { useFlowKeys } from './use-flow-keys.ts';

export interface FlowViewProps {
  /** The answer as received. */
  readonly text: string;
  readonly json: Json;
  readonly record: FlowRecord;
  /** The tracking ID that this record answers; null where nobody asked for one. */
  readonly asked?: string | null;
  /** The tracking ID whose kin may be asked for; null for a record that was opened here. */
  readonly kin?: string | null;
  /** Where in an opened text the record lay. */
  readonly place?: RecordPlace | null;
  readonly flow: Flow;
  readonly currency: string | null;
  /** Into other systems, on the cards; none by default. */
  readonly links?: readonly FlowLink[] | undefined;
  readonly now: EpochMs;
  /** When the record was as it is: what is worked out of it once stays until another comes. */
  readonly asOf: EpochMs;
  readonly view: FlowViewState;
  readonly onView: (change: FlowViewChange) => void;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** Between the heading and the facts: of when this is, and what changes it. */
  readonly status?: ReactNode;
  /** Steps that the last answer changed. */
  readonly changedSteps?: ReadonlySet<number> | undefined;
  /** What the history says of the flow. */
  readonly observed?: Observed | undefined;
  /** The panel of the history; must stay the same element while nothing of it changes. */
  readonly history?: ReactNode;
}

const noLinks: readonly never[] = [];
const none: ReadonlySet<number> = new Set();

export function FlowView(props: FlowViewProps) {
  const {
    text,
    flow,
    currency,
    now,
    view,
    onView,
    actions,
    status,
    changedSteps = none,
    observed = nothingObserved,
  } = props;
  const paid = useMemo(() => price(flow), [flow]);
  const drawn = useMemo(() => timeline(flow, now), [flow, now]);
  const said = useMemo(() => verdict(flow, now), [flow, now]);
  const [findingStep, setFindingStep] = useState<number | null>(null);
  useOfferZone(flow.country === null ? null : countryZone(flow.country), flow.country);
  const step = view.step !== null && view.step < flow.steps.length ? view.step : null;
  const chosen = findingStep ?? step;
  const choice = useMemo(() => ({ kind: view.scale, opened: view.opened }), [view.scale, view.opened]);
  useFlowKeys({ flow, timeline: drawn, view, chosen, onView });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FlowHeading flow={flow} verdict={said} actions={actions} />
      {status}
      <HistoryNotes observed={observed} />
      <PanelBoundary resetKey={text}>
        <Facts flow={flow} price={paid} currency={currency} now={now} />
      </PanelBoundary>
      {!view.raw && (
        <PanelBoundary resetKey={text}>
          <TimelinePanel
            flow={flow}
            timeline={drawn}
            selectedStep={chosen}
            onSelectStep={(index) => onView({ step: index, finding: null })}
            choice={choice}
            onChoice={({ kind, opened }) => onView({ scale: kind, opened, zoom: null })}
            now={now}
            observed={observed.transitions}
            zoom={absolute(view.zoom, drawn)}
            onZoom={(change) => onView(({ zoom }) => ({ zoom: relative(change(absolute(zoom, drawn)), drawn) }))}
          />
        </PanelBoundary>
      )}
      <PanelBoundary resetKey={text}>
        <BelowTimeline
          text={text}
          json={props.json}
          record={props.record}
          asked={props.asked ?? null}
          place={props.place ?? null}
          kin={props.kin ?? null}
          flow={flow}
          price={paid}
          currency={currency}
          links={props.links ?? noLinks}
          asOf={props.asOf}
          view={view}
          onView={onView}
          onFindingStep={setFindingStep}
          chosenStep={chosen}
          changedSteps={changedSteps}
          moreFindings={observed.findings}
          history={props.history}
        />
      </PanelBoundary>
    </div>
  );
}

function absolute(zoom: TimeRange | null, { start }: Timeline): TimeRange | null {
  return zoom === null ? null : { from: start + zoom.from, to: start + zoom.to };
}

/** In whole milliseconds, of which at least one is shown. */
function relative(zoom: TimeRange | null, { start }: Timeline): TimeRange | null {
  if (zoom === null) return null;
  const from = Math.round(zoom.from - start);
  return { from, to: Math.max(from + 1, Math.round(zoom.to - start)) };
}
