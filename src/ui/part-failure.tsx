/** What is seen in the place of a part whose code could not be fetched. */
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useViewer } from './viewer.tsx';

interface PartFailureProps {
  readonly floating: boolean;
  readonly onRetry: () => void;
}

export function PartFailure({ floating, onRetry }: PartFailureProps) {
  const texts = useViewer().catalogue.app.crash;
  const notice = (
    <Notice tone="bad" alert title={texts.part} actions={<Button onClick={onRetry}>{texts.retry}</Button>}>
      <p>{texts.partNext}</p>
    </Notice>
  );
  if (!floating) return notice;
  return (
    <div className="fixed inset-x-4 top-16 z-50 mx-auto max-w-[560px] rounded-xl bg-panel text-[13px] shadow-lg print:hidden">
      {notice}
    </div>
  );
}
