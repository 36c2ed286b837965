/** Says once, for all that an update has cut off from the gateway, that the page has to be loaded again. */
import { useOutdated } from '#api/app-build.ts';
import { Button } from '#ui/button.tsx';
import { useReplaced } from '#ui/part-not-loaded.ts';
import { useViewer } from '#ui/viewer.tsx';

export function ReplacedNotice() {
  const texts = useViewer().catalogue.app.crash;
  const outdated = useOutdated();
  const replaced = useReplaced();
  // Always there, so that screen readers hear what comes into it.
  return (
    <div role="status">
      {(outdated || replaced) && (
        <div className="pointer-events-auto flex max-w-[640px] flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-warn bg-warn-soft px-3.5 py-2 text-[13px] shadow-lg">
          <p className="min-w-0 flex-1 basis-64">{outdated ? texts.updated : texts.chunk}</p>
          <Button size="small" onClick={() => location.reload()}>
            {texts.reload}
          </Button>
        </div>
      )}
    </div>
  );
}
