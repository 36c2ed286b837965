/** The charts that Explore always shows, in a chunk of their own: figures and table come first. */
import { memo, useDeferredValue } from 'react';
import { ChainChart } from '#features/explore/chain-chart.tsx';
import type { Aggregate, Band, Binning } from '#model/explore/aggregate.ts';
import type { Coverage } from '#model/explore/coverage.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { FlowsChart } from './flows-chart.tsx';

export interface ChartsProps {
  readonly aggregate: Aggregate;
  readonly bounds: Bounds;
  readonly binning: Binning;
  readonly coverage: Coverage;
  readonly onRange: (range: Range) => void;
  readonly onBand: (band: Band) => void;
}

export const Charts = memo(function Charts({ aggregate, bounds, binning, coverage, onRange, onBand }: ChartsProps) {
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
    </>
  );
});
