/** What stands below a flow's timeline, in its order: findings, steps, price, latency, fields, record. */
import { memo, type ReactNode, useEffect, useMemo } from 'react';
import type { FlowLink } from '#contract/links.ts';
import type { Finding } from '#model/findings/finding.ts';
import { findings } from '#model/findings/findings.ts';
import type { Flow } from '#model/flow/flow.ts';
import { latency } from '#model/readings/latency.ts';
import type { PriceReading } from '#model/readings/price.ts';
import type { RecordPlace } from '#model/record/read-flow.ts';
import type { FlowRecord } from '#model/record/record.ts';
import type { Json } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { StepCards } from '../cards/step-cards.tsx';
import { FieldsPanel } from '../fields/fields-panel.tsx';
import { rawRecordId } from '../findings/finding-evidence.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { ReadingNotes } from '../findings/reading-notes.tsx';
import { KinPanel } from '../kin/kin-panel.tsx';
import { LatencyPanel } from '../latency/latency-panel.tsx';
import { PricePanel } from '../price/price-panel.tsx';
import type { FlowViewChange, FlowViewState } from './flow-view-state.ts';

const RawPanel = later(async () => (await import('../raw/raw-panel.tsx')).RawPanel).Part;

interface BelowTimelineProps {
  /** The tracking ID whose kin may be asked for; null for a record that was opened here, of which nobody asks anything. */
  readonly kin: string | null;
  readonly text: string;
  readonly json: Json;
  readonly record: FlowRecord;
  /** The tracking ID that this record answers; null where nobody asked for one. */
  readonly asked?: string | null;
  /** Where in an opened text the record lay. */
  readonly place?: RecordPlace | null;
  readonly flow: Flow;
  readonly price: PriceReading;
  readonly currency: string | null;
  /** Into other systems. */
  readonly links: readonly FlowLink[];
  readonly asOf: EpochMs;
  readonly view: FlowViewState;
  readonly onView: (change: FlowViewChange) => void;
  /** Told which step the chosen finding speaks of; null for none. */
  readonly onFindingStep: (step: number | null) => void;
  readonly chosenStep: number | null;
  readonly changedSteps: ReadonlySet<number>;
  /** Out of the history; they stand behind those of the record, so that those keep their places. */
  readonly moreFindings: readonly Finding[];
  readonly history: ReactNode;
}

const noPaths: readonly never[] = [];

/** Drawn again for an answer or a choice, not for every second of a running flow. */
export const BelowTimeline = memo(function BelowTimeline(props: BelowTimelineProps) {
  const { text, json, flow, price, currency, asOf, view, onView, onFindingStep, chosenStep } = props;
  const asked = props.asked ?? null;
  const own = useMemo(() => findings(flow, asOf, asked), [flow, asOf, asked]);
  const { moreFindings } = props;
  const found = useMemo(() => [...own, ...moreFindings], [own, moreFindings]);
  const taken = useMemo(() => latency(flow), [flow]);
  const finding = view.finding === null ? undefined : found[view.finding];
  const findingStep = finding?.stepIndexes[0] ?? null;
  useEffect(() => onFindingStep(findingStep), [onFindingStep, findingStep]);
  return (
    <>
      <PanelBoundary resetKey={text}>
        <FindingsPanel
          findings={found}
          json={json}
          selected={finding === undefined ? null : view.finding}
          onSelect={(index) => onView({ finding: index })}
        />
      </PanelBoundary>
      <PanelBoundary resetKey={text}>
        <ReadingNotes notes={props.record.notes} place={props.place ?? null} />
      </PanelBoundary>
      {!view.raw && (
        <>
          <PanelBoundary resetKey={text}>
            <StepCards
              flow={flow}
              price={price}
              currency={currency}
              links={props.links}
              selectedStep={chosenStep}
              follow={finding === undefined}
              changed={props.changedSteps}
            />
          </PanelBoundary>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:gap-3">
            <PanelBoundary resetKey={flow}>
              <PricePanel reading={price} flow={flow} currency={currency} />
            </PanelBoundary>
            <PanelBoundary resetKey={flow}>
              <LatencyPanel reading={taken} flow={flow} />
            </PanelBoundary>
          </div>
          {props.kin !== null && (
            <PanelBoundary resetKey={props.kin}>
              <KinPanel trackingId={props.kin} flow={flow} />
            </PanelBoundary>
          )}
          {props.history !== undefined && <PanelBoundary resetKey={flow}>{props.history}</PanelBoundary>}
          <PanelBoundary resetKey={flow}>
            <FieldsPanel record={props.record} />
          </PanelBoundary>
        </>
      )}
      <PanelBoundary resetKey={text}>
        <div id={rawRecordId} className={`scroll-mt-20 ${view.raw ? '' : 'print:hidden'}`}>
          <Late fallback={<Skeleton className="h-96 rounded-xl" />}>
            <RawPanel text={text} json={json} highlighted={finding?.paths ?? noPaths} />
          </Late>
        </div>
      </PanelBoundary>
    </>
  );
});
