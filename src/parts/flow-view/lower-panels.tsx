/** What stands below the steps and is loaded after them: price, latency, the flow's own fields. */
import type { Flow } from '#model/flow.ts';
import type { LatencyReading } from '#model/latency.ts';
import type { PriceReading } from '#model/price.ts';
import type { FlowRecord } from '#model/record.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { FieldsPanel } from '../fields/fields-panel.tsx';
import { LatencyPanel } from '../latency/latency-panel.tsx';
import { PricePanel } from '../price/price-panel.tsx';

interface LowerPanelsProps {
  readonly flow: Flow;
  readonly record: FlowRecord;
  readonly price: PriceReading;
  readonly latency: LatencyReading;
  readonly currency: string | null;
}

export function LowerPanels({ flow, record, price, latency, currency }: LowerPanelsProps) {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <PanelBoundary resetKey={flow}>
          <PricePanel reading={price} flow={flow} currency={currency} />
        </PanelBoundary>
        <PanelBoundary resetKey={flow}>
          <LatencyPanel reading={latency} flow={flow} />
        </PanelBoundary>
      </div>
      <PanelBoundary resetKey={flow}>
        <FieldsPanel record={record} />
      </PanelBoundary>
    </>
  );
}
