/** The place of the charts, kept free for them until they are there. */
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { ChartsProps } from './charts/charts.tsx';

const Charts = later(async () => (await import('./charts/charts.tsx')).Charts).Part;

/** `null`: there is nothing to draw yet. */
export function ChartsArea({ charts }: { readonly charts: ChartsProps | null }) {
  const texts = useViewer().catalogue.explore.charts;
  return (
    <section
      aria-label={texts.title}
      className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3 max-lg:grid-cols-[minmax(0,1fr)]"
    >
      <PanelBoundary>
        <Late fallback={<Places />}>{charts === null ? <Places /> : <Charts {...charts} />}</Late>
      </PanelBoundary>
    </section>
  );
}

function Places() {
  const place = 'h-[228px] rounded-xl border border-line bg-panel';
  return (
    <>
      <div aria-hidden="true" className={place} />
      <div aria-hidden="true" className={place} />
    </>
  );
}
