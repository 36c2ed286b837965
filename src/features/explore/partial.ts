/** How much of a search the figures and charts below are of, for each of them to say. */
import { createContext, use } from 'react';
import { useViewer } from '#ui/viewer.tsx';

export interface Partial {
  readonly loaded: number;
  readonly total: number;
}

/** Null: of all there is. */
export const PartialContext = createContext<Partial | null>(null);

export function usePartial(): Partial | null {
  return use(PartialContext);
}

/** "of 2,400 of 8,465 flows"; null where all is loaded. */
export function usePartialText(): string | null {
  const { catalogue, format } = useViewer();
  const partial = usePartial();
  return partial && catalogue.explore.partial.of(format.number(partial.loaded), format.number(partial.total));
}
