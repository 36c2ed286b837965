/** The place of "Where it fails": closed until a person wants it, so that nothing is counted for nobody. */
import { Suspense } from 'react';
import { later } from '#ui/later.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Result } from '../use-result.ts';
import type { ViewState } from '../use-view.ts';
import type { RangeBefore } from './use-range-before.ts';

const FailingPanel = later(async () => (await import('./failing-panel.tsx')).FailingPanel).Part;

interface FailingAreaProps {
  readonly open: boolean;
  readonly before: RangeBefore;
  readonly state: ViewState;
  readonly result: Result;
}

export function FailingArea({ open, before, state, result }: FailingAreaProps) {
  const { view, change } = state;
  const { search, analysis } = result;
  return (
    <>
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
