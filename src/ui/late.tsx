/** A part of a page that only the browser draws, once it has taken the page over: its box is there from the start. */
import { type ReactNode, Suspense } from 'react';
import { useTakenOver } from './first-drawing.ts';

interface LateProps {
  /** In the size of what is to come. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** `data-late` tells tests that what is inside was not there from the start. */
export function Late({ fallback, children }: LateProps) {
  const takenOver = useTakenOver();
  return (
    <div data-late="" className="contents">
      {takenOver ? <Suspense fallback={fallback}>{children}</Suspense> : fallback}
    </div>
  );
}
