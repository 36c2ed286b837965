/** Copies a text and says so, to eyes and to screen readers. */
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { copyOrOffer } from './by-hand.ts';
import { useViewer } from './viewer.tsx';

interface CopyButtonProps {
  /** The text, or what makes it when asked for. */
  readonly text: string | (() => string);
  /** What is copied, for example "Copy tracking ID". */
  readonly label: string;
  /** Shows the label; otherwise only the word "Copy" is seen. */
  readonly showLabel?: boolean;
}

type State = 'idle' | 'copied' | 'failed';
const shownForMs = 2000;

/** Back to idle some time after a copy. */
function useCopyState() {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownForMs);
    return () => clearTimeout(timer);
  }, [state]);
  return [state, setState] as const;
}

export function CopyButton({ text, label, showLabel = false }: CopyButtonProps) {
  const texts = useViewer().catalogue.app.copy;
  const [state, setState] = useCopyState();
  const copy = () => void copyOrOffer(text).then((copied) => setState(copied ? 'copied' : 'failed'));
  const shown = state === 'idle' ? (showLabel ? label : texts.copy) : texts[state];
  return (
    <Button size="small" aria-label={state === 'idle' ? label : texts[state]} title={label} onClick={copy}>
      {state === 'copied' && <span aria-hidden="true">✓</span>}
      {shown}
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : texts[state]}
      </span>
    </Button>
  );
}
