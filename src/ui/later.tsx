/** Parts of the app whose code is fetched when they are first drawn, or earlier. */
import { type ComponentType, createElement, lazy, useState } from 'react';

export interface Later<Props> {
  /** Suspends until its code is there. */
  readonly Part: ComponentType<Props>;
  /** Fetches the code without drawing anything. */
  readonly load: () => Promise<unknown>;
}

/**
 * A part that is drawn at once where its code is there. `lazy` alone would draw a fallback first even then, and React holds
 * back what follows a fallback for up to 300 ms.
 */
export function later<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): Later<Props> {
  let fetched: ComponentType<Props> | null = null;
  const load = async () => {
    fetched = await fetchPart();
    return { default: fetched };
  };
  const Waiting: ComponentType<Props> = lazy(load);
  function Part(props: Props) {
    const [Chosen] = useState<ComponentType<Props>>(() => fetched ?? Waiting);
    return createElement(Chosen, props);
  }
  return { Part, load };
}
