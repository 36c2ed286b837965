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
  /** A sign alone, for a button of which a page has many. */
  readonly quiet?: boolean;
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

export function CopyButton({ text, label, showLabel = false, quiet = false }: CopyButtonProps) {
  const texts = useViewer().catalogue.app.copy;
  const [state, setState] = useCopyState();
  const copy = () => void copyOrOffer(text).then((copied) => setState(copied ? 'copied' : 'failed'));
  const shown = state === 'idle' ? (showLabel ? label : texts.copy) : texts[state];
  if (quiet) {
    return (
      <button
        type="button"
        aria-label={state === 'idle' ? label : texts[state]}
        title={label}
        onClick={copy}
        className="inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded-md text-ink3 hover:bg-line2 hover:text-ink print:hidden"
      >
        <span aria-hidden="true">{state === 'idle' ? <TwoSheets /> : state === 'copied' ? '✓' : '✕'}</span>
        <span role="status" className="sr-only">
          {state === 'idle' ? '' : texts[state]}
        </span>
      </button>
    );
  }
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

function TwoSheets() {
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-3.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.5a1 1 0 0 0-1-1H3a1 1 0 0 0-1 1v6.5a1 1 0 0 0 1 1h.5" />
    </svg>
  );
}
