/** Switches live mode; says why it cannot be on, and what it last saw. */
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Live } from './use-live.ts';

interface LiveButtonProps {
  readonly on: boolean;
  /** False for a range that ended. */
  readonly possible: boolean;
  readonly live: Live;
  readonly onToggle: () => void;
}

export function LiveButton({ on, possible, live, onToggle }: LiveButtonProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.explore.live;
  const count = (mark: string) => [...live.marks.values()].filter((other) => other === mark).length;
  return (
    <>
      <Button
        pressed={on && possible}
        disabled={!possible}
        title={possible ? (on ? texts.on : texts.off) : texts.past}
        onClick={onToggle}
      >
        <span
          aria-hidden="true"
          className={`size-2 rounded-full ${on && possible ? 'bg-ok motion-safe:animate-pulse' : 'bg-ink3'}`}
        />
        {texts.name}
      </Button>
      <span role="status" className="sr-only">
        {live.marks.size > 0 && texts.announce(count('fresh'), count('changed'))}
      </span>
    </>
  );
}
