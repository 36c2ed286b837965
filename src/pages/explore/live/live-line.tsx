/** When live mode last looked, and what it holds back. */
import { failureText } from '#features/problem/failure-text.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Live } from './use-live.ts';

interface LiveLineProps {
  readonly live: Live;
  readonly waiting: number;
  readonly onShow: () => void;
  /** Makes the search anew, up to now. */
  readonly onAgain: () => void;
}

export function LiveLine({ live, waiting, onShow, onAgain }: LiveLineProps) {
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
      {live.full ? (
        <span role="alert" className="text-warn">
          {texts.full}{' '}
          <Button size="small" onClick={onAgain}>
            {texts.again}
          </Button>
        </span>
      ) : (
        live.behind > 0 && <span className="text-ink3">{texts.behind(format.number(live.behind))}</span>
      )}
      {live.gone > 0 && <span className="text-ink3">{texts.gone(live.gone)}</span>}
      {waiting > 0 && (
        <Button size="small" tone="accent" onClick={onShow}>
          {texts.waiting(waiting)}
        </Button>
      )}
    </>
  );
}
