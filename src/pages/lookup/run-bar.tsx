/** How far the look-up is, how long it will take, and its brakes. */
import type { LookupProgress, LookupRun } from '#api/lookup-run.ts';
import type { LookupKind } from '#model/lookup/lookup.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface RunBarProps {
  readonly run: LookupRun;
  readonly progress: LookupProgress;
  readonly counts: ReadonlyMap<LookupKind, number>;
}

export function RunBar({ run, progress, counts }: RunBarProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const { settled, total, activity } = progress;
  const failed = (counts.get('failed') ?? 0) + (counts.get('cancelled') ?? 0);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
      <progress
        className="h-1.5 w-52 min-w-0 appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        aria-label={texts.progress}
        max={Math.max(1, total)}
        value={settled}
      />
      <span className="tabular-nums">{texts.progressOf(format.number(settled), format.number(total))}</span>
      <span className="text-ink3">
        <StateText progress={progress} />
      </span>
      <span className="flex gap-1.5">
        {activity !== 'ended' &&
          (activity === 'paused' ? (
            <Button size="small" onClick={() => run.resume()}>
              {texts.resume}
            </Button>
          ) : (
            <Button size="small" onClick={() => run.pause()}>
              {texts.pause}
            </Button>
          ))}
        {activity !== 'ended' && (
          <Button size="small" onClick={() => run.cancel()}>
            {texts.cancel}
          </Button>
        )}
        {activity === 'ended' && failed > 0 && (
          <Button size="small" tone="accent" onClick={() => run.retry()}>
            {texts.retry(failed, format)}
          </Button>
        )}
      </span>
    </div>
  );
}

function StateText({ progress: { activity, heldUntil, leftMs } }: Pick<RunBarProps, 'progress'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  if (activity === 'paused') return texts.paused;
  if (heldUntil !== null) return texts.held(format.clock(heldUntil));
  // To the second: tenths would flicker.
  return leftMs === null ? null : texts.left(format.duration(Math.max(1000, Math.round(leftMs / 1000) * 1000)));
}
