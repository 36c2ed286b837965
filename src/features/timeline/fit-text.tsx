/** The fullest of two texts that fits into its room, chosen by the browser's own layout, without anything being measured. */
import type { ReactNode } from 'react';

interface FitTextProps {
  readonly full: ReactNode;
  /** In place of it where it does not fit; cut with an ellipsis where not even this does. */
  readonly short: ReactNode;
  readonly align: 'start' | 'end';
}

/**
 * One line high. The full text floats: where the line has no room for it beside the strut it drops to the next line, which
 * is hidden, and the short one takes the first. Where it fits, the short one finds no room and drops instead.
 */
export function FitText({ full, short, align }: FitTextProps) {
  const end = align === 'end';
  return (
    <span className="block h-[1lh] overflow-hidden">
      <span className="float-left block h-[1lh] w-px" />
      <span className={`block whitespace-nowrap ${end ? 'float-right' : 'float-left'}`}>{full}</span>
      <span className={`inline-block w-[calc(100%-1px)] truncate align-top ${end ? 'text-right' : 'text-left'}`}>
        {short}
      </span>
    </span>
  );
}
