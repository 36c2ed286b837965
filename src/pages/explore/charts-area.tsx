/** The place of the charts, kept free for them until they are there. */
import { Suspense } from 'react';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { ChartsProps } from './charts/charts.tsx';
import type { MoreChartsProps } from './charts/more-charts.tsx';

const Charts = later(async () => (await import('./charts/charts.tsx')).Charts).Part;

const MoreCharts = later(async () => (await import('./charts/more-charts.tsx')).MoreCharts).Part;

const grid = 'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3 max-lg:grid-cols-[minmax(0,1fr)]';

/** `null`: there is nothing to draw yet. */
export function ChartsArea({ charts }: { readonly charts: ChartsProps | null }) {
  const texts = useViewer().catalogue.explore.charts;
  return (
    <section aria-label={texts.title} className={grid}>
      <PanelBoundary>
        <Late fallback={<Places />}>{charts === null ? <Places /> : <Charts {...charts} />}</Late>
      </PanelBoundary>
    </section>
  );
}

/** What was opened under the line that opens it. */
export function MoreChartsArea({ charts }: { readonly charts: MoreChartsProps }) {
  const texts = useViewer().catalogue.explore.charts;
  return (
    <section aria-label={texts.moreTitle} className={grid}>
      <PanelBoundary>
        <Suspense fallback={<Skeleton className="col-span-full h-72 rounded-xl" />}>
          <MoreCharts {...charts} />
        </Suspense>
      </PanelBoundary>
    </section>
  );
}

/** As high as the charts will be: on a phone the first has its legend on a line of its own. */
function Places() {
  const place = 'h-[228px] rounded-xl border border-line bg-panel';
  return (
    <>
      <div aria-hidden="true" className={`${place} max-sm:h-[246px]`} />
      <div aria-hidden="true" className={place} />
    </>
  );
}
