/** What scrolls sideways, within reach of the keyboard and with a name of its own; no landmark, since its panel is one. */
import { type ReactNode, useRef } from 'react';
import { type Cut, useCut } from './use-cut.ts';

interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function cutSides({ left, right }: Cut): string | undefined {
  return [left && 'left', right && 'right'].filter(Boolean).join(' ') || undefined;
}

/** A shadow along each edge behind which there is more. */
export function cutShadow({ left, right }: Cut): string {
  if (left && right) return 'shadow-[inset_12px_0_10px_-10px_var(--ink3),inset_-12px_0_10px_-10px_var(--ink3)]';
  if (left) return 'shadow-[inset_12px_0_10px_-10px_var(--ink3)]';
  return right ? 'shadow-[inset_-12px_0_10px_-10px_var(--ink3)]' : '';
}

export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  const element = useRef<HTMLDivElement>(null);
  const cut = useCut(element);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form
    <div
      ref={element}
      role="group"
      data-cut={cutSides(cut)}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll only what has the focus (WCAG 2.1.1)
      tabIndex={0}
      // Positioned, so that what is read out only is cut with the rest and widens no page.
      className={`relative overflow-x-auto ${cutShadow(cut)} ${className}`}
    >
      {children}
    </div>
  );
}
