/** The charts that are shown on demand: the worst by a dimension; latency, price and reasons. */
import { useDeferredValue } from 'react';
import type { Aggregate, Binning } from '#model/explore/aggregate.ts';
import type { Dimension } from '#model/explore/attempt.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { PriceChart } from './price-chart.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { TroublePanel } from './trouble-panel.tsx';

export interface MoreChartsProps {
  readonly aggregate: Aggregate;
  /** Flows that pass the filters. */
  readonly rows: readonly FlowRow[];
  /** What attempts are told apart by. */
  readonly by: Dimension | null;
  /** Latency, price and reasons too. */
  readonly more: boolean;
  readonly bounds: Bounds;
  readonly binning: Binning;
  readonly onFilters: (filters: readonly Filter[], range?: Range | null) => void;
}

export function MoreCharts({ aggregate, rows, by, more, bounds, binning, onFilters }: MoreChartsProps) {
  const drawn = useDeferredValue(aggregate);
  return (
    <>
      {by !== null && (
        <div className="col-span-full">
          <PanelBoundary>
            <TroublePanel rows={rows} dimension={by} bounds={bounds} binning={binning} onFilters={onFilters} />
          </PanelBoundary>
        </div>
      )}
      {more && (
        <>
          <PanelBoundary>
            <LatencyChart aggregate={drawn} />
          </PanelBoundary>
          <PanelBoundary>
            <PriceChart aggregate={drawn} />
          </PanelBoundary>
          <div className="col-span-full">
            <PanelBoundary>
              <ReasonsPanel
                rows={rows}
                dimension={by === null || by === 'channel' ? 'country' : by}
                onFilters={onFilters}
              />
            </PanelBoundary>
          </div>
        </>
      )}
    </>
  );
}
