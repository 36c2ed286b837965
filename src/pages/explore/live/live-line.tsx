/** When live mode last looked, and what it holds back. */
import { failureText } from '#features/problem/failure-text.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Live } from './use-live.ts';

interface LiveLineProps {
  readonly live: Live;
  readonly waiting: number;
  readonly onShow: () => void;
}

export function LiveLine({ live, waiting, onShow }: LiveLineProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.live;
  return (
    <>
      {live.asOf !== null && <span className="text-ink3">{texts.asOf(format.clock(live.asOf))}</span>}
      {live.error !== null && (
        <span role="alert" className="text-bad">
          {texts.failed(failureText(live.error, catalogue).title)}
        </span>
      )}
      {waiting > 0 && (
        <Button size="small" tone="accent" onClick={onShow}>
          {texts.waiting(waiting)}
        </Button>
      )}
    </>
  );
}
