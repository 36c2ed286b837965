/** Parts of the app whose code is fetched when they are first drawn, or earlier. */
import { type ComponentType, createElement, lazy, useState } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { PartFailure } from './part-failure.tsx';
import { noteFailure, PartNotLoaded } from './part-not-loaded.ts';

export interface Later<Props> {
  /** Suspends until its code is there; says in its own place when it does not come, and can then be tried again. */
  readonly Part: ComponentType<Props>;
  /** Fetches the code without drawing anything. Rejects with `PartNotLoaded`; the next call starts anew. */
  readonly load: () => Promise<unknown>;
}

interface LaterOptions {
  /** For what has no place in the page: its failure is told over it. */
  readonly floating?: boolean;
}

/**
 * A part that is drawn at once where its code is there. `lazy` alone would draw a fallback first even then, and React holds
 * back what follows a fallback for up to 300 ms. It would also remember a failure for ever: every new try has its own.
 */
export function later<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  { floating = false }: LaterOptions = {},
): Later<Props> {
  let fetched: ComponentType<Props> | null = null;
  let retried = false;
  const load = async () => {
    try {
      fetched = await fetchPart();
      retried = false;
      return { default: fetched };
    } catch (cause) {
      void noteFailure(cause, retried);
      throw new PartNotLoaded(cause);
    }
  };
  let Waiting: ComponentType<Props> = lazy(load);
  function Chosen(props: Props) {
    const [Drawn] = useState<ComponentType<Props>>(() => fetched ?? Waiting);
    return createElement(Drawn, props);
  }
  function failed(error: Error, retry: () => void) {
    // What the part itself does wrong is for the boundary around it.
    if (!(error instanceof PartNotLoaded)) throw error;
    const again = () => {
      retried = true;
      Waiting = lazy(load);
      retry();
    };
    return <PartFailure floating={floating} onRetry={again} />;
  }
  function Part(props: Props) {
    return (
      <ErrorBoundary fallback={failed}>
        <Chosen {...props} />
      </ErrorBoundary>
    );
  }
  return { Part, load };
}
