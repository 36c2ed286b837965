/** All charts of Explore, in a chunk of their own: figures and table come first. */
import { memo, useDeferredValue } from 'react';
import { ChainChart } from '#features/explore/chain-chart.tsx';
import type { Aggregate, Band, Binning } from '#model/explore/aggregate.ts';
import type { Dimension } from '#model/explore/attempt.ts';
import type { Coverage } from '#model/explore/coverage.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { FlowsChart } from './flows-chart.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { PriceChart } from './price-chart.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { TroublePanel, type TroublePanelProps } from './trouble-panel.tsx';

export interface ChartsProps {
  readonly aggregate: Aggregate;
  /** Flows that pass the filters. */
  readonly rows: readonly FlowRow[];
  /** What attempts are told apart by. */
  readonly by: Dimension | null;
  /** The charts that are shown on demand too. */
  readonly more: boolean;
  readonly bounds: Bounds;
  readonly binning: Binning;
  readonly coverage: Coverage;
  readonly onRange: (range: Range) => void;
  readonly onBand: (band: Band) => void;
  readonly onFilters: (filters: readonly Filter[]) => void;
  readonly onShow: TroublePanelProps['onShow'];
}

export const Charts = memo(function Charts({
  aggregate,
  rows,
  by,
  more,
  bounds,
  binning,
  coverage,
  onRange,
  onBand,
  onFilters,
  onShow,
}: ChartsProps) {
  // While pages come in, drawing must not keep the page from answering.
  const drawn = useDeferredValue(aggregate);
  return (
    <>
      <PanelBoundary>
        <FlowsChart aggregate={drawn} bounds={bounds} binning={binning} coverage={coverage} onRange={onRange} />
      </PanelBoundary>
      <PanelBoundary>
        <ChainChart aggregate={drawn} onBand={onBand} />
      </PanelBoundary>
      {by !== null && (
        <div className="col-span-full">
          <PanelBoundary>
            <TroublePanel rows={rows} dimension={by} bounds={bounds} binning={binning} onShow={onShow} />
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
            <ReasonsPanel
              rows={rows}
              dimension={by === null || by === 'channel' ? 'country' : by}
              onFilters={onFilters}
            />
          </div>
        </>
      )}
    </>
  );
});
