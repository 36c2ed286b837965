/** A button that opens a small panel. What the panel needs is loaded when a person first reaches for the button. */
import { type KeyboardEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { later } from './later.tsx';

const { Part: FlyoutPopup, load } = later(async () => (await import('./flyout-popup.tsx')).FlyoutPopup, {
  floating: true,
});

/** What fails now is asked for again, and told, when the button is pressed. */
const loadEarly = () => void load().catch(() => undefined);

interface FlyoutProps {
  /** What is seen of the button. */
  readonly text: ReactNode;
  /** The button's name, where its text does not say it. */
  readonly label?: string;
  /** Heading of the panel. */
  readonly title: string;
  readonly align?: 'start' | 'end';
  readonly size?: 'small' | 'normal';
  /** Classes of a button that looks like no other. */
  readonly looks?: string;
  readonly children: (close: () => void) => ReactNode;
}

export function Flyout({ text, label, title, align = 'end', size, looks, children }: FlyoutProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opener = {
    ref: button,
    'aria-label': label,
    title: label,
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onPointerEnter: loadEarly,
    onFocus: loadEarly,
    onClick: () => setOpen(!open),
    // The panel closes itself; until its code is there, nobody else would.
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(false),
  } as const;
  return (
    <>
      {looks === undefined ? (
        <Button {...opener} size={size}>
          {text}
        </Button>
      ) : (
        <button type="button" {...opener} className={looks}>
          {text}
        </button>
      )}
      {open && (
        <Suspense fallback={null}>
          <FlyoutPopup button={button} title={title} align={align} onClose={() => setOpen(false)}>
            {children(() => setOpen(false))}
          </FlyoutPopup>
        </Suspense>
      )}
    </>
  );
}
