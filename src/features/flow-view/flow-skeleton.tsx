/** The outline of a flow's page while its record is fetched: each part in the place and size it will have. */

import { Skeleton } from '#ui/skeleton.tsx';
import { useViewer } from '#ui/viewer.tsx';

const three = ['first', 'second', 'third'];
const six = [...three, 'fourth', 'fifth', 'sixth'];

export function FlowSkeleton({ trackingId }: { readonly trackingId: string }) {
  const { catalogue } = useViewer();
  return (
    <div role="status" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <span className="sr-only">{catalogue.app.loading}</span>
      <div className="min-h-[92px]">
        <p className="flex min-h-7 flex-wrap items-center gap-x-2.5 text-[13px] text-ink3">
          {catalogue.heading.flow} <span className="font-mono text-[12.5px] wrap-anywhere">{trackingId}</span>
        </p>
        <Skeleton className="mt-2 h-7 w-[min(560px,90%)]" />
        <Skeleton className="mt-2 h-5 w-[min(700px,95%)]" />
      </div>
      <Skeleton className="h-7 w-52" />
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-panel md:grid-cols-3 xl:grid-cols-6">
        {six.map((place) => (
          <div key={place} className="px-[18px] py-[13px]">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="mt-1.5 h-6 w-28" />
          </div>
        ))}
      </div>
      <Skeleton className="h-80 rounded-xl" />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-3">
        {three.map((place) => (
          <Skeleton key={place} className="h-72 rounded-xl" />
        ))}
      </div>
    </div>
  );
}
