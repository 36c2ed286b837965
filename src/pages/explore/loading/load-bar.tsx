/** How far loading is, with its brakes; in the line above the table, so that nothing moves when it comes and goes. */
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Search } from '../data/use-search.ts';

export function LoadBar({ search }: { readonly search: Search }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.loading;
  const { progress, store, total } = search;
  if (progress === null || total === null) return null;
  const loaded = store.rows.length;
  const wanted = Math.min(total, progress.wanted);
  const says = progress.gaveUp
    ? texts.gaveUp
    : (progress.paused ? texts.paused : texts.progress)(format.number(loaded), format.number(wanted));
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
      <progress
        className="h-1.5 w-40 min-w-0 appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        aria-label={texts.title}
        max={Math.max(1, wanted)}
        value={loaded}
      />
      <span className="flex gap-1.5">
        {progress.paused ? (
          <Button size="small" onClick={search.resume}>
            {texts.resume}
          </Button>
        ) : (
          <Button size="small" onClick={search.pause}>
            {texts.pause}
          </Button>
        )}
        <Button size="small" onClick={search.cancel}>
          {texts.cancel}
        </Button>
      </span>
      {/* Last, so that its growing moves nothing. */}
      <span className="text-ink2">{says}</span>
    </div>
  );
}
