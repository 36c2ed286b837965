/** The place of "Where it fails": closed until a person wants it, so that nothing is counted for nobody. */
import { Suspense, useState } from 'react';
import { ofOneSource } from '#api/search-options.ts';
import { Button } from '#ui/button.tsx';
import { later } from '#ui/later.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Result } from '../use-result.ts';
import type { ViewState } from '../use-view.ts';
import { useRangeBefore } from './use-range-before.ts';

const FailingPanel = later(async () => (await import('./failing-panel.tsx')).FailingPanel).Part;

interface FailingAreaProps {
  readonly state: ViewState;
  readonly result: Result;
}

export function FailingArea({ state, result }: FailingAreaProps) {
  const texts = useViewer().catalogue.failing;
  const [open, setOpen] = useState(false);
  const { view, criteria, change } = state;
  const { search, analysis } = result;
  const source = search.history === null ? 'routee' : 'history';
  const before = useRangeBefore(ofOneSource(criteria, source), view.filters, result.marks);
  return (
    <>
      <div className="text-center">
        <Button size="small" disabled={search.pending} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? texts.hide : texts.show} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </Button>
      </div>
      {open && !search.pending && (
        <PanelBoundary>
          <Suspense fallback={<Skeleton className="h-72 rounded-xl" />}>
            <FailingPanel
              rows={analysis.rows}
              loaded={search.store.rows.length}
              total={search.total}
              before={before}
              onView={({ filters, range }) =>
                change({
                  filters: [
                    ...view.filters.filter(({ field }) => !filters.some((one) => one.field === field)),
                    ...filters,
                  ],
                  ...(range === null ? {} : { range }),
                })
              }
            />
          </Suspense>
        </PanelBoundary>
      )}
    </>
  );
}
